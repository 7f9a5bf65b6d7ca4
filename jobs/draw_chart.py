"""Draws a chart ahead of whoever opens it; a task, so that no conversation and no web page waits for matplotlib."""

from documents.charts.kept import picture
from engine.house import House
from handlers.chart_links import charts_folder


def draw_chart(house: House, name: str) -> None:
    """Draw the chart with this name where it is not drawn yet; the page draws it too where this task was lost."""
    picture(charts_folder(house.settings), name)
