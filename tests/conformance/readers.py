"""What readers of five makers find in a PDF: each function takes a path and gives the text.

poppler (Evince, Okular), PDFium (Chrome, Edge), MuPDF (SumatraPDF), pypdf (scripts), pdf.js (Firefox).
"""
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent


def poppler(pdf):
    return subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True).stdout.decode()


def pdfium(pdf):
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def mupdf(pdf):
    import pymupdf

    with pymupdf.open(pdf) as document:
        return "\n".join(page.get_text() for page in document)


def pypdf(pdf):
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def pdfjs(pdf):
    """NODE_PATH is the folder with pdfjs-dist."""
    environment = {**os.environ, "PDFJS": str(pathlib.Path(os.environ["NODE_PATH"]) / "pdfjs-dist/legacy/build/pdf.mjs")}
    done = subprocess.run(
        ["node", str(HERE / "pdfjs.mjs"), os.path.abspath(pdf)], capture_output=True, text=True, env=environment
    )
    if done.returncode:
        raise RuntimeError("pdf.js: " + done.stderr.strip()[-300:])
    return done.stdout


READERS = {"poppler": poppler, "PDFium": pdfium, "MuPDF": mupdf, "pypdf": pypdf, "pdf.js": pdfjs}
