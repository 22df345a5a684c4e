"""Cross-check of the benches' `stock`: the same page through the typst package of PyPI, in fresh processes.

    stock.py FOLDER     FOLDER made by the criterion program: target/release/deps/build-HASH @dump FOLDER 1

Needs `pip install typst` of the version in Cargo.toml or the next one. Prints the milliseconds of the compile alone (fonts read
inside it), without the interpreter's start and the import.
"""

import statistics
import subprocess
import sys

PAGE = """
import sys, time, typst
folder = sys.argv[1]
began = time.perf_counter()
compiler = typst.Compiler(folder + "/main.typ", root=folder, font_paths=[folder + "/fonts"], ignore_system_fonts=True)
compiler.compile(output=folder + "/stock.pdf", format="pdf", pdf_standards=["a-3a", "ua-1"])
print((time.perf_counter() - began) * 1000, typst.__version__)
"""

times = []
for _ in range(21):
    said = subprocess.run([sys.executable, "-c", PAGE, sys.argv[1]], check=True, capture_output=True, text=True).stdout
    took, version = said.split()
    times.append(float(took))
print(f"typst {version} from PyPI: {statistics.median(times):.1f} ms ({min(times):.1f} to {max(times):.1f})")
