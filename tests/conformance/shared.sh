# What the scripts of this folder share; each sources it. `here` and `tools` are set by whoever does.

fail() {
    printf 'conformance: %s\n' "$1" >&2
    exit "${2:-1}"
}

need() { # COMMAND DEBIAN_PACKAGE
    command -v "$1" >/dev/null || fail "\`$1\` is missing: apt-get install $2" 3
}

environment() { # FOLDER: an empty one for programs in Python
    rm -rf "$1"
    python3 -m venv "$1" || fail "no virtual environment: apt-get install python3-venv" 3
}

from_pypi() { # FOLDER PACKAGE...: into an environment
    "$1/bin/python" -m pip install --quiet --no-cache-dir --disable-pip-version-check "${@:2}" ||
        fail "${*:2} could not be installed from PyPI" 3
}

from_npm() { # PACKAGE...
    npm install --silent --no-audit --no-fund --omit=optional --ignore-scripts --prefix "$tools" "$@" ||
        fail "$* could not be installed from the npm registry" 3
}

in_samples() { # PROGRAM: goes into a copy of the sample workspace, in which `nashra` is the program
    program=$(cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    cp -r "$here/../../content" "$here/../../nashra.toml" "$here/../../glossary.toml" "$work"
    cd "$work"
}

nashra() {
    "$program" --lang en "$@"
}
