"""Sample data of each form (samples/NAME.json): what the gallery prints, and by which templates are checked.

A sample has at least one entry in every list, so that every field a template may use is there.
"""

from pathlib import Path

from documents.papers.form import Cell, Gathered
from documents.papers.inputs import from_json
from thai.paper_phrases import NAMES

SAMPLES = Path(__file__).parent / "samples"


def sample_of(form: str) -> Gathered:
    """Return the sample data of a form."""
    context = from_json((SAMPLES / f"{form}.json").read_text(encoding="utf-8"))
    # Every name is there in every paper, whenever it was added.
    context["names"] = {**NAMES, **context["names"]}
    return Gathered(context, data_version=1, cells={"sample": Cell(1)})
