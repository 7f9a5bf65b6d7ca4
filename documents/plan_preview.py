"""Says in plain words what was understood of a plan file; the command line and the chat show it before an import."""

from documents.checks_words import explanation, place, sentence
from documents.column_lines import column_lines
from documents.plan_reading import Doubt, PlanReading, PrintedTotal
from i18n import _, ngettext
from thai.writing import baht

DOUBTS_SHOWN = 20
ROWS_SHOWN = 12


def summary(reading: PlanReading) -> str:
    """Return one paragraph: how much was read, how it compares with the printed totals, how much is in doubt."""
    sentences = [_what_was_read(reading), _compared(reading), _followed(reading), _in_doubt(reading)]
    return " ".join(sentence for sentence in sentences if sentence)


def preview(reading: PlanReading, doubts_shown: int = DOUBTS_SHOWN) -> str:
    """Return the summary and below it, line by line, columns, differing totals, doubts and notes."""
    parts = [
        (_("How the columns were understood"), understood(reading)),
        (_("Printed totals that differ"), [total_line(total) for total in differing_totals(reading)]),
        (_("Figures that do not follow from the others"), _differences(reading)),
        (_("To be looked at"), _doubts(reading, doubts_shown)),
        (_("Good to know"), [note.text for note in reading.notes]),
    ]
    blocks = [summary(reading)]
    blocks += ["\n".join([f"{title}:", *(f"- {line}" for line in lines)]) for title, lines in parts if lines]
    return "\n\n".join(blocks)


def doubt_line(doubt: Doubt) -> str:
    """Return one doubt with its place: sheet, row, reason, and whether the row is left out."""
    if doubt.row == 0:
        line = _("Sheet {sheet}: {reason}").format(sheet=doubt.sheet, reason=doubt.reason)
    else:
        line = _("Sheet {sheet}, row {row}: {reason}").format(
            sheet=doubt.sheet, row=doubt.row, reason=doubt.reason
        )
    return line + " " + _("(not read)") if doubt.is_left_out else line


def _what_was_read(reading: PlanReading) -> str:
    activities, projects, agencies = len(reading.rows), len(reading.projects), len(reading.agencies)
    read = _("{activities} in {projects} of {agencies}, {budget}.").format(
        activities=ngettext("{count} activity", "{count} activities", activities).format(count=activities),
        projects=ngettext("{count} project", "{count} projects", projects).format(count=projects),
        agencies=ngettext("{count} agency", "{count} agencies", agencies).format(count=agencies),
        budget=baht(reading.budget_satang),
    )
    reserve = sum(row.is_reserve for row in reading.rows)
    if not reserve:
        return read
    return read + " " + _("{count} of them are in reserve and not in that sum.").format(count=reserve)


def _compared(reading: PlanReading) -> str:
    if not reading.totals:
        return ""
    differing = len(differing_totals(reading))
    if not differing:
        return _("All printed totals agree with the sums.")
    return ngettext(
        "{count} printed total differs from its sum.",
        "{count} printed totals differ from their sums.",
        differing,
    ).format(count=differing)


def _followed(reading: PlanReading) -> str:
    count = len(reading.differences)
    if not count:
        return ""
    return ngettext(
        "{count} figure does not follow from the others.",
        "{count} figures do not follow from the others.",
        count,
    ).format(count=count)


def _in_doubt(reading: PlanReading) -> str:
    if not reading.doubts:
        return _("Nothing is in doubt.")
    left_out = len({(doubt.sheet, doubt.row) for doubt in reading.left_out()})
    doubtful = len(reading.doubts)
    said = ngettext("{count} thing is in doubt.", "{count} things are in doubt.", doubtful).format(
        count=doubtful
    )
    if not left_out:
        return said
    rows = ngettext("{count} row was not read.", "{count} rows were not read.", left_out).format(
        count=left_out
    )
    return f"{said} {rows}"


def understood(reading: PlanReading) -> list[str]:
    """Return how columns and units were understood, and which rows only add others up."""
    return [*column_lines(reading.columns, reading.sheets), *_passed_over(reading)]


def _passed_over(reading: PlanReading) -> list[str]:
    """Return for each sheet where its headings are, and which rows only add others up."""
    lines = []
    for sheet in reading.sheets:
        rows = [str(total.row) for total in reading.totals if total.sheet == sheet.name]
        lines.append(_("{sheet}: headings in row {row}").format(sheet=sheet.name, row=sheet.header_row))
        if rows:
            shown = ", ".join(rows[:ROWS_SHOWN]) + (" …" if len(rows) > ROWS_SHOWN else "")
            words = _("{sheet}: rows that only add up others, compared and passed over: {rows}")
            lines.append(words.format(sheet=sheet.name, rows=shown))
    return lines


def _doubts(reading: PlanReading, shown: int) -> list[str]:
    lines = [doubt_line(doubt) for doubt in reading.doubts[:shown]]
    rest = len(reading.doubts) - shown
    if rest > 0:
        lines.append(
            ngettext("{count} more is not shown", "{count} more are not shown", rest).format(count=rest)
        )
    return lines


def _differences(reading: PlanReading) -> list[str]:
    return [f"{place(each)}: {sentence(each)}" for each in reading.differences]


def differing_totals(reading: PlanReading) -> list[PrintedTotal]:
    """Return the printed totals that differ from their sums."""
    return [total for total in reading.totals if total.difference_satang]


def total_line(total: PrintedTotal) -> str:
    """Return one printed total beside its sum, with the likeliest explanation."""
    more = total.difference_satang > 0
    why = explanation(total.why) if total.why else ""
    template = (
        _(
            "Sheet {sheet}, row {row} “{label}”: {printed} printed, {summed} added up; {difference} more printed"
        )
        if more
        else _(
            "Sheet {sheet}, row {row} “{label}”: {printed} printed, {summed} added up; {difference} less printed"
        )
    )
    said = template.format(
        sheet=total.sheet,
        row=total.row,
        label=total.label,
        printed=baht(total.printed_satang),
        summed=baht(total.summed_satang),
        difference=baht(abs(total.difference_satang)),
    )
    return f"{said} {why}".rstrip()
