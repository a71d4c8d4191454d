"""Reads the files that oscal.rs wrote with compliance-trestle, which refuses whatever is not OSCAL."""

import pathlib
import sys

from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.catalog import Catalog
from trestle.oscal.profile import Profile

MODELS = {"catalog": Catalog, "profile": Profile, "assessment-results": AssessmentResults}

files = sorted(pathlib.Path(sys.argv[1]).glob("*.json"))
assert files, "there are no files"
for file in files:
    assert MODELS[file.name.split(".")[0]].oscal_read(file) is not None, file
print(f"test result: ok. {len(files)} passed; 0 failed; files of OSCAL")
