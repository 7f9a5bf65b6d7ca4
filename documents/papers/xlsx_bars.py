"""A chart of bars in a workbook, drawn from the cells beside it: it changes when they do."""

from typing import TYPE_CHECKING

from documents.papers.sheet import Bars, Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT = "TH SarabunPSK"
COLOURS = ("#8A97A5", "#0B7A55")
WIDTH, ROW_HEIGHT, AROUND = 1100, 30, 140  # pixels


def draw_bars(book: "Workbook", page: "Worksheet", sheet: Sheet, bars: Bars) -> None:
    """Put the chart below the table and its notes."""
    counted = [at for at, row in enumerate(sheet.rows) if row.is_counted]
    if not counted:
        return
    first, last = (len(sheet.titles) + 1 + at for at in (counted[0], counted[-1]))
    at_column = {column.key: at for at, column in enumerate(sheet.columns)}
    letters = {"name": FONT, "size": 12}
    chart = book.add_chart({"type": "bar"})
    for key, colour in zip(bars.values, COLOURS, strict=False):
        chart.add_series(
            {
                "name": [sheet.name, len(sheet.titles), at_column[key]],
                "categories": [sheet.name, first, at_column[bars.names], last, at_column[bars.names]],
                "values": [sheet.name, first, at_column[key], last, at_column[key]],
                "fill": {"color": colour},
            }
        )
    chart.set_title({"name": bars.title, "name_font": {**letters, "size": 16}})
    chart.set_y_axis({"reverse": True, "num_font": letters})
    chart.set_x_axis(
        {
            "num_font": letters,
            "num_format": "#,##0",
            "label_position": "high",
            "major_gridlines": {"visible": False},
        }
    )
    chart.set_legend({"position": "bottom", "font": letters})
    chart.set_size({"width": WIDTH, "height": AROUND + ROW_HEIGHT * len(counted)})
    below = len(sheet.titles) + len(sheet.rows) + len(sheet.notes) + 4
    page.set_h_pagebreaks([below])
    page.insert_chart(below, 1, chart)
