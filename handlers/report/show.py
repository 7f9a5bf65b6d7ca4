"""Turns the present state of a draft into one card: the next question, or the confirm card."""

from dataclasses import replace

from cards import ask
from cards.ask_again import ask_fix, ask_remainder
from cards.card import Card, Choice, say
from cards.confirm import confirm
from cards.views import ActivityView, ConfirmItem
from cards.which_activity import which_activity
from handlers.report.choices import (
    cause_choices,
    disbursed_choices,
    fix_choices,
    progress_choices,
    remainder_choices,
    status_choices,
)
from handlers.report.desk import Desk
from handlers.report.draft import Question
from handlers.report.evidence import photos_among, photos_waiting
from handlers.report.line import Line
from handlers.report.questions import next_question
from i18n import _
from models.treasury_figures import TreasuryFigures
from rules.questions import question as doubt_words
from thai import writing
from thai.reading import Mode

MOST_CANDIDATES = 10


def show(desk: Desk) -> list[Card]:
    """Return the card for what is missing now, and remember what was asked."""
    focus, question = next_question(desk.draft, desk.line)
    desk.draft = replace(desk.draft, focus=focus, asking=question, serial=desk.draft.serial + 1)
    card = _card(desk, question)
    remark = desk.draft.remark
    desk.keep()
    return [say(remark), card] if remark else [card]


def _card(desk: Desk, question: Question) -> Card:
    if question is Question.ACTIVITY:
        return _ask_activity(desk)
    if question is Question.CONFIRM:
        return _confirm(desk)
    assert desk.draft.focus is not None
    item = desk.draft.item(desk.draft.focus)
    assert item is not None
    return _ask(desk, desk.line(item), question)


def _ask(desk: Desk, line: Line, question: Question) -> Card:
    no = line.state.activity.no
    view = replace(desk.view(no), plan_percent=line.planned)
    steps = (desk.tap(_("Back"), _("back"), "back"), desk.tap(_("Stop"), _("cancel"), "cancel"))
    trouble = [doubt_words(doubt, writing) for doubt in line.doubts if doubt.is_blocking]
    if trouble and question not in (Question.CAUSE, Question.FIX) and not desk.draft.remark:
        desk.draft = replace(desk.draft, remark=trouble[0])
    if question is Question.DISBURSED and line.treasury_offered is not None and not desk.draft.remark:
        desk.draft = replace(desk.draft, remark=_treasury_words(line.treasury_offered))
    match question:
        case Question.STATUS:
            return ask.ask_status(view, line.base, status_choices(desk, line), steps)
        case Question.DISBURSED:
            return ask.ask_disbursed(view, line.base, disbursed_choices(desk, line), steps)
        case Question.PROGRESS:
            return ask.ask_progress(view, line.base, progress_choices(desk, line), steps)
        case Question.CAUSE:
            return ask.ask_cause(view, line.item.said.causes or (), cause_choices(desk, line), steps)
        case Question.REMAINDER:
            return ask_remainder(view, line.unpaid_satang, remainder_choices(desk, line), steps)
        case _:
            return ask_fix(view, fix_choices(desk, line), steps)


def _treasury_words(figures: TreasuryFigures) -> str:
    """Ask about the gap only: the treasury's figure is there, one tap takes it."""
    words = _(
        "The treasury has disbursed {amount} as of {day}. Is that right? If not, type the right amount."
    )
    return words.format(amount=writing.baht(figures.disbursed_satang), day=writing.short_date(figures.as_of))


def _ask_activity(desk: Desk) -> Card:
    unplaced = desk.draft.item(None)
    wanted = unplaced.candidates if unplaced else ()
    numbers = wanted or tuple(activity.no for activity in desk.turn.own_activities)
    desk.look_up(numbers[:MOST_CANDIDATES])
    views = [desk.view(no) for no in numbers[:MOST_CANDIDATES]]
    choices = [desk.tap(_("Choose"), str(view.no), "place", view.no) for view in views]
    cancel = desk.tap(_("Stop"), _("cancel"), "cancel")
    return which_activity(views, choices=[*choices, cancel])


def _confirm(desk: Desk) -> Card:
    lines = desk.lines()
    photos = photos_among(photos_waiting(desk.turn, desk.dialogue.opened_at))
    items = [confirm_item(desk, line, photos if number == 0 else 0) for number, line in enumerate(lines)]
    doubtful = any(item.warnings for item in items)
    words = _("Yes, store it") if doubtful else _("Confirm")
    accept = desk.tap(words, _("confirm"), "confirm", desk.draft.serial)
    return confirm(items, accept, desk.tap(_("Stop"), _("cancel"), "cancel"))


def confirm_item(desk: Desk, line: Line, photos: int = 0) -> ConfirmItem:
    """Return one activity as the confirm card shows it."""
    activity = line.state.activity
    no = activity.no
    many = len(desk.draft.items) > 1
    label = _("Change {no}").format(no=no) if many else _("Change")
    return ConfirmItem(
        activity=ActivityView(
            no, activity.name, budget_satang=activity.budget_satang, plan_percent=line.planned
        ),
        now=line.now,
        period=line.item.period,
        last=line.last,
        how_read=(*line.item.how_read, *_beside(line)),
        warnings=tuple(doubt_words(doubt, writing) for doubt in line.doubts if not doubt.is_blocking),
        is_no_change=line.item.is_no_change,
        photos=photos,
        as_of=line.as_of,
        fix=desk.tap(label, _("change {no}").format(no=no), "fix", no),
        switch=_switch(desk, line) or _take_treasury(desk, line),
    )


def _beside(line: Line) -> tuple[str, ...]:
    """Return what the treasury says where the report says otherwise: it is shown, never put in its place."""
    figures = line.treasury_ahead
    if figures is None or line.now.disbursed_satang == figures.disbursed_satang:
        return ()
    words = _("the treasury has {amount} as of {day}")
    return (
        words.format(amount=writing.baht(figures.disbursed_satang), day=writing.short_date(figures.as_of)),
    )


def _take_treasury(desk: Desk, line: Line) -> Choice | None:
    figures = line.treasury_ahead
    if figures is None or (line.now.disbursed_satang or 0) >= figures.disbursed_satang:
        return None
    what = _("Take the treasury's {amount}").format(amount=writing.baht(figures.disbursed_satang))
    return desk.tap(what, what, "disbursed", line.item.no, figures.disbursed_satang)


def _switch(desk: Desk, line: Line) -> Choice | None:
    """Return the button that reads an amount the other way, where its words left that open."""
    item, before = line.item, (line.base.disbursed_satang or 0) if line.base else 0
    if item.mode is not Mode.AMBIGUOUS or not item.amount_satang or not before:
        return None
    is_total = line.now.disbursed_satang == item.amount_satang
    other = item.amount_satang + before if is_total else item.amount_satang
    if other > line.state.activity.budget_satang or (not is_total and other < before):
        return None
    what = _("No, it is for this month only") if is_total else _("No, it is the total")
    return desk.tap(what, what, "disbursed", item.no, other)
