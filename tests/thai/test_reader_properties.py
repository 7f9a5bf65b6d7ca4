"""What holds for every amount and every text, not only for examples."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from tests.thai.messages import context, one
from thai.reading import Mode
from thai.understand import understand
from thai.writing import thai_digits

BUDGET_SATANG = 1_500_000_000
amounts = st.integers(min_value=100_000, max_value=BUDGET_SATANG)
whole_baht = amounts.map(lambda satang: satang // 100 * 100)


def grouped(satang: int) -> str:
    return f"{satang // 100:,}.{satang % 100:02d}"


def in_words(satang: int) -> str:
    return num2words(Decimal(satang) / 100, to="currency", lang="th", currency="THB")


def in_magnitudes(satang: int) -> str:
    """Return "2 ล้าน 5 แสน 3 หมื่น" for a multiple of ten thousand baht."""
    millions, rest = divmod(satang // 1_000_000, 100)
    parts = [(millions, "ล้าน"), (rest // 10, "แสน"), (rest % 10, "หมื่น")]
    return " ".join(f"{count} {size}" for count, size in parts if count)


@settings(deadline=None, max_examples=60)
@given(
    satang=amounts,
    write=st.sampled_from(
        [grouped, lambda satang: thai_digits(grouped(satang)), lambda satang: grouped(satang) + " บาท"]
    ),
)
def test_an_amount_reads_back_to_itself(satang, write):
    assert one(f"เบิกแล้ว {write(satang)}").disbursed_satang == satang


@settings(deadline=None, max_examples=150)
@given(amounts)
def test_an_amount_in_official_words_reads_back_or_is_asked(satang):
    # สามล้านหกบาท is 3,000,006 in a document and 3,600,000 in talk: the only form that is asked about.
    assert one(f"เบิกแล้ว {in_words(satang)}").disbursed_satang in (satang, None)


@settings(deadline=None, max_examples=60)
@given(st.integers(min_value=100, max_value=149_999).map(lambda hundreds: hundreds * 10_000))
def test_round_amounts_in_official_words_read_back(satang):
    assert one(f"เบิกแล้ว {in_words(satang)}").disbursed_satang == satang


@settings(deadline=None, max_examples=40)
@given(whole_baht)
def test_millions_with_decimals_read_back(satang):
    millions = f"{Decimal(satang) / 100_000_000:f}"
    for unit in (" ล้าน", "ล.", " ลบ.", "m", " ล้านบาท"):
        assert one(f"เบิกแล้ว {millions}{unit}").disbursed_satang == satang


@settings(deadline=None, max_examples=40)
@given(st.integers(min_value=1, max_value=1_499).map(lambda count: count * 1_000_000))
def test_magnitudes_read_back(satang):
    assert one(f"เบิกแล้ว {in_magnitudes(satang)}").disbursed_satang == satang


@settings(deadline=None, max_examples=40)
@given(satang=whole_baht, verb=st.sampled_from(["เบิกแล้ว", "เบิกเพิ่ม", "เบิก"]))
def test_how_it_was_meant_does_not_depend_on_how_much(satang, verb):
    expected = {"เบิกแล้ว": Mode.CUMULATIVE, "เบิกเพิ่ม": Mode.INCREMENTAL, "เบิก": Mode.AMBIGUOUS}
    assert one(f"{verb} {grouped(satang)} บาท").disbursed_mode is expected[verb]


THAI = "กขคงจชดตนบปมยรลวสหอะาำิีึืุูเแโใไ่้๊๋็์ๆฯ๐๑๒๓ 0123456789.,%-\n()ัํ"


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=120), st.text(alphabet=THAI, max_size=120)))
def test_no_text_raises(text):
    understand(text, context())


@pytest.mark.parametrize(
    "text",
    ["ก" * 5000, "1" * 5000, "1," * 2500, "ล้าน" * 1250, "13 45% " * 700, "\u200b" * 5000, "😀" * 2500, "เ" * 5000, "่" * 5000, "ยังไม่" * 800, "\ud800" * 5000,
     "คะ" * 2500 + "ก", " ครับ" * 1000 + "5", "สาย 80808080 " * 380],
)  # fmt: skip
def test_the_longest_message_takes_a_tenth_of_a_second_at_most(text):
    understand("พร้อม", context())
    fastest = min(_seconds(text) for _ in range(3))
    assert fastest < 0.1


def _seconds(text: str) -> float:
    started = time.process_time()
    understand(text, context())
    return time.process_time() - started
