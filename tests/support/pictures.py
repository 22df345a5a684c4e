"""Renews the README's pictures of sample pages, after templates or samples have changed.

    pictures.py NASHRA      the program, for instance target/release/nashra; needs poppler and Pillow
"""

import pathlib
import subprocess
import sys
import tempfile

from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent.parent
GAP, FRAME = 18, (190, 190, 190)
COLOURS = 128


def pages(pdf, height, numbers):
    """Pages of a file, each so many pixels high and framed."""
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            one = ["-f", str(number), "-l", str(number), "-scale-to-x", "-1", "-scale-to-y", str(height)]
            subprocess.run(["pdftoppm", "-png", *one, pdf, f"{folder}/{number}"], check=True)
            page = Image.open(next(pathlib.Path(folder).glob(f"{number}-*.png"))).convert("RGB")
            framed = Image.new("RGB", (page.width + 2, page.height + 2), FRAME)
            framed.paste(page, (1, 1))
            yield framed


def picture(name, *shown):
    """Pages side by side, the first at the right."""
    shown = [page for group in shown for page in group][::-1]
    width = sum(page.width + GAP for page in shown) + GAP
    whole = Image.new("RGB", (width, max(page.height for page in shown) + 2 * GAP), "white")
    at = GAP
    for page in shown:
        whole.paste(page, (at, GAP))
        at += page.width + GAP
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / "pictures" / f"{name}.png", optimize=True)


def main():
    nashra = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:

        def build(*more):
            subprocess.run([nashra, "build", "-o", folder, *more], check=True, cwd=HERE.parent, capture_output=True)

        build("-e", "bulletin,flyer,newsletter")
        build("-e", "newsletter", "-p", "office", "--impose", "booklet", "--proof")
        build("-e", "bulletin,flyer", "-p", "press")
        out = pathlib.Path(folder) / "2026"
        schools, issue = out / "11/2026-11-12-green-schools", out / "11/2026-11-30-november-newsletter"
        services, seed = out / "10/2026-10-05-municipal-services-q3", out / "11/2026-11-20-basra-child-friendly"
        picture("seed", pages(f"{seed}-bulletin.pdf", 900, (1,)), pages(f"{seed}-flyer.pdf", 900, (1,)))
        picture("flyers", *(pages(f"{report}-flyer.pdf", 620, (1,)) for report in (schools, services, seed)))
        picture("bulletin", pages(f"{schools}-bulletin.pdf", 640, (1, 2, 3)))
        picture("newsletter", pages(f"{issue}.pdf", 560, (1, 2, 3, 4)))
        picture("booklet", pages(f"{issue}.office.booklet.pdf", 500, (1, 2)), pages(f"{issue}.office.booklet-proof.pdf", 500, (1,)))
        picture("press", pages(f"{schools}-bulletin.press.pdf", 640, (2,)), pages(f"{schools}-flyer.press.pdf", 640, (1,)))


main()
