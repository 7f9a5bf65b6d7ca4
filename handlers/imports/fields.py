"""What a column may hold, by name: offered as buttons and understood when it is typed."""

from documents import plan_terms
from documents.headings import recognise
from documents.opened_file import FileKind
from documents.plan_figures import FIGURES
from documents.plan_words import key, words
from documents.vocabulary import fields_of, recogniser_of
from i18n import LANGUAGES, _, speaking


def kind_words(kind: FileKind) -> str:
    """Return what a kind of file is called."""
    return {
        FileKind.PLAN: _("a plan"),
        FileKind.TREASURY: _("treasury figures"),
        FileKind.CHANGES: _("changes of the plan"),
    }[kind]


def field_codes(kind: FileKind) -> tuple[str, ...]:
    """Return the fields that a column of this kind of file may hold."""
    return (*words()["headings"], *FIGURES) if kind is FileKind.PLAN else fields_of(str(kind))


def fields_to_choose(kind: FileKind) -> list[tuple[str, str]]:
    """Return code and name of every field, and last that a column is not used (an empty code)."""
    return [*((code, plan_terms.fields(code)) for code in field_codes(kind)), ("", _("not used"))]


def field_named(kind: FileKind, said: str) -> str | None:
    """Return the field that somebody names in either language or as headings do, "" for not used, None for none."""
    for language in LANGUAGES:
        with speaking(language):
            for code, name in fields_to_choose(kind):
                if key(name) == key(said) or (code and code == said.strip()):
                    return code
    recogniser = recogniser_of(str(kind))
    heading = recognise((said,)) if kind is FileKind.PLAN else recogniser(0, (said,))
    return heading.field if heading.field in field_codes(kind) else None
