"""Measures nashra beside typst alone and prints a Markdown table.

    figures.py BENCH NASHRA [PART...]     parts: cold batch kashida booklet many photos; all of them unless some are named

BENCH is the criterion program, which does single pieces of work when it is asked to (helper.rs). Pairs are
measured in turns and each waits for a quiet machine; the figures are medians, their spread is behind them.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS_COLD, ROUNDS_BATCH, ROUNDS_AGAIN = 41, 5, 11
BATCH, MANY = 200, 2000
WORD = "الخبر"


def busy_and_all():
    ticks = [int(n) for n in open("/proc/stat").readline().split()[1:9]]
    return sum(ticks) - ticks[3] - ticks[4], sum(ticks)


patience = 60.0
loud = 0


def quiet(limit=0.08):
    """Waits until the machine has been idle for half a second; when a minute was waited in all, goes on all the same."""
    global patience, loud
    if not os.path.exists("/proc/stat"):
        return
    while True:
        busy, total = busy_and_all()
        time.sleep(0.5)
        busy2, total2 = busy_and_all()
        if busy2 - busy <= limit * (total2 - total):
            return
        if patience <= 0:
            loud += 1
            return
        patience -= 0.5


def run(*command, cwd=None):
    """Seconds and peak resident megabytes of one process."""
    began = time.perf_counter()
    child = subprocess.Popen([str(part) for part in command], cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    took = time.perf_counter() - began
    if status != 0:
        sys.exit(f"{command}: {said.decode()}")
    return took, usage.ru_maxrss / 1024


def cost(*command):
    """What a helper measured itself: seconds on the wall, seconds of all processors."""
    said = subprocess.run([str(part) for part in command], check=True, capture_output=True).stdout
    return tuple(float(number) for number in said.split())


def spread(values, unit, factor=1.0):
    values = [value * factor for value in values]
    digits = 1 if unit == "ms" else 2
    return f"{statistics.median(values):.{digits}f} {unit} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def row(what, figure, bar, ok):
    print(f"| {what} | {figure} | {bar} | {'yes' if ok is True else '**no**' if ok is False else ''} |", flush=True)


def cold(bench, nashra, folder):
    workspace, inputs = folder / "one", folder / "inputs"
    run(bench, "@fill", workspace, 1, 1)
    run(bench, "@dump", inputs, 1)
    ours, stock = [], []
    for turn in range(ROUNDS_COLD):
        if turn % 5 == 0:
            quiet()
        output = folder / f"cold-{turn}"
        output.mkdir()
        ours.append(run(nashra, "build", "-e", "bulletin", "-o", output, cwd=workspace)[0])
        stock.append(run(bench, "@stock", inputs, output / "stock.pdf")[0])
    ratio = statistics.median(a / b for a, b in zip(ours[1:], stock[1:]))
    row("one report, cold process", spread(ours[1:], "ms", 1000), "", None)
    row("the same page, stock compiler, cold", spread(stock[1:], "ms", 1000), "", None)
    row("ratio", f"{ratio:.2f}", "at most 1.5", ratio <= 1.5)


def batch(bench):
    cores = os.cpu_count() or 1
    wall, processors = {}, {}
    for turn in range(ROUNDS_BATCH):
        for threads in (1, cores):
            quiet()
            for mode in ("nashra", "bare engine"):
                took = cost(bench, "@batch" if mode == "nashra" else "@bare", 1000 + turn, BATCH, threads)
                wall.setdefault((mode, threads), []).append(took[0])
                processors.setdefault((mode, threads), []).append(took[1])

    def ratio(of, one, other):
        return statistics.median(a / b for a, b in zip(of[one], of[other]))

    for mode, threads in wall:
        each = statistics.median(wall[mode, threads]) / BATCH * 1000
        row(f"{BATCH} reports, {mode}, threads: {threads}", f"{spread(wall[mode, threads], 's')}, {each:.1f} ms each", "", None)
    for threads in (1, cores):
        pair = ("nashra", threads), ("bare engine", threads)
        by_wall = ratio(wall, *pair)
        figure = f"{by_wall:.2f} by the wall, {ratio(processors, *pair):.2f} in processor time"
        row(f"nashra / bare engine, threads: {threads}", figure, "at most 1.15", by_wall <= 1.15)
    for mode in ("nashra", "bare engine"):
        gain = ratio(wall, (mode, 1), (mode, cores))
        asked = ("at least 1.7", gain >= 1.7) if mode == "nashra" and cores == 2 else ("", None)
        row(f"{mode}, {cores} cores / 1", f"{gain:.2f} times as fast", *asked)


def kashida(bench):
    shares, all_passes = [], []
    for turn in range(ROUNDS_BATCH):
        quiet()
        said = subprocess.run([bench, "@steps", str(20_000 + turn), str(BATCH)], check=True, capture_output=True).stdout
        layout, drawn, plain = (float(number) for number in said.split())
        shares.append((drawn - plain) / layout)
        all_passes.append(drawn / layout)
    share = statistics.median(shares)
    row(f"kashida beside the layout, {BATCH} reports", spread(shares, "of it"), "at most 0.10", share <= 0.1)
    row("all passes over the pages beside the layout", spread(all_passes, "of it"), "", None)


def booklet(bench):
    plain, more = [], []
    for turn in range(ROUNDS_BATCH):
        quiet()
        said = subprocess.run([bench, "@booklet", str(30_000 + turn), "200"], check=True, capture_output=True).stdout
        for figures, number in zip((plain, more), said.split()):
            figures.append(float(number) * 1000)
    row("200 pages, exported", spread(plain, "ms"), "", None)
    row("their booklet, over that", spread(more, "ms"), "under 50 ms", statistics.median(more) < 50)


def many(bench, nashra, folder):
    workspace = folder / "many"
    command = (nashra, "build", "-e", "bulletin", "-o", workspace / "out")
    peaks = {}
    for count in (BATCH, MANY):
        shutil.rmtree(workspace, ignore_errors=True)
        run(bench, "@fill", workspace, 7, count)
        quiet()
        took, peaks[count] = run(*command, cwd=workspace)
        row(f"{count} reports, fresh process", f"{took:.2f} s", "", None)
    row(f"peak resident memory, {BATCH} reports", f"{peaks[BATCH]:.0f} MB", "", None)
    row(f"peak resident memory, {MANY} reports", f"{peaks[MANY]:.0f} MB", "under 250 MB", peaks[MANY] < 250)
    again, one = [], []
    changed = workspace / "content" / f"report-{MANY // 2:06}.toml"
    for turn in range(ROUNDS_AGAIN):
        quiet()
        again.append(run(*command, cwd=workspace)[0])
        changed.write_text(changed.read_text().replace('title = "', f'title = "{WORD} '))
        one.append(run(*command, cwd=workspace)[0])
    row(f"{MANY} reports again, nothing changed", spread(again, "s"), "under 0.5 s", statistics.median(again) < 0.5)
    row(f"{MANY} reports again, one changed", spread(one, "s"), "under 0.7 s", statistics.median(one) < 0.7)


def photos(bench, nashra, folder):
    workspace = folder / "photos"
    run(bench, "@photos", workspace)
    output = workspace / "out"
    command = (nashra, "build", "--force", "-e", "newsletter", "--profile", "office", "-o", output)
    new, kept, peaks = [], [], []
    for turn in range(ROUNDS_BATCH):
        shutil.rmtree(output, ignore_errors=True)
        quiet()
        took, peak = run(*command, cwd=workspace)
        new.append(took)
        peaks.append(peak)
        quiet()
        kept.append(run(*command, cwd=workspace)[0])
    size = sum(file.stat().st_size for file in output.rglob("*.pdf")) / 1e6
    row("newsletter of 34 pages, 40 photos of 12 megapixels, no copy kept", spread(new, "s"), "under 6 s", statistics.median(new) < 6)
    row("the same, all copies kept", spread(kept, "s"), "under 0.6 s", statistics.median(kept) < 0.6)
    row("peak resident memory, that newsletter", f"{max(peaks):.0f} MB", "under 500 MB", max(peaks) < 500)
    row("its PDF for the office", f"{size:.1f} MB", "under 8 MB", size < 8)


def main():
    bench, nashra = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
    parts = sys.argv[3:] or ["cold", "batch", "kashida", "booklet", "many", "photos"]
    # Where targets are, and not /tmp: that may be memory, and then nothing reaches a disk.
    with tempfile.TemporaryDirectory(dir=nashra.parent) as folder:
        folder = pathlib.Path(folder)
        os.environ["TMPDIR"] = str(folder)
        print("| what | median (from, to) | asked | reached |\n|---|---|---|---|", flush=True)
        if "cold" in parts:
            cold(bench, nashra, folder)
        if "batch" in parts:
            batch(bench)
        if "kashida" in parts:
            kashida(bench)
        if "booklet" in parts:
            booklet(bench)
        if "many" in parts:
            many(bench, nashra, folder)
        if "photos" in parts:
            photos(bench, nashra, folder)
    if loud:
        print(f"\nOther work ran on the machine at {loud} of the measurements: times by the wall are rough.", flush=True)


main()
