"""Fixtures of the tests of files that offices send."""

import pytest

from documents.plan_file import read_plan
from tests.documents.books import workbook


@pytest.fixture
def read(tmp_path):
    """Read a workbook made of these sheets."""
    return lambda *pages: read_plan(workbook(tmp_path / "plan.xlsx", *pages))
