#!/usr/bin/env bash
# Makes the web site of an archive with every type of page, and asks programs that know nothing of nashra what they think of it:
# the Nu validator and axe-core of the pages, feedparser of the feeds.
# usage: tests/conformance/site.sh PROGRAM
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
tools=$(cd -- "$here/../.." && pwd)/target/conformance
axe=axe-core@4.14.1
vnu=vnu-jar@26.9.27
feeds=feedparser==6.0.14

# shellcheck source=tests/conformance/shared.sh
source "$here/shared.sh"

prepare() {
    need java openjdk-17-jdk-headless
    need python3 python3-venv
    need npm npm
    need chromium chromium
    mkdir -p "$tools"
    if [[ ! -f $tools/node_modules/axe-core/axe.min.js || ! -f $tools/node_modules/vnu-jar/build/dist/vnu.jar ]]; then
        from_npm "$axe" "$vnu"
    fi
    if ! "$tools/feeds/bin/python" -c 'import feedparser' 2>/dev/null; then
        environment "$tools/feeds"
        from_pypi "$tools/feeds" "$feeds"
    fi
}

prepare
in_samples "$1"

# beside the samples, reports in three languages with links, emphasis and files, and a title with signs of HTML
for name in blood visit school; do cp "$here/../fixtures/site/$name.toml" "content/$name.toml"; done
mkdir -p content/assets/more
printf 'الدائرة,العدد\n' | tee "content/assets/نسبة 50%.csv" >"content/assets/more/نسبة 50%.csv"
sed -i 's/^title = .*/title = "قسم البحث \& التطوير: 1 < 2، و<b>العلامات<\/b> كما هي \&amp;"/' content/blood.toml

export NASHRA_NOW=2026-12-01T09:00:00+03:00
nashra archive add content
export NASHRA_NOW=2026-12-03T09:00:00+03:00
sed -i 's/2,460/2,640/' content/2026-11-12-green-schools.toml
nashra archive correct content/2026-11-12-green-schools.toml --reason "خطأ طباعي في عدد الشتلات"
nashra archive withdraw 2026-11-19-citizens-day --yes --reason "أُلغي الموعد"
nashra archive site --url https://archive.example.iq

mapfile -t pages < <(cd out/site && find . -name '*.html' | sort)
java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --stdout "${pages[@]/#./out/site}" || fail "the Nu validator finds faults"
java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --stdout --css out/site/assets/site.css || fail "the Nu validator finds faults in the style sheet"
echo "the Nu validator finds nothing on ${#pages[@]} pages"
python3 "$here/site_axe.py" "$tools/node_modules/axe-core/axe.min.js" out/site || fail "axe-core finds faults"
"$tools/feeds/bin/python" "$here/site_feeds.py" out/site || fail "feedparser finds faults"
