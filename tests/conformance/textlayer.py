#!/usr/bin/env python3
"""usage: textlayer.py FILE.pdf...

Compares what five readers (`readers.py`) get out of PDFs with what their reports say. The reference is the report's TOML: attached to
the PDF, or to the archive PDF of the same name when the file is an `.office` or `.press` one. Prints one tab-separated line per file:
OK or FAIL, words, file, the share of words that each reader finds, remarks; and at last the shares of all files together, of words and
of neighbouring pairs of words.

Words are counted as multisets, without bidi controls, tashkeel and U+0640, all digits folded to one system, numbers apart from letters.
Numbers are looked for by poppler and PDFium alone: MuPDF and pypdf turn Arabic-Indic ones round, and pdf.js gives no space between
the cells of a table.
Exit 1 when poppler or PDFium loses a word of a sample or more than BAR of another file, when a reader's share of all files is under its
own bar, when it gives invisible characters that are not printed, or when a file has no report to compare with.
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

from readers import READERS

BAR = 0.995
WITH_NUMBERS = ("poppler", "PDFium")
# Of words and of pairs, all files together. Pdf.js writes no space where the next piece of text stands to the left, as at a change of
# face and between the cells of a table; poppler gives the columns of a newsletter line by line where they stand close.
BARS = {
    "poppler": (0.999, 0.92),
    "PDFium": (0.999, 0.98),
    "MuPDF": (0.998, 0.98),
    "pypdf": (0.998, 0.98),
    "pdf.js": (0.99, 0.96),
}
# Fewer words say nothing of a share of a thousandth.
FEW = 1000
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]|\u0640(?=[\u0620-\u063f\u0641-\u064a])")
FLYER_SUMMARY_WORDS = 60
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "content"
DROP = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u0640\u064b-\u065f\u0670\ufeff]")
DIGITS = {ord(d): str(i % 10) for i, d in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
LETTERS = {ord("ک"): "ك", ord("ی"): "ي"}


class NoReference(Exception):
    pass


def fold(text):
    text = DROP.sub("", unicodedata.normalize("NFKC", text)).translate(DIGITS).translate(LETTERS)
    return re.sub(r"(?<=\d)[.,٫٬](?=\d)", "", text)


def tokens(text):
    # A number or a Latin word is a word by itself: poppler writes the space between it and the Arabic word after it on its other
    # side, inside its own U+202A … U+202C, so both would come out as one.
    return re.findall(r"\d+|(?:(?![\u066a-\u066d])[\u0620-\u06ff])+|[^\W\d_\u0620-\u06ff]+", fold(text))


def letters(text):
    return [word for word in tokens(text) if not word[0].isdigit()]


def pairs(words):
    return collections.Counter(zip(words, words[1:]))


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


class Found:
    """what a reader found of the words of some files"""

    def __init__(self):
        self.words, self.lost, self.pairs, self.apart, self.unseen = 0, 0, 0, 0, 0

    def add(self, texts, got, numbers):
        """counts one file; gives its words that are missing, and the share of those that are there"""
        split = tokens if numbers else letters
        want = collections.Counter(word for text in texts for word in split(text))
        lost = want - collections.Counter(split(got))
        two = sum((pairs(letters(text)) for text in texts), collections.Counter())
        self.words += want.total()
        self.lost += lost.total()
        self.pairs += two.total()
        self.apart += (two - pairs(letters(got))).total()
        self.unseen += max(0, len(INVISIBLE.findall(got)) - sum(len(INVISIBLE.findall(text)) for text in texts))
        return lost, 1 - lost.total() / want.total()

    def shares(self):
        return 1 - self.lost / max(1, self.words), 1 - self.apart / max(1, self.pairs)


def check(pdf, found):
    """(passed, words of the reference, {reader: share}, remark)"""
    texts = [line for text in reference(pdf) for line in plain(text).split("\n")]
    stem = pathlib.Path(pdf).stem
    name = stem.rsplit("-", 1)[0] + ".toml"
    sample = (SAMPLES / name).exists() or (SAMPLES / "issues" / name).exists()
    passed, shares, remarks = True, {}, []
    for reader, extract in READERS.items():
        lost, shares[reader] = found[reader].add(texts, extract(pdf), reader in WITH_NUMBERS)
        if reader in WITH_NUMBERS:
            # A flyer of forty words has two and a half hundredths in one.
            passed &= not lost if sample else shares[reader] >= BAR
            if lost:
                remarks.append(f"{reader} lost: " + " ".join(list(lost)[:8]))
    return passed, sum(len(tokens(text)) for text in texts), shares, ", ".join(remarks)


def figure(share):
    """rounded down, so that a failing share never shows as a passing one"""
    return f"{int(share * 10_000) / 10_000:.4f}"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    failed = False
    found = {reader: Found() for reader in READERS}
    for pdf in sys.argv[1:]:
        try:
            passed, total, shares, remark = check(pdf, found)
        except (NoReference, subprocess.CalledProcessError, RuntimeError) as error:  # PDFium's own is a RuntimeError
            passed, total, shares, remark = False, 0, dict.fromkeys(READERS, 0), str(error).replace("\n", " ")
        failed |= not passed
        print("OK" if passed else "FAIL", total, pdf, *map(figure, shares.values()), remark, sep="\t", flush=True)
    for reader, all_files in found.items():
        reached = [share >= bar for share, bar in zip(all_files.shares(), BARS[reader])]
        passed = (all(reached) or all_files.words < FEW) and not all_files.unseen
        failed |= not passed
        figures = [figure(share) for share in all_files.shares()]
        print("OK" if passed else "FAIL", reader, *figures, all_files.unseen, sep="\t")
    sys.exit(failed)


if __name__ == "__main__":
    main()
