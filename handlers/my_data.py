"""ข้อมูลของฉัน: all that is kept about the person who asks, and how to correct it or leave."""

from cards.card import Card, Choice
from cards.my_data import HeldPost, MyDataView, my_data
from engine.clock import BANGKOK
from handlers.answers.contact import office_contact
from handlers.turn import Turn
from i18n import _
from models.agency import Agency
from models.my_data import kept_of
from models.post import Holding, Post, holdings_of


def show_my_data(turn: Turn) -> list[Card]:
    person, kept = turn.person, kept_of(turn.session, turn.person)
    joined_at = person.joined_at or person.first_seen_at
    photos = kept.evidence.get("image", 0)
    view = MyDataView(
        name=person.name or "",
        phone=person.phone or "",
        province=turn.province.name,
        language=person.language,
        joined_on=joined_at.astimezone(BANGKOK).date(),
        posts=tuple(_held(turn, *each) for each in holdings_of(turn.session, person.id)),
        reports=kept.reports,
        photos=photos,
        files=sum(kept.evidence.values()) - photos,
        messages=kept.messages,
        orders=kept.orders,
        answers=kept.answers,
        contact=office_contact(turn.session, turn.province.id, turn.today),
    )
    changes = (
        Choice(_("Change name"), _("change name")),
        Choice(_("Change phone"), _("change phone")),
        Choice(_("Delete and leave"), _("delete my data")),
    )
    return [my_data(view, changes)]


def _held(turn: Turn, holding: Holding, post: Post) -> HeldPost:
    agency = turn.session.get(Agency, post.agency_id) if post.agency_id else None
    return HeldPost(
        post.role, post.title or "", agency.name if agency else "", holding.from_on, holding.to_on
    )
