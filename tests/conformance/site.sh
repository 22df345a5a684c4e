#!/usr/bin/env bash
# Makes the web site of an archive with every type of page, and asks programs that know nothing of nashra what they think of it:
# the Nu validator and axe-core of the pages, feedparser of the feeds.
# usage: tests/conformance/site.sh PROGRAM
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
project=$(cd -- "$here/../.." && pwd)
program=$(cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")
tools="$project/target/conformance"
axe=axe-core@4.14.1
vnu=vnu-jar@26.9.27
feeds=feedparser==6.0.14

fail() {
    printf 'conformance: %s\n' "$1" >&2
    exit "${2:-1}"
}

need() { # COMMAND DEBIAN_PACKAGE
    command -v "$1" >/dev/null || fail "\`$1\` is missing: apt-get install $2" 3
}

prepare() {
    need java openjdk-17-jdk-headless
    need python3 python3-venv
    need npm npm
    need chromium chromium
    mkdir -p "$tools"
    if [[ ! -f $tools/node_modules/axe-core/axe.min.js || ! -f $tools/node_modules/vnu-jar/build/dist/vnu.jar ]]; then
        npm install --silent --no-audit --no-fund --omit=optional --ignore-scripts --prefix "$tools" "$axe" "$vnu" ||
            fail "$axe and $vnu could not be installed from the npm registry" 3
    fi
    if ! "$tools/feeds/bin/python" -c 'import feedparser' 2>/dev/null; then
        rm -rf "$tools/feeds"
        python3 -m venv "$tools/feeds" || fail "no virtual environment: apt-get install python3-venv" 3
        "$tools/feeds/bin/python" -m pip install --quiet --no-cache-dir --disable-pip-version-check "$feeds" ||
            fail "$feeds could not be installed from PyPI" 3
    fi
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prepare
cp -r "$project/content" "$project/nashra.toml" "$project/glossary.toml" "$work"
cd "$work"
nashra() {
    "$program" --lang en "$@"
}

# beside the samples, reports in three languages with links, emphasis and files, and a title with signs of HTML
for name in blood visit school; do cp "$project/tests/fixtures/site/$name.toml" "content/$name.toml"; done
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
