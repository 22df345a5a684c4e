"""Gives the program every input of the table, and names those that it does not bear.

    python3 tests/strangers/run.py [--program PROGRAM] [--kind KIND] [--list]

Each input lies in a workspace of its own beside an innocent report. The program must end by itself within 20 seconds (and 2
for the programs that it starts) and a gigabyte, with one of its own exit codes, and say why if it made nothing; the innocent
report must be built by the same run.
"""

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from table import Input, table

SECONDS = 24
# The program looks at its copies' memory fifty times a second.
BYTES = 5 * 1024**3 // 4
INNOCENT = "content/2026-11-20-innocent.toml"
TEXT = (
    'schema = 1\nstatus = "approved"\nnumber = "1/2026"\ndate = 2026-11-20\ntitle = "افتتاح مدرسة جديدة في قضاء الزبير"\n\n'
    '[[body]]\nparagraph = "افتتح السيد المحافظ مدرسة جديدة في قضاء الزبير بحضور عدد من الأهالي."\n'
)
# What the program says of itself: done, mistakes in what was given, wrong usage, the machine, re-saved.
CODES = {0, 1, 2, 3, 4}


def give(program: str, row: Input) -> list[str]:
    """What is wrong with how the program took an input."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "office"
        files = {"nashra.toml": b'schema = 1\nlanguage = "en"\n', INNOCENT: TEXT.encode()} | row.files
        for name, data in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        # An innocent report named beside the stranger's is built by the same run.
        command = row.command + [INNOCENT] if row.kind == "template" else row.command
        code, seconds, memory, said = timed([program, "-C", str(root), *command])
        wrong = []
        if seconds > SECONDS:
            wrong.append(f"took {seconds:.1f} s")
        if memory > BYTES:
            wrong.append(f"took {memory // 2**20} MB")
        if code not in CODES:
            wrong.append(f"exit code {code}")
        if code != 0 and "error" not in said:
            wrong.append("says nothing")
        if "RUST_BACKTRACE" in said or "panicked at" in said:
            wrong.append("panicked")
        innocent = root / "out/2026/11/2026-11-20-innocent-bulletin.pdf"
        # The stranger's template is for flyers: the innocent report has one with the same template.
        if not row.alone and row.kind != "template" and not innocent.exists():
            wrong.append("the innocent report was not built")
        escaped = [path.name for path in root.parent.iterdir() if path != root]
        if escaped:
            wrong.append(f"wrote outside: {escaped}")
        return [*wrong, said[-600:]] if wrong else []


def timed(command: list[str]) -> tuple[int, float, int, str]:
    """Exit code, seconds, most memory in bytes, and what was said."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as out:
        run = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True)
        while True:
            pid, status, usage = os.wait4(run.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - began > SECONDS + 10:
                os.killpg(run.pid, signal.SIGKILL)
                pid, status, usage = os.wait4(run.pid, 0)
                break
            time.sleep(0.01)
        run.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode(errors="replace")
    return run.returncode, time.monotonic() - began, usage.ru_maxrss * 1024, said


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--program", default="target/release/nashra")
    options.add_argument("--kind")
    options.add_argument("--list", action="store_true")
    chosen = options.parse_args()
    rows = [row for row in table() if chosen.kind in (None, row.kind)]
    if chosen.list:
        for row in rows:
            print(f"{row.kind}\t{row.name}\t{row.tries}")
        return 0
    program = str(Path(chosen.program).resolve())
    # A program that forgets its limits fails, and does not take the machine along.
    resource.setrlimit(resource.RLIMIT_AS, (16 * BYTES, 16 * BYTES))
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda row: (row, give(program, row)), rows))
    failed = [(row, wrong) for row, wrong in results if wrong]
    for row, wrong in failed:
        print(f"{row.kind}: {row.name}: {'; '.join(wrong[:-1])}\n{wrong[-1]}", file=sys.stderr)
    print(f"inputs from strangers: {len(rows)}, not borne: {len(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
