#!/usr/bin/env bash
# Draws the pictures of the handbook and the README anew into src/handbook/pictures/, from the sample workspace's out/ and from
# the report that the handbook's chapters of a working day end with. Needs pdftoppm (poppler-utils), Chromium and Python 3 with Pillow.
#
#     cargo run --release -- build
#     tests/tools/handbook_pictures.sh [PROGRAM]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
program=$(realpath -- "${1:-target/release/nashra}")

command -v pdftoppm >/dev/null || { echo "pdftoppm is missing: install poppler-utils" >&2; exit 3; }
command -v chromium >/dev/null || { echo "chromium is missing: install chromium" >&2; exit 3; }
python3 -c 'import PIL' 2>/dev/null || { echo "Pillow is missing: pip install pillow" >&2; exit 3; }
[[ -x $program ]] || { echo "$program is missing: cargo build --release" >&2; exit 3; }

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# The working day's report, as its examples leave it.
mkdir -p "$work/day/content"
cp -r content/assets "$work/day/content/"
python3 - src/handbook/ar "$work/day" <<'PYTHON'
import pathlib, re, sys

book, folder = map(pathlib.Path, sys.argv[1:])
chapters = ["start", "write", "photos", "blocks", "check", "draft", "flyer", "social"]
day = "\n".join((book / f"{name}.md").read_text("utf-8") for name in chapters)
pattern = re.compile(r"((?:<!-- [^\n]* -->\n)+)```toml\n(.*?)```", re.S)
for marks, text in pattern.findall(day):
    for mark, rest in re.findall(r"<!-- ([a-z ]+): (.*) -->", marks):
        path = folder / rest.split()[-1]
        now = path.read_text("utf-8") if path.exists() else ""
        if mark == "file":
            now = text
        elif mark == "end of":
            now += text
        elif mark == "rename":
            old, new, _ = rest.split()
            now = now.replace(f"\n{old} =", f"\n{new} =")
        elif mark == "lines of":
            for line in filter(None, text.splitlines()):
                key = line.split("=")[0].strip()
                lines = now.splitlines()
                at = next((i for i, other in enumerate(lines) if other.split(" =")[0] == key), None)
                lines[at if at is not None else 1 : (at + 1) if at is not None else 1] = [line]
                now = "\n".join(lines) + "\n"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(now, "utf-8")
PYTHON
visit=content/2026-11-20-school-visit.toml
"$program" -C "$work/day" check --fix --embargoed "$visit" >/dev/null
"$program" -C "$work/day" build --embargoed "$visit" >/dev/null

# page FILE NUMBER NAME: one page as a picture, 1600 pixels high
page() {
    pdftoppm -r 300 -scale-to-x -1 -scale-to-y 1600 -f "$2" -l "$2" -singlefile -png "$1" "$work/$3"
}
# all FILE NAME: all its pages
all() {
    pdftoppm -r 300 -scale-to-x -1 -scale-to-y 1600 -png "$1" "$work/$2"
}
# posts NAME PICTURE..: pictures to post at one scale, the first at the right
posts() {
    python3 - "$work/$1.png" "${@:2}" <<'PYTHON'
import sys
from PIL import Image

target, *files = sys.argv[1:]
GAP = 60
pictures = [Image.open(file).convert("RGB") for file in files]
width = sum(picture.width for picture in pictures) + GAP * (len(pictures) + 1)
sheet = Image.new("RGB", (width, max(picture.height for picture in pictures) + 2 * GAP), (226, 228, 229))
right = width - GAP
for picture in pictures:
    sheet.paste(picture, (right - picture.width, GAP))
    right -= picture.width + GAP
sheet.save(target)
PYTHON
}
# join NAME HEIGHT LIMIT PAGE..: pages side by side, the first at the right as they are read, in at most LIMIT bytes
join() {
    local name=$1
    shift
    python3 - "src/handbook/pictures/$name.png" "$@" <<'PYTHON'
import io, sys
from PIL import Image

target, height, limit, *files = sys.argv[1:]
height, limit = int(height), int(limit)
GAP, LINE = 18, (200, 204, 206)


def joined(height):
    pages = []
    for file in files:
        page = Image.open(file).convert("RGB")
        page = page.resize((round(page.width * height / page.height), height), Image.Resampling.LANCZOS)
        framed = Image.new("RGB", (page.width + 2, page.height + 2), LINE)
        framed.paste(page, (1, 1))
        pages.append(framed)
    width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    sheet = Image.new("RGB", (width, height + 2 + 2 * GAP), "white")
    right = width - GAP
    for page in pages:
        sheet.paste(page, (right - page.width, GAP))
        right -= page.width + GAP
    return sheet


def png(sheet, colours):
    data = io.BytesIO()
    small = sheet.quantize(colours, method=Image.Quantize.MEDIANCUT, kmeans=4, dither=Image.Dither.NONE)
    small.save(data, "PNG", optimize=True)
    return data.getvalue()


for tall in range(height, height // 2, -20):
    sheet = joined(tall)
    data = next((data for data in (png(sheet, colours) for colours in (192, 128, 96, 64)) if len(data) <= limit), None)
    if data:
        break
else:
    sys.exit(f"{target} cannot be made in {limit} bytes")
with open(target, "wb") as file:
    file.write(data)
print(f"{target}  {sheet.width}x{sheet.height}  {len(data) // 1024} KB")
PYTHON
}

mkdir -p src/handbook/pictures
rm -f src/handbook/pictures/{booklet,bulletin,correction,flyers,newsletter,press,seed,site,social,working-day}.png
limit=$((145 * 1024))

page out/2026/11/2026-11-20-basra-child-friendly-bulletin.pdf 1 seed-bulletin
page out/2026/11/2026-11-20-basra-child-friendly-flyer.pdf 1 seed-flyer
join seed 900 $limit "$work"/seed-bulletin.png "$work"/seed-flyer.png

all out/2026/11/2026-11-12-green-schools-bulletin.pdf green
join bulletin 640 $limit "$work"/green-*.png

page out/2026/11/2026-11-12-green-schools-flyer.pdf 1 flyer-1
page out/2026/10/2026-10-05-municipal-services-q3-flyer.pdf 1 flyer-2
page out/2026/11/2026-11-20-basra-child-friendly-flyer.pdf 1 flyer-3
join flyers 620 $limit "$work"/flyer-*.png

all out/2026/11/2026-11-30-november-newsletter.pdf november
join newsletter 640 $limit "$work"/november-[1-4].png

"$program" build -e newsletter -p office -o "$work/office" --proof >/dev/null
all "$work"/office/2026/11/2026-11-30-november-newsletter.office.booklet.pdf sides
page "$work"/office/2026/11/2026-11-30-november-newsletter.office.booklet-proof.pdf 1 proof
join booklet 520 $limit "$work"/sides-[12].png "$work"/proof.png

"$program" build -e bulletin,flyer -p press -o "$work/press" content/2026-11-12-green-schools.toml >/dev/null
page "$work"/press/2026/11/2026-11-12-green-schools-bulletin.press.pdf 2 pressed-1
page "$work"/press/2026/11/2026-11-12-green-schools-flyer.press.pdf 1 pressed-2
join press 640 $limit "$work"/pressed-*.png

all "$work"/day/out/2026/11/2026-11-20-school-visit-bulletin.pdf day
page "$work"/day/out/2026/11/2026-11-20-school-visit-flyer.pdf 1 dayflyer
join working-day 640 $limit "$work"/day-*.png "$work"/dayflyer.png

"$program" build -e social -o "$work/social" >/dev/null
shopt -s nullglob
post=("$work"/social/2026/11/*-green-schools-social-*.* "$work"/social/2026/11/*-basra-child-friendly-social-*.*)
posts posts "${post[@]}"
join social 560 $limit "$work"/posts.png

# The archive as its chapter leaves it.
mkdir "$work/archive"
cp -r nashra.toml content "$work/archive"
archive() { # MOMENT ARGUMENT..
    NASHRA_NOW=$1 "$program" -C "$work/archive" archive "${@:2}" >/dev/null 2>&1
}
archive 2026-12-01T09:00:00+03:00 add content
sed -i 's/2,460/2,640/' "$work/archive/content/2026-11-12-green-schools.toml"
archive 2026-12-03T09:00:00+03:00 correct content/2026-11-12-green-schools.toml \
    --reason "خطأ طباعي في عدد الشتلات" --authority "مدير المكتب الإعلامي"
archive 2026-12-04T09:00:00+03:00 withdraw 2026-11-19-citizens-day --reason "أُلغي الموعد"
corrected="$work/archive/archive/2026/11/2026-11-12-green-schools/v2/content"
page "$corrected/bulletin.pdf" 1 corrected
page "$corrected/correction.pdf" 1 slip
join correction 640 $limit "$work"/corrected.png "$work"/slip.png

archive 2026-12-04T09:00:00+03:00 site
# shot PAGE WIDTH HEIGHT NAME
shot() {
    chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/chromium" --window-size="$2,$3" \
        --virtual-time-budget=4000 --screenshot="$work/$4.png" "file://$work/archive/out/site/$1" >/dev/null 2>&1
}
shot index.html 1000 1200 site-1
shot 2026/11/2026-11-12-green-schools/index.html 1000 1200 site-2
shot "search.html?q=شتلة السدر" 600 1200 site-3
join site 640 $limit "$work"/site-[123].png
