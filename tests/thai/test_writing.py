"""Values are written as a Thai officer expects to read them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from i18n import speaking
from thai import writing


@pytest.mark.parametrize(
    ("satang", "thai", "english"),
    [
        (225_000_000, "2,250,000 บาท", "2,250,000 baht"),
        (225_000_050, "2,250,000.50 บาท", "2,250,000.50 baht"),
        (5, "0.05 บาท", "0.05 baht"),
        (-12_345, "-123.45 บาท", "-123.45 baht"),
        (0, "0 บาท", "0 baht"),
    ],
)
def test_money_in_full(satang, thai, english):
    assert writing.baht(satang) == thai
    with speaking("en"):
        assert writing.baht(satang) == english


def test_documents_may_ask_for_satang_always():
    assert writing.baht(225_000_000, decimals="always") == "2,250,000.00 บาท"


@pytest.mark.parametrize(
    ("baht", "thai", "english"),
    [
        (2_250_000, "2.25 ล้าน", "2.25M"),
        (3_665_542, "3.67 ล้าน", "3.67M"),
        (15_000_000, "15 ล้าน", "15M"),
        (1_234_000_000, "1,234 ล้าน", "1,234M"),
        (100_000, "0.1 ล้าน", "0.1M"),
        (99_999, "99,999 บาท", "99,999 baht"),
    ],
)
def test_money_in_tight_places(baht, thai, english):
    assert writing.baht_short(baht * 100) == thai
    with speaking("en"):
        assert writing.baht_short(baht * 100) == english


@pytest.mark.parametrize(
    ("value", "text"),
    [("45", "45%"), ("14.72", "14.72%"), ("33.30", "33.3%"), ("0", "0%"), ("100.00", "100%")],
)
def test_percent_without_idle_zeros(value, text):
    assert writing.percent(Decimal(value)) == text


def test_dates_are_buddhist_in_thai_and_common_in_english():
    day = date(2021, 4, 30)
    thai = [writing.short_date(day), writing.long_date(day), writing.month(day), writing.short_month(day)]
    assert thai == ["30 เม.ย. 64", "30 เมษายน 2564", "เมษายน 2564", "เม.ย. 64"]
    with speaking("en"):
        english = [
            writing.short_date(day),
            writing.long_date(day),
            writing.month(day),
            writing.short_month(day),
        ]
    assert english == ["30 Apr 2021", "30 April 2021", "April 2021", "Apr 2021"]


def test_the_leap_day_has_a_buddhist_year():
    assert writing.long_date(date(2024, 2, 29)) == "29 กุมภาพันธ์ 2567"


def test_a_moment_is_shown_in_bangkok():
    late_in_london = datetime(2021, 4, 30, 18, 30, tzinfo=UTC)
    assert writing.moment(late_in_london) == "1 พ.ค. 64 01:30 น."
    assert writing.moment(late_in_london.replace(tzinfo=None)) == "1 พ.ค. 64 01:30 น."


def test_official_documents_have_thai_digits():
    assert writing.thai_digits("ปี 2564 ร้อยละ 14.72") == "ปี ๒๕๖๔ ร้อยละ ๑๔.๗๒"


@pytest.mark.parametrize(
    ("satang", "words"),
    [
        (225_000_000, "สองล้านสองแสนห้าหมื่นบาทถ้วน"),
        (366_554_232, "สามล้านหกแสนหกหมื่นห้าพันห้าร้อยสี่สิบสองบาทสามสิบสองสตางค์"),
        (2_100_000_000, "ยี่สิบเอ็ดล้านบาทถ้วน"),
        (0, "ศูนย์บาทถ้วน"),
    ],
)
def test_amounts_in_words(satang, words):
    assert writing.baht_in_words(satang) == words


def test_amounts_in_english_words():
    with speaking("en"):
        assert writing.baht_in_words(2_100_50) == "two thousand, one hundred baht and fifty satang"
