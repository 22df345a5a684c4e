#!/usr/bin/env bash
# Prints the figures that the README gives, as a Markdown table: builds for release, then measures in fresh
# processes and a temporary folder. Takes about three minutes; needs Python 3 and nothing else.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
cargo bench --no-run --locked --bench build --message-format json 2>/dev/null >target/bench.json || {
    cargo bench --no-run --locked --bench build
    exit 1
}
bench=$(python3 -c '
import json, sys
lines = (json.loads(line) for line in open("target/bench.json") if line.startswith("{"))
print([l["executable"] for l in lines if l.get("target", {}).get("kind") == ["bench"] and l.get("executable")][-1])')
exec python3 tests/bench/figures.py "$bench" target/release/nashra "$@"
