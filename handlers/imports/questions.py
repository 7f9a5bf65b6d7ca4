"""Asks what a file does not say by itself: its kind, what a column holds, its year, the day of its figures."""

from datetime import date

from cards.card import Card, Choice
from cards.import_preview import pick
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
    columns = sorted(desk.reading.columns, key=lambda each: each.field is not None)[:MOST_COLUMNS]
    choices = [
        desk.tap(
            f"{each.column} {each.header}",
            _("column {column}").format(column=each.column),
            "column",
            each.column,
        )
        for each in columns
    ]
    asked = _("Which column? You can also type: column F is budget")
    return pick(_("Explain a column"), asked, choices, _back(desk))


def ask_field(desk: ImportDesk, letters: str) -> Card:
    """Ask what a column holds."""
    choices = [
        desk.tap(words, words, "field", letters, code or "-") for code, words in fields_to_choose(desk.kind)
    ]
    header = next((each.header for each in desk.reading.columns if each.column == letters), "")
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


def columns_under(desk: ImportDesk, letters: str) -> list[ColumnReading]:
    """Return the columns with these letters, on whichever sheet."""
    return [each for each in desk.reading.columns if each.column == letters]


def _days_to_choose(desk: ImportDesk) -> list[date]:
    """Return the likely days: what the file says, the end of the month that just ended, and today."""
    ended = last_day_of(period_just_ended(desk.turn.today))
    return list(dict.fromkeys(day for day in (desk.as_of, ended, desk.turn.today) if day))


def _stop(desk: ImportDesk) -> Choice:
    return desk.tap(_("Stop"), _("cancel"), "cancel")


def _back(desk: ImportDesk) -> Choice:
    return desk.tap(_("Back"), _("back"), "back")
