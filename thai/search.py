"""Finds what somebody looks for by name: activities by a part of theirs, agencies by theirs or what people call them.

A search has to be kind: blanks, tone marks and capitals do not count, and where the letters do not fit, the likeness does.
"""

import re
from collections import Counter
from collections.abc import Sequence

from thai.names import index_of
from thai.normalise import normalise
from thai.reading import Named

_IGNORED = set("่้๊๋็์ \t\n-–—.,/()\"'ฯ:")
_NEAR_THE_BEST = 0.75
_OFFICE = re.compile(r"^(?:สำนักงาน|ที่ทำการ|สนง\.?)\s*(?!จังหวัด)(?=\S{4})")
_OF_THE_PROVINCE = re.compile(r"(?<=\S{4})(?<!สำนักงาน)\s*(?:ประจำ)?จังหวัด\S*$")


def ranked_activities(words: str, activities: Sequence[Named]) -> list[int]:
    """Return the numbers of the activities that `words` fit, best first; nothing where none does.

    Fits: every word stands in the name or place; else in the agency's name; else the name is like the words.
    """
    for of in (_names_of_activity, _names_of_agency):
        found = [each.no for each in activities if _holds_all(of(each), words)]
        if found:
            return found
    return _alike(words, activities)


def ranked_agencies(words: str, names: Sequence[Sequence[str]]) -> list[int]:
    """Return the places in `names` (a name and its aliases each) of the agencies that `words` fit, best first.

    A name or alias that is just these words is the only one meant, also where longer names hold them.
    """
    exact = [at for at, each in enumerate(names) if _bare(words) in [_bare(name) for name in each]]
    if exact:
        return exact
    holding = [at for at, each in enumerate(names) if _holds_all(each, words)]
    if holding:
        return holding
    return _alike(words, [Named(no=at, name=" ".join(each)) for at, each in enumerate(names)])


def brief_agency(name: str) -> str:
    """Return what tells an agency from others: without "office" in front and "of the province" behind."""
    return _OF_THE_PROVINCE.sub("", _OFFICE.sub("", name.strip())) or name


def _names_of_activity(activity: Named) -> list[str]:
    return [activity.name, activity.place, *activity.aliases]


def _names_of_agency(activity: Named) -> list[str]:
    return [activity.agency, *activity.agency_aliases]


def _holds_all(names: Sequence[str], words: str) -> bool:
    wanted = [bare for word in normalise(words).clean.split() if (bare := _bare(word))]
    text = "|".join(_bare(name) for name in names)
    return bool(wanted) and all(word in text for word in wanted)


def _alike(words: str, activities: Sequence[Named]) -> list[int]:
    weights: Counter[int] = Counter()
    for mention in index_of(tuple(activities)).mentions(normalise(words).clean):
        for no in mention.activities:
            weights[no] += round(mention.weight * 1000)
    if not weights:
        return []
    enough = max(weights.values()) * _NEAR_THE_BEST
    return sorted((no for no in weights if weights[no] >= enough), key=lambda no: (-weights[no], no))


def _bare(text: str) -> str:
    return "".join(letter for letter in normalise(text).clean.casefold() if letter not in _IGNORED)
