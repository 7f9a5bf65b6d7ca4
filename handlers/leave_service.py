"""ออกจากระบบ, ลบข้อมูลของฉัน: a member leaves; asked once, then links and posts end, and who they were is erased."""

from cards.card import Card, Choice, say
from cards.notes import old_button
from handlers.groups import in_private, is_group
from handlers.report.desk import typed_key
from handlers.spoken import means
from handlers.tell import tell
from handlers.turn import Turn
from i18n import _, speaking
from models.agency import Agency
from models.answering import people_with_role
from models.audit import note
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, dialogue_with_token, keep_state
from models.leaving import leave
from models.post import Post, own_posts
from rules.role import Role
from rules.urgency import Urgency
from thai import writing

KIND = "leave_service"


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Return the question to a member, with a post or without one any more; None where the text is something else."""
    if turn.person.joined_at is None or turn.person.left_at is not None or not means(text, *WORDS):
        return None
    return [in_private()] if is_group(turn) else begin(turn)


def begin(turn: Turn) -> list[Card]:
    """Ask whether all of it is meant."""
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {}, turn.now)
    leave_now = Choice(_("Delete and leave"), _("delete and leave"), f"d:{dialogue.token}:yes")
    stay = Choice(_("Stay"), _("stay"), f"d:{dialogue.token}:no")
    offered = {typed_key(choice.text): choice.data for choice in (leave_now, stay)}
    keep_state(dialogue, {"offered": offered}, turn.now)
    lines = [
        _("Your name, phone, LINE account and all that you wrote here are deleted. This cannot be undone."),
        _("Reports stay with the province as official records, under your post and without your name."),
    ]
    posts = own_posts(turn.session, turn.person.id, turn.today)
    if posts:
        lines.append(
            _("You then hold no post any more: {posts}").format(
                posts=", ".join(_post(turn, each) for each in posts)
            )
        )
    return [say("\n".join(lines), leave_now, stay)]


def tap(turn: Turn, token: str, verb: str, _arguments: list[str]) -> list[Card]:
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None or dialogue.closed_at is not None:
        return [old_button()]
    if verb != "yes":
        close_dialogue(dialogue, "stayed", turn.now)
        return [say(_("All right, everything stays as it is."))]
    return _leave(turn)


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button; anything else ends the question, and is read as usual."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if data:
        return tap(turn, dialogue.token, data.split(":")[2], [])
    close_dialogue(dialogue, "stayed", turn.now)
    return None


def _leave(turn: Turn) -> list[Card]:
    posts = own_posts(turn.session, turn.person.id, turn.today)
    leave(turn.session, turn.person, turn.today, turn.now)
    about = {"posts": [post.id for post in posts]}
    note(turn.session, turn.now, "left", province_id=turn.province.id, person_id=turn.person.id, **about)
    turn.session.flush()
    _tell_office(turn, posts)
    turn.later("erase", str(turn.person.id))
    return [
        say(
            _(
                "You have left. Your name, phone, LINE account and messages are being deleted. "
                "To come back one day, ask the provincial office for a new code."
            )
        )
    ]


def _tell_office(turn: Turn, posts: list[Post]) -> None:
    """Tell the provincial office which posts have nobody since today: a duty without a holder must not be silent."""
    if not posts:
        return
    for admin in people_with_role(turn.session, turn.province.id, Role.ADMIN, turn.today):
        with speaking(admin.language):
            names = ", ".join(_post(turn, each) for each in posts)
            said = _("Whoever held this post has left the bot: {posts}. To invite a successor, type: {word}")
            card = say(said.format(posts=names, word=_("invite")))
        key = f"{turn.person.id}:{turn.today:%Y-%m-%d}"
        tell(turn, admin, [card], kind="left", key=key, urgency=Urgency.CHASE)


def _post(turn: Turn, post: Post) -> str:
    agency = turn.session.get(Agency, post.agency_id) if post.agency_id else None
    named = (writing.role_name(post.role), post.title, agency.name if agency else "")
    return " · ".join(each for each in named if each)


WORDS = (lambda: _("delete my data"), lambda: _("sign out"))
