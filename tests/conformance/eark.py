"""Asks the E-ARK project's own validator (PyPI eark-validator) about packages: structure, METS schema and the rules of CSIP and SIP
in the newest version that it knows, 2.1.0.

usage: python eark.py PACKAGE...
"""
import importlib.util
import os
import sys
import urllib.request
from pathlib import Path

# The validator fetches its vocabularies from the network when it starts; they lie in its own folder too.
package = Path(importlib.util.find_spec("eark_validator").origin).parent
vocabularies = package / "ipxml" / "resources" / "vocabs"
urllib.request.urlopen = lambda uri, *rest, **more: open(vocabularies / os.path.basename(uri), "rb")

import eark_validator.packages as packages  # noqa: E402
from eark_validator.specifications.specification import SpecificationVersion  # noqa: E402

# SIP14 wants every note of an agent to be an IDENTIFICATIONCODE, CSIP16 wants the program's to be its version: no package has both.
CONTRADICTED = {"SIP14"}


def results(value):
    """Every result in a report, however deep."""
    if isinstance(value, dict):
        if value.get("rule_id") and value.get("severity"):
            yield value
        for inner in value.values():
            yield from results(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from results(inner)


failed = False
for name in sys.argv[1:]:
    report = packages.PackageValidator(Path(name), SpecificationVersion.V2_1_0).validation_report.model_dump()
    structure = report["structure"]["status"].name
    schema = report["metadata"]["schema_results"]["status"].name
    errors = [one for one in results({key: report[key] for key in ("structure", "metadata")}) if one["severity"].name == "ERROR"]
    errors = [one for one in errors if one["rule_id"] not in CONTRADICTED]
    print(f"{name}: structure {structure}, METS schema {schema}, rules broken: {len(errors)}")
    for one in errors:
        print(f"  {one['rule_id']}: {one['message']}")
    failed |= structure != "WELLFORMED" or schema != "VALID" or bool(errors)
sys.exit(failed)
