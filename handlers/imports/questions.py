"""Asks what a file does not say by itself: its kind, what a column holds, its year, the day of its figures."""

from collections.abc import Sequence
from datetime import date

from cards.card import Card, Choice
from cards.import_preview import pick
from documents.learned import heading_key
from documents.plan_reading import ColumnReading
from handlers.imports.desk import ImportDesk
from handlers.imports.fields import fields_to_choose, kind_words
from i18n import _
from rules.fiscal_year import last_day_of, period_just_ended
from thai import writing

MOST_COLUMNS = 20
YEARS_OFFERED = 4


def ask_kind(desk: ImportDesk) -> Card:
    """Ask which of its likely kinds a file is."""
    choices = [
        desk.tap(kind_words(kind), kind_words(kind), "kind", kind) for kind in (desk.kind, *desk.others)
    ]
    asked = _("“{file}” can be read in several ways. What is it?").format(file=desk.file)
    return pick(_("What is this file?"), asked, choices, _stop(desk))


def ask_column(desk: ImportDesk) -> Card:
    """Offer the columns, those that are not used first: they are the likely ones."""
    columns = sorted(by_heading(desk.reading.columns).items(), key=lambda each: each[1][0].field is not None)
    choices = [
        desk.tap(f"{found[0].column} {found[0].header}", _column_words(ref, found), "column", ref)
        for ref, found in columns[:MOST_COLUMNS]
    ]
    asked = _("Which column? You can also type: column F is budget")
    return pick(_("Explain a column"), asked, choices, _back(desk))


def ask_field(desk: ImportDesk, ref: str) -> Card:
    """Ask what a column holds."""
    choices = [
        desk.tap(words, words, "field", ref, code or "-") for code, words in fields_to_choose(desk.kind)
    ]
    letters, header = ref.partition("#")[0], next((each.header for each in columns_under(desk, ref)), "")
    asked = _("What does column {column} “{header}” hold?").format(column=letters, header=header)
    return pick(_("Explain a column"), asked, choices, _back(desk))


def ask_year(desk: ImportDesk) -> Card:
    """Ask of which fiscal year the results are."""
    newest = desk.turn.year_be - 1
    choices = [
        desk.tap(str(year), _("year {year}").format(year=year), "year", year)
        for year in range(newest, newest - YEARS_OFFERED, -1)
    ]
    asked = _("Of which fiscal year are the results? Tap it, or type it such as 2560.")
    return pick(_("Results of a past year"), asked, choices, _stop(desk))


def ask_day(desk: ImportDesk) -> Card:
    """Ask of which day the figures are."""
    choices = [
        desk.tap(writing.short_date(day), writing.short_date(day), "as-of", day.isoformat())
        for day in _days_to_choose(desk)
    ]
    asked = _("Of which day are the figures? Tap it, or type it such as 30/4/2564.")
    return pick(kind_words(desk.kind), asked, choices, _stop(desk))


def by_heading(columns: Sequence[ColumnReading]) -> dict[str, list[ColumnReading]]:
    """Return the columns by what they are called here: "F", or "F#1" and "F#2" where sheets head F differently."""
    groups: dict[str, dict[str, list[ColumnReading]]] = {}
    for each in columns:
        groups.setdefault(each.column, {}).setdefault(heading_key(each.header), []).append(each)
    return {
        letters if len(headings) == 1 else f"{letters}#{number}": found
        for letters, headings in groups.items()
        for number, found in enumerate(headings.values(), start=1)
    }


def columns_under(desk: ImportDesk, ref: str) -> list[ColumnReading]:
    """Return the columns that are meant by "F" or "F#2"; of several "F" the one that is not used, else none."""
    named = by_heading(desk.reading.columns)
    if ref in named:
        return named[ref]
    unused = [found for each, found in named.items() if each.startswith(f"{ref}#") and found[0].field is None]
    return unused[0] if len(unused) == 1 else []


def is_ambiguous(desk: ImportDesk, letters: str) -> bool:
    """Return whether sheets head the column differently, and it cannot be told which is meant."""
    is_there = any(each.column == letters for each in desk.reading.columns)
    return is_there and not columns_under(desk, letters)


def _column_words(ref: str, found: Sequence[ColumnReading]) -> str:
    """Return what can be typed instead of tapping a column."""
    letters, mark, _number = ref.partition("#")
    said = _("column {column}").format(column=letters)
    return f"{said} {found[0].header}" if mark else said


def _days_to_choose(desk: ImportDesk) -> list[date]:
    """Return the likely days: what the file says, the end of the month that just ended, and today."""
    ended = last_day_of(period_just_ended(desk.turn.today))
    return list(dict.fromkeys(day for day in (desk.as_of, ended, desk.turn.today) if day))


def _stop(desk: ImportDesk) -> Choice:
    return desk.tap(_("Stop"), _("cancel"), "cancel")


def _back(desk: ImportDesk) -> Choice:
    return desk.tap(_("Back"), _("back"), "back")
