"""ตั้งค่า: the few settings that the office changes by chat; shown, asked, written down, and audited."""

from cards.card import Card, Choice, say
from cards.settings import change_of_setting, settings
from cards.views_calm import SettingLine
from handlers.office.desk import facts_of, may, only_the_office, propose
from handlers.office.said import rest_after
from handlers.office.setting_list import SETTINGS, Setting
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.dialogue import Dialogue
from rules.permissions import Action
from thai.normalise import normalise

WHAT = "setting"


def answer(turn: Turn) -> list[Card]:
    if not may(turn, Action.EDIT_SETTINGS):
        return only_the_office()
    lines = [
        SettingLine(each.word(), shown := each.shown(turn.province), each.example(), shown == each.usual())
        for each in SETTINGS
    ]
    return [settings(lines, Choice(_("Calendar"), _("calendar")), Choice(_("Quota"), _("quota")))]


def change(turn: Turn, words: str) -> list[Card]:
    """Ask before a setting is changed; `words` are what was typed behind ตั้งค่า."""
    if not may(turn, Action.EDIT_SETTINGS):
        return only_the_office()
    for each in SETTINGS:
        rest = rest_after(words, each.word)
        if rest is not None:
            value = each.read(normalise(rest).clean.strip().casefold())
            if value is None:
                return [
                    say(
                        _("I did not understand the value. Type it like this: {example}").format(
                            example=each.example()
                        )
                    )
                ]
            return [_ask(turn, each, value)]
    return answer(turn)


def act(turn: Turn, dialogue: Dialogue, _verb: str) -> list[Card]:
    """Change the setting that was asked about."""
    if not may(turn, Action.EDIT_SETTINGS):
        return only_the_office()
    facts = facts_of(dialogue)
    setting = next(each for each in SETTINGS if each.name == facts["name"])
    before = setting.shown(turn.province)
    setting.choose(turn.province, facts["value"])
    note(
        turn.session,
        turn.now,
        "setting",
        province_id=turn.province.id,
        person_id=turn.person.id,
        name=setting.name,
        before=before,
        after=facts["value"],
    )
    changed = _("Changed. {label} is {value} now.")
    return [
        say(
            changed.format(label=setting.word(), value=setting.shown(turn.province)),
            Choice(_("Settings"), _("settings")),
        )
    ]


def _ask(turn: Turn, setting: Setting, value: str) -> Card:
    before, after = setting.shown(turn.province), setting.show(value)
    if before == after:
        return say(_("{label} is {value} already.").format(label=setting.word(), value=after))
    taps = propose(
        turn, WHAT, {"name": setting.name, "value": value}, [(_("Change it"), _("confirm"), "yes")]
    )
    return change_of_setting(setting.word(), before, after, _("It holds from now on."), *taps)
