"""What kinds of files are called, how they were recognised, and what their columns may hold, by name."""

from documents import plan_terms
from documents.file_kind import FileKind, Reading, telling_fields
from documents.headings import recognise
from documents.plan_figures import FIGURES
from documents.plan_reading import PlanReading
from documents.plan_words import key, words
from documents.vocabulary import fields_of, recogniser_of
from i18n import LANGUAGES, _, speaking

FOUND_BY = 4


def kind_words(kind: FileKind) -> str:
    """Return what a kind of file is called."""
    return {
        FileKind.PLAN: _("a plan"),
        FileKind.RESULTS: _("results of a past year"),
        FileKind.TREASURY: _("treasury figures"),
        FileKind.CHANGES: _("changes of the plan"),
        FileKind.PEOPLE: _("a list of staff"),
    }[kind]


def why_kind(kind: FileKind, reading: Reading) -> str:
    """Return by which columns, and for past results by which year, a file was recognised; "" where by none."""
    found = [plan_terms.fields(field) for field in telling_fields(kind, reading)[:FOUND_BY]]
    if not found:
        return ""
    said = _("Read as {kind}: there are columns for {fields}.").format(
        kind=kind_words(kind), fields=", ".join(found)
    )
    if kind is FileKind.RESULTS and isinstance(reading, PlanReading) and reading.year_be:
        said += " " + _("The file says fiscal year {year}.").format(year=reading.year_be)
    return said


def field_codes(kind: FileKind) -> tuple[str, ...]:
    """Return the fields that a column of this kind of file may hold."""
    if kind is FileKind.PLAN:
        return (*words()["headings"], *FIGURES)
    if kind is FileKind.RESULTS:
        return (*words()["headings"], "name", *FIGURES)
    return fields_of(str(kind))


def fields_to_choose(kind: FileKind) -> list[tuple[str, str]]:
    """Return code and name of every field, and last that a column is not used (an empty code)."""
    return [*((code, plan_terms.fields(code)) for code in field_codes(kind)), ("", _("not used"))]


def field_named(kind: FileKind, said: str) -> str | None:
    """Return the field that somebody names in either language or as headings do, "" for not used, None for none."""
    for language in LANGUAGES:
        with speaking(language):
            for code, name in fields_to_choose(kind):
                if key(name) == key(said) or (code and code == said.strip()):
                    return code
    is_plan = kind in (FileKind.PLAN, FileKind.RESULTS)
    found = [recognise((said,))] if is_plan else []
    found.append(recogniser_of("results" if is_plan else str(kind))(0, (said,)))
    return next((each.field for each in found if each.field in field_codes(kind)), None)
