"""The columns that hold one report's figures; the history and the current row have the same ones."""

from decimal import Decimal
from typing import Any

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Percent, Satang, Word
from rules.cause import Cause
from rules.figures import Figures
from rules.status import Status


class FigureColumns:
    """A mixin: percent of work, money in satang (cumulative from 1 October), state and problems."""

    status: Mapped[Status | None] = mapped_column(Word(Status))
    progress_percent: Mapped[Decimal | None] = mapped_column(Percent)
    disbursed_satang: Mapped[int | None] = mapped_column(Satang)
    committed_satang: Mapped[int | None] = mapped_column(Satang)
    left_over_satang: Mapped[int | None] = mapped_column(Satang)
    causes: Mapped[list[Any]] = mapped_column(default=list)
    problem_text: Mapped[str | None] = mapped_column(Text)

    def figures(self) -> Figures:
        """Return what the columns say."""
        return figures_of(self)

    def take(self, figures: Figures) -> None:
        """Let the columns say `figures`."""
        self.status, self.progress_percent = figures.status, figures.progress_percent
        self.disbursed_satang, self.committed_satang = figures.disbursed_satang, figures.committed_satang
        self.left_over_satang, self.problem_text = figures.left_over_satang, figures.problem_text
        self.causes = [str(cause) for cause in figures.causes or ()]


def figures_of(row: Any) -> Figures:
    """Return what these columns say in an object, or in a row of a question for them."""
    return Figures(
        status=row.status,
        progress_percent=row.progress_percent,
        disbursed_satang=row.disbursed_satang,
        committed_satang=row.committed_satang,
        left_over_satang=row.left_over_satang,
        causes=tuple(map(Cause, row.causes)),
        problem_text=row.problem_text,
    )
