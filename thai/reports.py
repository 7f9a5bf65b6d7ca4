"""Reads a report or a correction: who is meant by each part, what is said of it, what must be asked."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from thai.fixes import without_what_was_wrong
from thai.intents import is_acknowledgement
from thai.message import Message
from thai.money import Money
from thai.normalise import Text
from thai.only_talk import is_only_talk
from thai.progress import Progress
from thai.quantity import Topic
from thai.reading import Clarify, Context, Intent, Reading, Record, ReportReading
from thai.said import Manner, Said, read_said
from thai.segment import Segment
from thai.settle import Settled, settle
from thai.sums import unless_said_of_each, without_grand_total
from thai.tokens import Kind, Tokens
from thai.verdict import with_record
from thai.whom import whom
from thai.writing_dates import BANGKOK

_NO_TEXT = Text("", "", ())
_TELLS_OF_WORK = {
    Kind.DONE, Kind.MONEY, Kind.ALMOST, Kind.AWAITING, Kind.TENDER, Kind.REMAINING, Kind.CONTRACT, Kind.COMMITTED,
}  # fmt: skip
_TELLS_OF_ACTIVITY = _TELLS_OF_WORK | {
    Kind.WORK, Kind.ACCEPTED, Kind.STOPPED, Kind.GOING, Kind.DO, Kind.START, Kind.WILL, Kind.YET, Kind.PLANNED,
}  # fmt: skip


def reported(message: Message) -> Reading | None:
    """Return the report or correction a message is, None where it says nothing of an activity."""
    if message.heard.has(Kind.FIX) or _denies_a_figure(message.tokens):
        return corrected(message)
    found = _settled(message, Manner(message.prompt, _today(message.context)))
    if is_only_talk(found, message):
        return None
    return _reading(Intent.REPORT, found, message) if found else named_only(message)


def corrected(message: Message) -> Reading | None:
    """Return the correction with the corrected fields only; None where the message changes nothing."""
    mine = frozenset(one.no for one in message.context.assigned)
    manner = Manner(message.prompt, _today(message.context), True, Topic.WORK, mine)
    found = _settled(message, manner)
    if found:
        return _reading(Intent.CORRECT, found, message)
    if not message.heard.has(Kind.FIX) or message.context.pending:
        return None
    named = tuple(ReportReading(no) for no in message.pointed_numbers())
    return Reading(Intent.CORRECT, named, (Clarify.WHAT_TO_CHANGE,))


def named_only(message: Message) -> Reading | None:
    """Return a report still without figures: the activity was named to be reported, or only a plan was told."""
    kinds = {token.kind for token in message.tokens}
    tells = bool(kinds & _TELLS_OF_WORK) or {Kind.WILL, Kind.DO} <= kinds
    numbers = message.pointed_numbers()
    if not numbers:
        meant = whom(message.split.segments[0], message)
        numbers = tuple(one.no for one in meant if one.no is not None)
        if not tells or len(meant) != 1 or message.heard.chats or is_acknowledgement(message.heard):
            return None
    wants = any("รายงาน" in token.text for token in message.tokens) or message.context.bot_prompt is not None
    if not numbers or not (wants or kinds & _TELLS_OF_ACTIVITY or _is_bare(message.tokens)):
        return None
    is_mine = all(message.context.is_mine(no) for no in numbers)
    doubt = Clarify.STATUS_MISSING if is_mine else Clarify.NOT_YOUR_ACTIVITY
    return Reading(Intent.REPORT, tuple(ReportReading(no) for no in numbers), (doubt,), Record.NO)


def merely_named(message: Message) -> Reading | None:
    """Return the question for what is new where one's own activity was named, and nothing else was understood."""
    begins_with_it = bool(message.tokens) and message.tokens[0].kind is Kind.NUMBER
    if not begins_with_it and not any(token.kind is Kind.REFERENCE for token in message.tokens):
        return None
    mine = [no for no in message.pointed_numbers() if message.context.is_mine(no)]
    if not mine:
        return None
    return Reading(Intent.REPORT, tuple(map(ReportReading, mine)), (Clarify.STATUS_MISSING,), Record.NO)


def settled_again(report: ReportReading, context: Context) -> Settled:
    """Hold a half-filled report against the figures of the activity it now has."""
    money = None
    if report.disbursed_mode is not None:
        money = Money(report.disbursed_satang, mode=report.disbursed_mode)
    progress = Progress(report.progress_percent) if report.progress_percent is not None else None
    settled = settle(
        Said(report.status, progress=progress, money=money), report.activity_no, context, _NO_TEXT
    )
    kept = replace(
        settled.report,
        causes=report.causes,
        problem_text=report.problem_text,
        as_of=report.as_of,
        because=report.because,
    )
    answered = () if report.causes is None else (Clarify.STATUS_MISSING, Clarify.REASON_REQUIRED)
    return Settled(kept, tuple(doubt for doubt in settled.doubts if doubt not in answered))


def _today(context: Context) -> date | None:
    """Return the day in Bangkok on which the message was sent."""
    sent = context.sent_at
    if sent is None:
        return None
    return (sent.astimezone(BANGKOK) if sent.tzinfo else sent).date()


def _denies_a_figure(tokens: Tokens) -> bool:
    """Return whether a figure is put in place of another: 45% ไม่ใช่ 54%."""
    figures = (Kind.AMOUNT, Kind.PERCENT, Kind.NUMBER)
    return any(
        token.kind is Kind.INSTEAD and token.value != "slip" and following.kind in figures
        for token, following in pairwise(tokens)
    )


def _settled(message: Message, manner: Manner) -> list[Settled]:
    """Return the settled report of every activity the message speaks of."""
    split = message.split
    if split.all_mine and not any(segment.pointed for segment in split.segments):
        return _of_all(message, manner)
    heard = [
        (segment, read_said(_corrected_only((*split.shared, *segment.tokens), message, manner), manner))
        for segment in split.segments
    ]
    told = [(segment, said) for segment, said in heard if said.is_something]
    if told and len(heard) > 1:  # of several that were named, none is dropped in silence
        told = [(segment, said) for segment, said in heard if said.is_something or segment.is_meant]
    heard = without_grand_total(told, manner)
    return [one for segment, said in heard for one in _settled_each(segment, said, message, manner)]


def _settled_each(segment: Segment, said: Said, message: Message, manner: Manner) -> list[Settled]:
    """Return the settled report of each activity a segment is about; one amount for several is asked about."""
    meant = whom(segment, message)
    if len(meant) > 1:
        said = unless_said_of_each(said, message.tokens)
    return [
        _candidates_kept(
            settle(said, one.no, message.context, message.text, manner.is_correction), one.candidates
        )
        for one in meant
    ]


def _corrected_only(tokens: Tokens, message: Message, manner: Manner) -> Tokens:
    fix = message.heard.last_fix
    return without_what_was_wrong(tokens, fix) if manner.is_correction and fix else tokens


def _candidates_kept(settled: Settled, candidates: tuple[int, ...]) -> Settled:
    return replace(settled, report=replace(settled.report, candidates=candidates)) if candidates else settled


def _of_all(message: Message, manner: Manner) -> list[Settled]:
    """Return one report for each of the writer's activities; figures are never set for all at once."""
    said = read_said(tuple(token for segment in message.split.segments for token in segment.tokens), manner)
    if said.same is None and (said.problems is None or said.problems.causes):
        return []
    only = Said(problems=said.problems, same=said.same, dated=said.dated)
    return [settle(only, one.no, message.context, message.text) for one in message.context.assigned]


def _reading(intent: Intent, found: list[Settled], message: Message) -> Reading:
    doubts = tuple(dict.fromkeys(doubt for one in found for doubt in one.doubts))
    if Clarify.NOT_YOUR_ACTIVITY in doubts:
        intent = Intent.REPORT  # there is nothing of one's own to correct
    if len(found) > 1 and (message.split.all_mine or _is_both_unchanged(found, message)):
        doubts = (*doubts, Clarify.ALL_ACTIVITIES_CONFIRM)
    return with_record(intent, tuple(one.report for one in found), doubts)


def _is_both_unchanged(found: list[Settled], message: Message) -> bool:
    """Return whether "no change" is said of all of one's own by their count: ทั้งสองกิจกรรมคงเดิม."""
    names_any = any(segment.pointed for segment in message.split.segments)
    is_all = len(found) == len(message.context.assigned)
    return message.split.both and is_all and not names_any and all(one.report.is_no_change for one in found)


def _is_bare(tokens: Tokens) -> bool:
    idle = (Kind.NAME, Kind.REFERENCE, Kind.NUMBER, Kind.PUNCT, Kind.NOISE)
    return all(token.kind in idle or (token.kind is Kind.OTHER and len(token.text) <= 6) for token in tokens)
