"""axe-core in Chromium over all pages of a site, on a narrow and a wide screen, on light and dark ground.

usage: site_axe.py AXE_JS SITE
"""
import html
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """<pre id="found"></pre><script src="AXE"></script><script>
onload = function () { setTimeout(function () {
  axe.run({exclude: ["#found"]}, {runOnly: {type: "tag", values: RULES}}).then(function (result) {
    document.getElementById("found").textContent = JSON.stringify({passes: result.passes.length, violations:
      result.violations.map(function (one) { return one.id + ": " + one.nodes.map(function (node) { return node.html; }).join(" "); })});
  });
}, 1500); };
</script></body>"""
# light and dark, as Blink numbers them
GROUNDS = {"light": "1", "dark": "0"}


def dom(profile, page, width, ground):
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--user-data-dir={profile}"]
    command += [f"--window-size={width},900", f"--blink-settings=preferredColorScheme={GROUNDS[ground]}"]
    command += ["--virtual-time-budget=20000", "--dump-dom", page]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main(axe, site):
    site = pathlib.Path(site).resolve()
    # one of each month's pages and of each code's is enough; bulletins are all looked at
    pages = [site / "index.html", site / "search.html", *sorted(site.glob("2*/*/index.html"))[:1]]
    pages += [*sorted(site.glob("2*/*/2*/index.html")), *sorted(site.glob("verify/*/index.html"))[:3]]
    shutil.copy(axe, site / "axe.js")
    failed = 0
    with tempfile.TemporaryDirectory() as profile:
        for page in pages:
            up = "../" * (len(page.relative_to(site).parts) - 1)
            probe = page.with_name("axe.html")
            run = RUN.replace("AXE", up + "axe.js").replace("RULES", json.dumps(RULES))
            probe.write_text(page.read_text().replace("</body>", run))
            query = "?q=" + "المدارس" if page.name == "search.html" else ""
            for width, ground in [(500, "light"), (1280, "dark")]:
                shown = dom(profile, probe.as_uri() + query, width, ground)
                found = html.unescape(shown.split('<pre id="found">')[1].split("</pre>")[0])
                found = json.loads(found or '{"passes": 0, "violations": ["axe-core did not answer"]}')
                for violation in found["violations"]:
                    failed += 1
                    print(f"{page.relative_to(site)} ({width}, {ground}): {violation}")
                if found["passes"] < 20:
                    failed += 1
                    print(f"{page.relative_to(site)}: only {found['passes']} rules were looked at")
            probe.unlink()
    (site / "axe.js").unlink()
    print(f"axe-core: {len(pages)} pages, {failed} faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
