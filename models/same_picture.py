"""Photos that were sent before for another activity or month: found by their hashes, asked about, settled."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.evidence import PHOTO, Doubt, Evidence, Kept
from models.person import Person
from models.report import Report
from rules.same_picture import Picture, is_same_picture


@dataclass(frozen=True)
class Use:
    """What a photo is for: an activity and the first day of a month."""

    activity_id: int
    period: date


@dataclass(frozen=True)
class _Used:
    """Another photo of the same picture, to the byte or nearly."""

    evidence_id: int
    is_exact: bool
    doubt: Doubt | None
    use: Use


def take_turns(session: Session, person_id: int) -> None:
    """Let nobody else look at this person's photos until the transaction ends.

    A photo is fetched and given to its report at the same time; whichever comes second must see what the first wrote,
    and ten copies that are fetched at once must ask one question. Call it before any of them is changed: all lock the
    person first and a photo second.
    """
    session.flush()
    # FOR NO KEY UPDATE: a new row that refers to the person does not wait for it.
    session.execute(select(Person.id).where(Person.id == person_id).with_for_update(key_share=True))


def doubt_if_used_before(session: Session, piece: Evidence) -> bool:
    """Doubt a photo whose picture belongs to another activity or month already, and return whether it is doubted.

    Not doubted: what is not fetched or belongs to no report yet, what was asked about before, and a copy of a photo of
    the same activity and month. Photos of reports that were taken back count for nothing. Call take_turns() first.
    """
    session.flush()
    session.refresh(piece)
    use = _use_of(session, piece)
    if use is None or piece.kind != PHOTO or piece.state is not Kept.STORED or piece.doubt is not None:
        return False
    same = _same_photos(session, piece)
    if any(used.use == use and used.doubt is not Doubt.ASKED for used in same):
        return False
    elsewhere = [used for used in same if used.use != use]
    if not elsewhere:
        return False
    # The very same bytes say more than the same look, and the newest is remembered best.
    likest = max(elsewhere, key=lambda used: (used.is_exact, used.use.period, -used.evidence_id))
    piece.like_id, piece.doubt = likest.evidence_id, Doubt.ASKED
    session.flush()
    return True


def uses_compared(session: Session, piece: Evidence) -> tuple[Use, Use] | None:
    """Return what a doubted photo was sent for and what its like is for; None where either is no more."""
    like = session.get(Evidence, piece.like_id) if piece.like_id is not None else None
    own, other = _use_of(session, piece), _use_of(session, like) if like is not None else None
    return (own, other) if own is not None and other is not None else None


def asked_together(session: Session, piece: Evidence) -> list[Evidence]:
    """Return the person's open doubts that are the same question as this one, itself among them, oldest first."""
    compared = uses_compared(session, piece)
    return [
        other
        for other in open_doubts(session, piece.person_id)
        if other.id == piece.id or (compared is not None and uses_compared(session, other) == compared)
    ]


def open_doubts(session: Session, person_id: int) -> list[Evidence]:
    """Return the photos that a person was asked about and did not answer for, oldest first."""
    query = select(Evidence).where(
        Evidence.person_id == person_id,
        Evidence.kind == PHOTO,
        Evidence.doubt == Doubt.ASKED,
        Evidence.state == Kept.STORED,
    )
    return list(session.scalars(query.order_by(Evidence.id)))


def _use_of(session: Session, piece: Evidence) -> Use | None:
    report = session.get(Report, piece.report_id) if piece.report_id is not None else None
    return Use(report.activity_id, report.period) if report is not None else None


def _same_photos(session: Session, piece: Evidence) -> list[_Used]:
    """Return the other photos of the province with the same picture that belong to a report, also to one of another year."""
    taken_back = select(Report.retracts_id).where(Report.retracts_id.is_not(None))
    query = (
        select(Evidence.id, Evidence.sha256, Evidence.doubt, Report.activity_id, Report.period)
        .join(Report, Report.id == Evidence.report_id)
        .where(Evidence.id.in_(_ids_of_same_picture(session, piece)), Report.id.not_in(taken_back))
    )
    return [
        _Used(evidence_id, sha256 == piece.sha256, doubt, Use(activity_id, period))
        for evidence_id, sha256, doubt, activity_id, period in session.execute(query)
    ]


def _ids_of_same_picture(session: Session, piece: Evidence) -> list[int]:
    """Compare a photo with all others of the province; twenty thousand take about a tenth of a second."""
    query = select(Evidence.id, Evidence.sha256, Evidence.look).where(
        Evidence.province_id == piece.province_id,
        Evidence.kind == PHOTO,
        Evidence.state == Kept.STORED,
        Evidence.report_id.is_not(None),
        Evidence.id != piece.id,
    )
    mine = piece.picture
    return [found for found, *known in session.execute(query) if is_same_picture(mine, Picture(*known))]
