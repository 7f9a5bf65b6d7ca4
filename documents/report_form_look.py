"""The cell formats of the form: what is ours is locked and grey, what is to be filled in is yellow."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

# The typeface and size of Thai official documents; Excel takes the next best where it is not there.
FONT, SIZE = "TH SarabunPSK", 16
YELLOW, GREY, BLUE, LINE = "#FFF7CC", "#F1F5F9", "#DCEBFA", "#9AA7B4"
BAHT, PERCENT = "#,##0.00", "0.00"


class Look:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.title = self._made(bold=True, font_size=20)
        self.words = self._made(text_wrap=True, valign="top")
        self.code = self._made(font_size=9, font_color="#7A8794")
        self.heading = self._boxed(bold=True, bg_color=BLUE, align="center", valign="vcenter", text_wrap=True)
        self.to_fill = self._boxed(
            bold=True, bg_color=YELLOW, align="center", valign="vcenter", text_wrap=True
        )
        self.divider = self._boxed(italic=True, bg_color=GREY)
        self.locked = self._locked(text_wrap=True)
        self.locked_number = self._locked(align="center")
        self.locked_baht = self._locked(num_format=BAHT)
        self.locked_percent = self._locked(num_format=PERCENT)
        self.open_text = self._open(text_wrap=True)
        self.open_baht = self._open(num_format=BAHT)
        self.open_percent = self._open(num_format=PERCENT)

    def _locked(self, **more: Any) -> Format:
        return self._boxed(bg_color=GREY, valign="top", **more)

    def _open(self, **more: Any) -> Format:
        return self._boxed(bg_color=YELLOW, valign="top", locked=False, **more)

    def _boxed(self, **more: Any) -> Format:
        return self._made(border=1, border_color=LINE, **more)

    def _made(self, **more: Any) -> Format:
        return self._book.add_format({"font_name": FONT, "font_size": SIZE, **more})
