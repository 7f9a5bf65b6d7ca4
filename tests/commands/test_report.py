"""report: อนงค์ has papers written at a terminal, and asks what stands behind a figure."""

import re
import zipfile

import pytest

from models.paper_text import paper_texts
from rules.status import Status
from tests.office import APRIL, MARCH, found_office, reported
from tests.papers.read_back import bare, words_of_docx, words_of_pdf
from tests.papers.templates import template


@pytest.fixture
def office(db, clock):
    with db.write() as session:
        found = found_office(session, clock.now())
        reported(session, found, 13, MARCH, baht=3_000_000)
        reported(session, found, 13, APRIL, baht=3_665_542)
        reported(session, found, 14, APRIL, percent=100, baht=15_000_000, status=Status.COMPLETED)
        return found


def code_in(result) -> str:
    assert result.exit_code == 0, result.output
    return re.search(r"[B-Z]{4}-[B-Z]{4}", result.output)[0]


@pytest.mark.parametrize("ending", ["docx", "pdf", "xlsx"])
def test_the_ending_of_the_file_says_what_is_written(terminal, office, tmp_path, ending):
    out = tmp_path / f"results.{ending}"
    code_in(terminal("report", "results", "--month", "2564-04", "--out", out))
    assert out.read_bytes()[:4] in (b"PK\x03\x04", b"%PDF")


def test_a_figure_leads_to_its_reports(terminal, office, tmp_path):
    code = code_in(terminal("report", "results", "--as-of", "2564-04-30", "--out", tmp_path / "a.pdf"))
    listed = terminal("report", "trace", code).output
    assert "disbursed = 18,665,542.00 baht (2 reports)" in listed and "activities = 5 (0 reports)" in listed
    one = terminal("report", "trace", code, "13.disbursed").output
    assert "3,665,542.00 baht (1 reports)" in one and "activity 13, 2021-04" in one and "messages:" in one
    assert terminal("report", "trace", code.lower().replace("-", ""), "13.disbursed").output == one


def test_an_earlier_day_tells_what_was_known_of_it(terminal, office, tmp_path):
    out = tmp_path / "march.docx"
    code_in(terminal("report", "results", "--month", "2564-03", "--out", out))
    assert bare("เบิกจ่ายแล้ว 3,000,000 บาท") in bare(words_of_docx(out.read_bytes()))


def test_the_same_paper_twice_has_one_code_and_the_same_bytes(terminal, office, tmp_path):
    first, second = tmp_path / "1.docx", tmp_path / "2.docx"
    codes = {
        code_in(terminal("report", "evaluation", "--year", 2564, "--out", out)) for out in (first, second)
    }
    assert len(codes) == 1
    assert first.read_bytes() == second.read_bytes()


def test_the_office_enters_rounds_names_and_words(terminal, db, office, tmp_path):
    days = ("--as-of", "2564-03-31", "--due", "2564-04-09")
    assert "due 2021-04-09" in terminal("report", "round", "--year", 2564, "--round", 1, *days).output
    terminal("report", "name", "committee", "ก.น.บ.")
    assert "committee = ก.น.บ." in terminal("report", "name").output
    words = ("text", "section-34", "3", "ประชุมทุกเดือน", "--year", 2564, "--round", 1)
    assert "ประชุมทุกเดือน" in terminal("report", *words).output
    out = tmp_path / "34.pdf"
    code_in(terminal("report", "section-34", "--round", 1, "--year", 2564, "--out", out))
    said = bare(words_of_pdf(out.read_bytes()))
    assert all(bare(each) in said for each in ("เสนอต่อ ก.น.บ.", "(๑) ประชุมทุกเดือน", "๙ เมษายน ๒๕๖๔"))

    terminal("report", "name", "committee", "--forget")
    assert "ก.น.จ." in terminal("report", "name", "committee").output
    terminal("report", "text", "section-34", "3", "--year", 2564, "--round", 1, "--forget")
    with db.read() as session:
        assert paper_texts(session, office.province.id, 2564, "section-34", "1") == {}


def test_the_office_brings_its_own_template_for_a_year(terminal, office, tmp_path):
    own, out = tmp_path / "own.docx", tmp_path / "out.docx"
    own.write_bytes(template("ของเราเอง {{ province }} {{ disbursed_satang|baht2 }}"))
    assert "own.docx" in terminal("report", "template", "results", own, "--year", 2564).output
    write = ("report", "results", "--month", "2564-04", "--out", out)
    old = code_in(terminal(*write))
    assert "ของเราเอง เพชรบุรี 18,665,542.00" in words_of_docx(out.read_bytes())
    assert "the template that comes" in terminal("report", "template", "results").output, "not of other years"
    terminal("report", "template", "results", "--year", 2564, "--forget")
    assert code_in(terminal(*write)) != old
    kept = tmp_path / "shipped.docx"
    terminal("report", "template", "results", "--out", kept)
    assert terminal("report", "template", "results", kept).exit_code == 0, (
        "what comes with the bot is taken back"
    )


def test_the_gallery_shows_every_form(terminal, office, tmp_path):
    result = terminal("report", "gallery", tmp_path / "gallery")
    names = {path.name for path in (tmp_path / "gallery").iterdir()}
    assert result.exit_code == 0 and {"section-34.pdf", "results.xlsx", "evaluation.docx"} <= names


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("results", "--month", "2564-13", "--out", "a.pdf"), "--month"),
        (("results", "--as-of", "30/4/2564", "--out", "a.pdf"), "--as-of"),
        (("results", "--month", "2564-04", "--as-of", "2564-04-30", "--out", "a.pdf"), "either"),
        (("results", "--month", "2564-09", "--out", "a.pdf"), "has not come yet"),
        (("results", "--month", "2564-04", "--out", "a.txt"), "docx, pdf, xlsx"),
        (("results", "--month", "2564-04", "--out", "nowhere/a.pdf"), "no folder"),
        (("evaluation", "--year", "2021", "--out", "a.pdf"), "2564"),
        (("evaluation", "--year", "2563", "--out", "a.pdf"), "no plan for 2563"),
        (
            ("section-34", "--round", "1", "--year", "2564", "--province", "เลย", "--out", "a.pdf"),
            "--province",
        ),
        (("trace", "BBBB-BBBB"), "no document"),
        (("text", "section-34", "9", "x", "--year", "2564"), "SECTION"),
        (("text", "letters", "9", "x", "--year", "2564"), "FORM"),
        (("name", "nickname", "x"), "KEY"),
        (("name", "procurement", "done"), "going or not_begun"),
        (("round", "--year", "2564", "--round", "1"), "--as-of and --due"),
        (("template", "results", "missing.docx"), "cannot be read"),
    ],
)
def test_bad_input_is_one_clear_line(terminal, office, words, said):
    result = terminal("report", *words)
    assert result.exit_code == 2
    assert said in result.stderr and len(result.stderr.strip().splitlines()) == 1


def test_a_template_that_asks_for_the_unknown_is_refused_by_name(terminal, office, tmp_path):
    own = tmp_path / "own.docx"
    own.write_bytes(template("{{ disbursed_baht }}"))
    result = terminal("report", "template", "results", own)
    assert result.exit_code == 2 and "disbursed_baht" in result.stderr


def test_one_activity_is_written_up_and_its_files_come_in_an_archive(terminal, office, tmp_path):
    out = tmp_path / "completion.zip"
    code_in(terminal("report", "completion", "--activity", 14, "--out", out))
    with zipfile.ZipFile(out) as archive:
        assert [name[:6] for name in archive.namelist()] == ["01-14-", "01-14-"]
    wrong = terminal("report", "completion", "--activity", 99, "--out", out)
    assert wrong.exit_code == 2 and "no activity 99" in wrong.output


@pytest.mark.parametrize(
    ("form", "options", "ending"),
    [
        ("late-letters", ["--as-of", "2564-05-03"], "zip"),
        ("late-memo", [], "docx"),
        ("weekly", [], "pdf"),
        ("meeting", [], "docx"),
        ("minutes", [], "docx"),
        ("monthly", ["--month", "2564-04"], "xlsx"),
        ("announcement", ["--year", "2564"], "zip"),
        ("keying", [], "xlsx"),
        ("kpi", [], "pdf"),
    ],
)
def test_every_paper_of_the_office_is_written_at_a_terminal(
    terminal, office, tmp_path, form, options, ending
):
    out = tmp_path / f"{form}.{ending}"
    code = code_in(terminal("report", form, *options, "--out", out))
    assert out.stat().st_size > 0
    assert f"{code}: {form}" in terminal("report", "trace", code).output


def test_the_calendar_of_papers_is_listed_moved_and_left_out(terminal, office):
    listed = terminal("report", "days").output
    assert (
        "monthly: monthly, every month on 10 + 1" in listed
        and "announcement: announcement, every year on 12-01" in listed
    )
    assert (
        terminal("report", "days", "monthly", "--day", "20").output == "monthly: monthly, every month on 20\n"
    )
    assert terminal("report", "days", "weekly", "--off").output == "weekly: weekly, every week, off\n"
    assert "off" not in terminal("report", "days", "weekly", "--on").output
    assert "on 10 + 1" in terminal("report", "days", "monthly", "--usual").output
    for wrong in (
        ["weekly", "--day", "3"],
        ["monthly", "--day", "31"],
        ["--off"],
        ["monthly", "--on", "--off"],
    ):
        refused = terminal("report", "days", *wrong)
        assert refused.exit_code == 2 and len(refused.output.strip().splitlines()) == 1
