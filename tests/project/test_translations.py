"""The check that everything is said in Thai: it finds what is wrong, and finds nothing wrong in this project."""

from pathlib import Path

from scripts.check_translations import Said, Written, faults, house_faults, read_catalogue, said_in_python


def test_everything_the_bot_says_is_said_in_thai() -> None:
    assert house_faults() == []


def test_reads_what_python_says_with_plurals_and_lines() -> None:
    source = '_("Due {date}").format(date=day)\nngettext("{count} day", "{count} days", days)\n_(words[key])\nother("no")\n'
    assert list(said_in_python(source, "cards/a.py")) == [
        Said("Due {date}", None, "cards/a.py:1"),
        Said("{count} day", "{count} days", "cards/a.py:2"),
    ]


def test_names_what_has_no_thai_is_empty_or_is_said_nowhere() -> None:
    said = [Said("Report", None, "cards/a.py:1"), Said("Status", None, "cards/a.py:2")]
    written = [Written("Report", None, ("",), "cards.po:9"), Written("Old", None, ("เก่า",), "cards.po:12")]
    assert faults(said, written) == [
        "cards.po:12: 'Old' is said nowhere",
        "cards.po:9: 'Report' is empty",
        "cards/a.py:2: 'Status' has no Thai",
    ]


def test_a_placeholder_may_be_neither_lost_nor_invented() -> None:
    said = [Said("Due {date}", None, "a:1"), Said("By {name}", None, "a:2")]
    written = [
        Written("Due {date}", None, ("ครบกำหนด",), "a.po:1"),
        Written("By {name}", None, ("โดย {who}",), "a.po:2"),
    ]
    assert [fault.split(": ")[0] for fault in faults(said, written)] == ["a.po:1", "a.po:2"]


def test_a_plural_may_use_a_placeholder_that_only_its_plural_has() -> None:
    said = [Said("one day", "{count} days", "a:1")]
    assert faults(said, [Written("one day", "{count} days", ("{count} วัน",), "a.po:1")]) == []
    assert len(faults(said, [Written("one day", None, ("{count} วัน",), "a.po:1")])) == 1


def test_one_english_text_has_one_thai_text_in_all_catalogues() -> None:
    said = [Said("Menu", None, "a:1")]
    written = [Written("Menu", None, ("เมนู",), "cards.po:1"), Written("Menu", None, ("รายการ",), "web.po:1")]
    assert faults(said, written) == ["web.po:1: 'Menu' is translated otherwise in cards.po:1"]
    assert faults(said, [written[0], written[0]]) == []


def test_sees_fuzzy_and_obsolete_entries(tmp_path: Path) -> None:
    catalogue = tmp_path / "th" / "a.po"
    catalogue.parent.mkdir()
    text = '#, fuzzy\nmsgid "Report"\nmsgstr "รายงาน"\n\n#~ msgid "Gone"\n#~ msgstr "หาย"\n'
    catalogue.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + text, encoding="utf-8"
    )
    found = faults([Said("Report", None, "a:1")], read_catalogue(catalogue))
    assert [fault.split(": ", 1)[1] for fault in found] == [
        "'Gone' is said nowhere",
        "'Report' is marked fuzzy",
    ]
