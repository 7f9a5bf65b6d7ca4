"""Messes of numbers and names: numbers twice or missing, agencies spelled in several ways."""

from documents.plan_remarks import Remark
from tests.documents.books import ROADS, TOURISM, WORKS, plan
from tests.documents.plan_seen import FARMING, budgets, remarks


def test_activities_without_a_number_get_the_next_free_ones(read):
    reading = read(
        plan(
            [4, TOURISM, "ถนน", 1, ROADS],
            [None, TOURISM, "สะพาน", 2, ROADS],
            [9, TOURISM, "เขื่อน", 3, WORKS],
        )
    )
    assert budgets(reading) == {4: 1, 10: 2, 9: 3}
    assert reading.notes[0].text == "กิจกรรมที่ไม่มีเลขได้เลขถัดไปตามลำดับ: 10 (แผน:3)"


def test_numbers_that_begin_again_in_each_project(read):
    reading = read(
        plan(
            [1, TOURISM, "ถนน", 1, ROADS],
            [2, TOURISM, "สะพาน", 2, ROADS],
            [1, FARMING, "ขุดลอก", 3, WORKS],
        )
    )
    assert budgets(reading) == {1: 1, 2: 2, 3: 3}
    assert [note.code for note in reading.notes] == [Remark.NUMBERS_RESTART]


def test_a_row_left_out_keeps_its_place_among_the_numbers(read):
    rows = [
        [None, TOURISM, "ถนน", 1, ROADS],
        [None, TOURISM, "สะพาน", "?", ROADS],
        [None, TOURISM, "เขื่อน", 3, WORKS],
    ]
    assert budgets(read(plan(*rows))) == {1: 1, 3: 3}
    rows[1][3] = 2
    assert budgets(read(plan(*rows))) == {1: 1, 2: 2, 3: 3}


def test_a_number_given_twice(read):
    reading = read(plan([5, TOURISM, "ถนน", 1, ROADS], [5, TOURISM, "สะพาน", 2, ROADS]))
    assert budgets(reading) == {5: 1}
    assert remarks(reading) == [(Remark.NUMBER_TWICE, 3, True)]


def test_a_number_on_the_first_row_of_each_project_numbers_the_project(read):
    reading = read(
        plan(
            [1, TOURISM, "ถนน", 1, ROADS],
            [None, None, "สะพาน", 2, ROADS],
            [2, FARMING, "ขุดลอก", 3, WORKS],
            [None, None, "เขื่อน", 4, WORKS],
        )
    )
    assert [(row.no, row.project_no, row.project) for row in reading.rows] == [
        (1, 1, TOURISM), (2, 1, TOURISM), (3, 2, FARMING), (4, 2, FARMING),
    ]  # fmt: skip


def test_line_breaks_inside_names(read):
    reading = read(
        plan([1, "โครงการพัฒนา\nด้านการท่องเที่ยวและบริการ", "ถนนสาย\n3510", 1, "แขวงทางหลวงชนบท\nเพชรบุรี"])
    )
    [row] = reading.rows
    assert (row.project, row.activity, row.agency) == (TOURISM, "ถนนสาย 3510", ROADS)


def test_one_agency_spelled_three_ways(read):
    reading = read(
        plan(
            [1, TOURISM, "ก", 1, "สำนักงานจังหวัดเพชรบุรี"],
            [2, TOURISM, "ข", 1, "สนง.จ.เพชรบุรี"],
            [3, TOURISM, "ค", 1, "สํานักงานจังหวัด เพชรบุรี"],
        )
    )
    assert reading.agencies == ("สำนักงานจังหวัดเพชรบุรี",)
    assert reading.notes[0].text == "“สนง.จ.เพชรบุรี” อ่านเป็น “สำนักงานจังหวัดเพชรบุรี”"
    assert reading.doubts == ()


def test_two_agencies_that_are_nearly_written_alike_are_asked_about(read):
    reading = read(plan([1, TOURISM, "ก", 1, WORKS], [2, TOURISM, "ข", 1, WORKS.replace("ผังเมือง", "ผังเมอง")]))
    assert remarks(reading) == [(Remark.AGENCY_ALIKE, 3, False)]
    assert len(reading.agencies) == 2


def test_two_road_districts_are_two_agencies(read):
    reading = read(plan([1, TOURISM, "ก", 1, "แขวงทางหลวงเพชรบุรี"], [2, TOURISM, "ข", 1, ROADS]))
    assert reading.doubts == ()
