#!/usr/bin/env python3
"""usage: textlayer.py FILE.pdf...

Compares what a reader gets out of a PDF with what its report says. The reference is the report's TOML:
attached to the PDF, or to the archive PDF of the same name when the file is an `.office` or `.press` one.
Prints one tab-separated line per file: OK or FAIL, poppler's share, PDFium's share, words, file, remarks.
Words are counted as multisets, without bidi controls, tashkeel and U+0640, all digits folded to one system,
numbers apart from letters.
Exit 1 when a share is below 0.995, when a sample loses a word that is not on the list of expected losses, or when a file has no
report to compare with.
"""
import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unicodedata

BAR = 0.995
# What a reader can't find in a sample, and why. A loss that is not here fails, and so does one that is here and found.
EXPECTED_LOSSES = {
    # Cairo raises a damma over the slogan's تـ by more than half of its widest empty glyph: PDFium takes it for another line
    # (`ProcessTextObject` in `cpdf_textpage.cpp`).
    ("2026-10-05-municipal-services-q3-bulletin", "PDFium"): ["تقاس", "وتعلن"],
    ("2026-11-22-library-hours-flyer", "PDFium"): ["وأضيف"],
    ("2026-11-24-abu-flous-water-bulletin", "PDFium"): ["وربطت"],
    ("2026-11-24-abu-flous-water-flyer", "PDFium"): ["شغل"],
    ("2026-11-30-november-newsletter", "PDFium"): ["تقاس", "وتعلن", "وخططت", "وربطت"],
    # A line of a headline with a number in it whose last word, at the left, ends with a tanween: PDFium begins there with the mark's
    # ActualText, and loses the space between the words on both sides of the number.
    ("2026-11-19-citizens-day-flyer", "PDFium"): ["يستقبل", "طلبا", "وأنجز"],
    ("2026-11-29-rain-readiness-flyer", "PDFium"): ["استنفار", "فريقا"],
}
FLYER_SUMMARY_WORDS = 60
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "content"
DROP = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u0640\u064b-\u065f\u0670\ufeff]")
DIGITS = {ord(d): str(i % 10) for i, d in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
LETTERS = {ord("ک"): "ك", ord("ی"): "ي"}


class NoReference(Exception):
    pass


def words(text):
    text = DROP.sub("", unicodedata.normalize("NFKC", text)).translate(DIGITS).translate(LETTERS)
    text = re.sub(r"(?<=\d)[.,٫٬](?=\d)", "", text)
    # A number or a Latin word is a word by itself: poppler writes the space between it and the Arabic word after it on its other
    # side, inside its own U+202A … U+202C, so both would come out as one.
    return collections.Counter(re.findall(r"\d+|[\u0620-\u06ff]+|[^\W\d_\u0620-\u06ff]+", text))


def plain(text):
    """the text that the inline marks stand for; emphasis marks are no words and fall out by themselves"""
    text = re.sub(r"!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*\)", r"\1", text)
    text = re.sub(r"\\([\[\]()*_`\\])", r"\1", text)
    return re.sub(r"<(https?://[^>\s]+)>", r"\1", text)


def listed(value):
    return value if isinstance(value, list) else [value]


def items(block):
    for entry in block["list"]:
        if isinstance(entry, dict):
            yield entry["item"]
            yield from entry.get("list", [])
        else:
            yield entry


def picture(photo):
    return [photo[key] for key in ("caption", "credit") if photo.get(key)]


def printed(block):
    """what the page shows of one body block"""
    texts = [block[key] for key in ("paragraph", "heading", "quote", "speaker", "role") if key in block]
    if "list" in block:
        texts += items(block)
    if "table" in block:
        texts += block["table"]["columns"]
        texts += [str(cell) for row in block["table"]["rows"] for cell in row]
    for photo in block.get("gallery", []):
        texts += picture(photo)
    return texts + picture(block)


def bulletin(report):
    texts = [report["title"], report.get("slogan", ""), report.get("preamble", "")]
    event = report.get("event", {})
    texts += [event.get("time", ""), event.get("place", ""), *listed(event.get("organisers", []))]
    for block in report.get("body", []):
        texts += printed(block)
    for photo in report.get("photos", []):
        texts += picture(photo)
    signature = report.get("signature", {})  # the workspace's own isn't in the report
    return texts + [signature.get("name", ""), signature.get("title", "")]


def first_paragraph(report):
    if report.get("preamble", "").strip():
        return re.split(r"\n\s*\n", report["preamble"].strip())[0]
    return next((block["paragraph"] for block in report.get("body", []) if "paragraph" in block), "")


def flyer(report):
    own = report.get("flyer", {})
    summary = own.get("summary") or first_paragraph(report)
    if len(plain(summary).split()) > FLYER_SUMMARY_WORDS:
        summary = ""  # nashra leaves out what a flyer can't hold
    return [own.get("headline") or report.get("slogan") or report["title"], summary]


def newsletter(issue, reports):
    """what an issue shows of itself and of its reports: headlines in the place of titles, no signatures"""
    editorial = issue.get("editorial", {})
    signature = editorial.get("signature", {})
    texts = [issue.get("title", ""), editorial.get("title", ""), editorial.get("text", "")]
    texts += [signature.get("name", ""), signature.get("title", ""), *issue.get("colophon", {}).get("lines", [])]
    for article in issue["articles"]:
        # Attached under its slug, which a file's name ends with.
        report = next(report for slug, report in reports.items() if article["report"].endswith(f"{slug}.toml"))
        texts += [article.get("kicker", ""), article.get("headline") or report["title"]]
        if article["place"] == "brief":
            texts.append(report.get("flyer", {}).get("summary") or first_paragraph(report))
        else:
            texts += bulletin(report | {"title": "", "signature": {}})
    return texts


def attached(pdf):
    """the issues and the reports among the TOML files in a PDF, parsed, by their names"""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["pdfdetach", "-saveall", "-o", folder, pdf], capture_output=True, text=True)
        if done.returncode not in (0, 99):
            return {}, {}
        issues, reports = {}, {}
        for path in sorted(pathlib.Path(folder).rglob("*.toml")):
            try:
                content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError):
                continue
            if "articles" in content:
                issues[path.stem] = content
            elif "title" in content and "body" in content:
                reports[path.stem] = content
    return issues, reports


def reference(pdf):
    stem = re.sub(r"\.(office|press)(\.[\w-]+)*$", "", pdf.removesuffix(".pdf"))
    for path in dict.fromkeys((pdf, stem + ".pdf")):
        issues, reports = attached(path) if os.path.exists(path) else ({}, {})
        if issues:
            return newsletter(next(iter(issues.values())), reports)
        if reports:
            report = next(iter(reports.values()))
            return flyer(report) if stem.endswith("-flyer") else bulletin(report)
    raise NoReference("no report (TOML) attached to compare with")


def poppler(pdf):
    return subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True).stdout.decode()


def pdfium(pdf):
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def check(pdf):
    """(passed, [shares], words of the reference, remark)"""
    want = words("\n".join(plain(text) for text in reference(pdf)))
    total = sum(want.values())
    stem = pathlib.Path(pdf).stem
    name = stem.rsplit("-", 1)[0] + ".toml"
    sample = (SAMPLES / name).exists() or (SAMPLES / "issues" / name).exists()
    passed, shares, remarks = True, [], []
    for reader, extract in (("poppler", poppler), ("PDFium", pdfium)):
        missing = want - words(extract(pdf))
        expected = collections.Counter(EXPECTED_LOSSES.get((stem, reader), []))
        shares.append(1 - sum(missing.values()) / total)
        # Of the samples it is known which words are lost, of others only how many may be: a flyer of forty words has two and a half
        # hundredths in one.
        passed &= missing == expected if sample else shares[-1] >= BAR
        if missing:
            remarks.append(f"{reader} lost: " + " ".join(list(missing)[:8]))
        if sample and expected - missing:
            remarks.append(f"{reader} finds again: " + " ".join(expected - missing))
    return passed, shares, total, ", ".join(remarks)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    failed = False
    for pdf in sys.argv[1:]:
        try:
            passed, shares, total, remark = check(pdf)
        except (NoReference, subprocess.CalledProcessError, RuntimeError) as error:  # PDFium's own is a RuntimeError
            passed, shares, total, remark = False, [0, 0], 0, str(error)
        failed |= not passed
        # rounded down, so that a failing share never shows as a passing one
        figures = [f"{int(share * 10_000) / 10_000:.4f}" for share in shares]
        print("OK" if passed else "FAIL", *figures, total, pdf, remark, sep="\t")
    sys.exit(failed)


if __name__ == "__main__":
    main()
