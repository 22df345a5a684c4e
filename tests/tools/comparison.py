#!/usr/bin/env python3
"""Draws src/handbook/pictures/comparison.png: one paragraph of the seed report as stock Typst, LibreOffice and nashra set it, with the same
face, size and measure.

    cargo build --release
    tests/tools/comparison.py [PROGRAM]

Needs LibreOffice Writer (`soffice`), pdftoppm (poppler-utils), and typst 0.15 and Pillow from PyPI.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEED = ROOT / "content/2026-11-20-basra-child-friendly.toml"
MEASURE, SIZE, LEADING, DPI = 100, 13, 21, 240
PAGE = (MEASURE + 10, 110)

TYPST = f"""
#set page(width: {PAGE[0]}mm, height: {PAGE[1]}mm, margin: 5mm)
#set text(font: "Amiri", size: {SIZE}pt, lang: "ar", region: "IQ", dir: rtl, top-edge: 14.5pt, bottom-edge: {14.5 - LEADING}pt)
#set par(justify: true, leading: 0pt)
"""

# A flat text document: LibreOffice draws Arabic words out by itself where a paragraph is justified.
FODT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Amiri" svg:font-family="Amiri"/></office:font-face-decls>
<office:styles><style:style style:name="Standard" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify" style:writing-mode="rl-tb" fo:line-height="{LEADING}pt"/>
<style:text-properties style:font-name-complex="Amiri" style:font-size-complex="{SIZE}pt" style:language-complex="ar"
 style:country-complex="IQ" style:font-name="Amiri" fo:font-size="{SIZE}pt"/>
</style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="{PAGE[0]}mm"
 fo:page-height="{PAGE[1]}mm" fo:margin="5mm" style:writing-mode="rl-tb"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/></office:master-styles>
<office:body><office:text><text:p text:style-name="Standard">PARAGRAPH</text:p></office:text></office:body>
</office:document>
"""


def need(command, package):
    if not shutil.which(command):
        sys.exit(f"comparison: `{command}` is missing: install {package}")


def seed_paragraph():
    return next(block["paragraph"] for block in tomllib.loads(SEED.read_text("utf-8"))["body"] if len(block.get("paragraph", "")) > 300)


def by_typst(paragraph, folder):
    import typst

    source = folder / "stock.typ"
    source.write_text(TYPST + paragraph, "utf-8")
    faces = [str(ROOT / "fonts/amiri")]
    typst.compile(str(source), output=str(folder / "stock.pdf"), font_paths=faces, ignore_system_fonts=True)
    return folder / "stock.pdf"


def by_libreoffice(paragraph, folder):
    # A home of its own, so that only the project's faces count.
    shutil.copytree(ROOT / "fonts/amiri", folder / "home/.local/share/fonts")
    (folder / "writer.fodt").write_text(FODT.replace("PARAGRAPH", paragraph), "utf-8")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf", "--outdir", folder]
    home = {"HOME": str(folder / "home"), "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}
    subprocess.run([*command, folder / "writer.fodt"], check=True, capture_output=True, env=home)
    return folder / "writer.pdf"


def by_nashra(paragraph, folder, program):
    workspace = folder / "workspace"
    (workspace / "content").mkdir(parents=True)
    (workspace / "templates/lab").mkdir(parents=True)
    (workspace / "nashra.toml").write_text('schema = 1\n[editions.bulletin]\ntemplate = "lab"\n', "utf-8")
    (workspace / "templates/lab/main.typ").write_text(TYPST + paragraph, "utf-8")
    report = 'schema = 1\nstatus = "draft"\ndate = 2026-11-20\ntitle = "مقارنة"\n[[body]]\nparagraph = "نص"\n'
    (workspace / "content/comparison.toml").write_text(report, "utf-8")
    subprocess.run([program, "build", "--edition", "bulletin"], check=True, capture_output=True, cwd=workspace)
    return next((workspace / "out").rglob("*.pdf"))


def picture(pdf, folder):
    from PIL import Image, ImageChops

    stem = folder / f"page-{pdf.stem}"
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-png", "-singlefile", pdf, stem], check=True)
    page = Image.open(f"{stem}.png")
    box = ImageChops.invert(page).getbbox()
    return page.crop((0, box[1] - 8, page.width, box[3] + 8))


def main():
    from PIL import Image, ImageDraw, ImageFont

    program = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/nashra").resolve()
    need("soffice", "libreoffice-writer")
    need("pdftoppm", "poppler-utils")
    if not program.exists():
        sys.exit(f"comparison: {program.name} is missing: cargo build --release")
    paragraph = seed_paragraph()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        version = subprocess.run(["soffice", "--version"], capture_output=True, text=True).stdout.split()[1]
        made = [
            ("Typst 0.15", by_typst(paragraph, folder)),
            (f"LibreOffice {'.'.join(version.split('.')[:2])}", by_libreoffice(paragraph, folder)),
            ("nashra", by_nashra(paragraph, folder, program)),
        ]
        strips = [(label, picture(pdf, folder)) for label, pdf in made]
    face = ImageFont.truetype(str(ROOT / "fonts/cairo/Cairo-SemiBold.ttf"), 30)
    head, width = 56, max(strip.width for _, strip in strips)
    sheet = Image.new("L", (width, sum(strip.height + head for _, strip in strips) + 16), 255)
    draw, top = ImageDraw.Draw(sheet), 0
    for label, strip in strips:
        draw.text((56, top + 8), label, fill=110, font=face)
        sheet.paste(strip, (0, top + head))
        top += strip.height + head
    sheet.quantize(8).save(ROOT / "src/handbook/pictures/comparison.png", optimize=True)


main()
