"""Says each difference in one sentence, with amounts to the satang and the likeliest explanation."""

from collections.abc import Callable

from documents import plan_terms
from documents.checks import Check, Difference
from documents.misprints import Slip, Why
from i18n import _
from thai.writing import baht

LONGEST_LABEL = 70
FIELDS = ("budget", "disbursed", "committed", "remaining", "left_over")


def sentence(difference: Difference) -> str:
    """Return what differs, by how much, and why that may be, in the language now spoken."""
    return f"{_what(difference)} {explanation(difference.why)}".strip()


def place(difference: Difference) -> str:
    """Return where it stands: sheet, row and the words of the row."""
    return _("Sheet {sheet}, row {row} “{label}”").format(
        sheet=difference.sheet, row=difference.row, label=shortened(difference.label)
    )


def shortened(label: str) -> str:
    """Return the first words of a long name."""
    return label if len(label) <= LONGEST_LABEL else label[:LONGEST_LABEL].rstrip() + "…"


def explanation(why: Why) -> str:
    """Return the likeliest explanation, nothing where there is none."""
    says = _of_one_figure().get(why.slip) or _of_sums().get(why.slip)
    return says(dict(why.details)) if says else ""


def money(satang: int) -> str:
    """Return an amount in baht, to the satang."""
    return baht(satang, decimals="always")


def _what(difference: Difference) -> str:
    apart = money(abs(difference.difference))
    if difference.check is Check.PERCENT:
        return _("{printed}% is printed, but it is {computed}%.").format(
            printed=_percent(difference.printed), computed=_percent(difference.computed)
        )
    words = {
        Check.BALANCE: _("The parts add up to {printed}, but the budget is {computed}: {difference} {side}."),
        Check.TOTAL: _("{field}: {printed} printed, {computed} added up: {difference} {side}."),
        Check.OTHER_TABLE: _("{field}: {printed} here, {computed} on another sheet: {difference} {side}."),
    }[difference.check]
    side = _("too much") if difference.difference > 0 else _("too little")
    return words.format(
        field=plan_terms.fields(difference.field),
        printed=money(difference.printed),
        computed=money(difference.computed),
        difference=apart,
        side=side,
    )


def _of_one_figure() -> dict[Slip, Callable[[dict[str, str]], str]]:
    lines = {
        Slip.LOST_MINUS: _(
            "Likely {field} lost its minus sign: {likely} instead of {printed} makes it agree."
        ),
        Slip.LOST_SATANG: _("Likely the satang of {field} were left off: {likely} makes it agree."),
        Slip.UNITS: _("Likely {field} is written in another unit: {likely} makes it agree."),
        Slip.SWAPPED_DIGITS: _("Likely two digits of {field} were swapped: {likely} makes it agree."),
        Slip.MISSING_DIGIT: _("Likely a digit of {field} was dropped: {likely} makes it agree."),
        Slip.EXTRA_DIGIT: _("Likely {field} has a digit too many: {likely} makes it agree."),
        Slip.ONE_DIGIT: _("Likely one digit of {field} is wrong: {likely} makes it agree."),
    }
    return {slip: _filled(line) for slip, line in lines.items()}


def _filled(line: str) -> Callable[[dict[str, str]], str]:
    def fill(details: dict[str, str]) -> str:
        is_percent = details.get("field") == "percent"
        shown = _percent if is_percent else money
        amounts = {name: shown(int(details[name])) for name in ("printed", "likely") if name in details}
        return line.format(
            **{"printed": "", "likely": "", **amounts},
            field=plan_terms.fields(details.get("field", "budget")),
        )

    return fill


def _of_sums() -> dict[Slip, Callable[[dict[str, str]], str]]:
    return {
        Slip.ROW_LEFT_OUT: lambda said: _("Likely the total leaves out row {rows}.").format(**said),
        Slip.ROW_TWICE: lambda said: _("Likely the total counts row {rows} twice.").format(**said),
        Slip.AFTER_CORRECTION: lambda said: _(
            "It agrees once row {rows} is read as was probably meant."
        ).format(**said),
        Slip.ROWS_LEFT_OUT_AFTER_CORRECTION: lambda said: _(
            "It agrees once row {others} is read as was probably meant and row {rows} is left out."
        ).format(**said),
        Slip.SATANG_ONLY: lambda said: _("Only satang differ: likely rounded or mistyped."),
        Slip.ROW_MISSING: _missing_row,
        Slip.CUT_OFF: lambda said: _("Likely cut off instead of rounded."),
        Slip.OF_USED: lambda said: _("It is the share of what was disbursed and committed together."),
        Slip.OF_REST: lambda said: _("It is the share of the budget without what is left over."),
    }


def _missing_row(said: dict[str, str]) -> str:
    parts = [
        f"{plan_terms.fields(name)} {money(int(said[name]))}"
        for name in FIELDS
        if name in said and int(said[name])
    ]
    return _("Likely a row is missing here that the total counts: {parts}.").format(parts=", ".join(parts))


def _percent(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}"
