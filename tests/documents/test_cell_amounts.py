"""Amounts as provinces write them: what can be read only one way is read, everything else says why not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.cell_amounts import LARGEST_SATANG, Amount, read_amount
from documents.plan_remarks import Remark

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
MILLION = 100_000_000


@pytest.mark.parametrize(
    ("cell", "satang"),
    [
        ("827,300", 82_730_000),
        ("827300.50", 82_730_050),
        ("827,300.5", 82_730_050),
        ("๘๒๗,๓๐๐.๕๐", 82_730_050),
        ("15,000,000.-", 1_500_000_000),
        ("15,000,000 บาท", 1_500_000_000),
        ("฿ 500", 50_000),
        ("1.845 ล้านบาท", 184_500_000),
        ("-", 0),
        ("–", 0),
        (0, 0),
        (Decimal("827300.0"), 82_730_000),
        (Decimal("0.30000000000000004"), 30),
        ("\u200b5,000\u00a0", 500_000),
    ],
)
def test_read_only_one_way(cell, satang):
    assert read_amount(cell) == Amount(satang)


@pytest.mark.parametrize("cell", [None, "", "  ", "\n"])
def test_a_blank_is_no_amount_and_no_doubt(cell):
    assert not read_amount(cell).is_written


@pytest.mark.parametrize(
    "cell",
    [
        "๑๐,๐๐๐,๐๐", "1,25,000", "1.234.567", "1.000,50", "1.250", "1 250 000", "1O0", "45%", "100 - 200", "=1+1",
        "ประมาณ 2 ล้าน", "5 ไร่", "1,300,000 827,300", True, "1e6", "#REF!",
    ],
)  # fmt: skip
def test_read_in_more_ways_than_one_or_in_none(cell):
    assert read_amount(cell) == Amount(None, Remark.AMOUNT_FORMAT)


@pytest.mark.parametrize(
    ("cell", "remark"),
    [
        ("-5,000", Remark.AMOUNT_NEGATIVE),
        ("(5,000)", Remark.AMOUNT_NEGATIVE),
        (Decimal("-0.01"), Remark.AMOUNT_NEGATIVE),
        (Decimal("33333.3333"), Remark.AMOUNT_SATANG),
        (Decimal("1e300"), Remark.AMOUNT_HUGE),
        ("9" * 400, Remark.AMOUNT_HUGE),
    ],
)
def test_amounts_that_no_activity_has(cell, remark):
    assert read_amount(cell).remark is remark


def test_the_unit_of_the_heading_counts():
    assert read_amount("1.8455", MILLION, is_unit_printed=True) == Amount(184_550_000)
    assert read_amount(Decimal("0.8273"), MILLION, is_unit_printed=True) == Amount(82_730_000)
    assert read_amount("1.5 ล้าน", MILLION, is_unit_printed=True) == Amount(150_000_000)
    assert read_amount("5,000 บาท", MILLION, is_unit_printed=True).remark is Remark.AMOUNT_UNIT


@given(
    st.integers(0, LARGEST_SATANG), st.sampled_from(["plain", "commas", "thai", "words", "excel", "million"])
)
def test_every_amount_reads_back_in_every_way_of_writing_it(satang, way):
    baht = Decimal(satang) / 100
    cells = {
        "plain": (f"{baht:.2f}", 100),
        "commas": (f"{baht:,.2f}", 100),
        "thai": (f"{baht:,.2f}".translate(THAI), 100),
        "words": (f" {baht:,.2f} บาท\n", 100),
        "excel": (Decimal(repr(float(baht))), 100),
        "million": (f"{baht / 1_000_000:.8f}", MILLION),
    }
    cell, unit = cells[way]
    assert read_amount(cell, unit) == Amount(satang)


@given(st.text(max_size=40))
def test_any_text_is_an_amount_or_says_why_not(text):
    amount = read_amount(text)
    assert amount.satang is None or (amount.remark is None and 0 <= amount.satang <= LARGEST_SATANG)
