"""Recall and precision on generated texts, and what holds for any text."""

from __future__ import annotations

import random
import re
import sys
import time
import timeit
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_corpus import GROUPS, Sample, check_digit, hidden_on_purpose, negatives, number, positives

from vbe.privacy import personal_numbers

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = range(10)
GOAL = 0.99
ANY_TEXT = st.text() | st.text(alphabet="0123456789-+ \n#TR.,:/_\u2013\u200b\uff11\u00b2aåé", min_size=8, max_size=80)


def places(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((hit.start, hit.end) for hit in personal_numbers(text))


def same_digits(sample: Sample) -> bool:
    """Compare by what is covered: an invisible mark at the edge may or may not belong to the number."""
    found = places(sample.text)
    return len(found) == len(sample.places) and all(
        start <= hit_start and hit_end <= end and not set(sample.text[start:hit_start]) & set("0123456789")
        for (start, end), (hit_start, hit_end) in zip(sample.places, found, strict=True)
    )


def test_recall_by_kind_and_precision() -> None:
    missed: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    false = clean = 0
    for seed in SEEDS:
        for sample in (*positives(seed), *hidden_on_purpose(seed)):
            wanted[sample.group] += len(sample.places)
            if same_digits(sample):
                right[sample.group] += len(sample.places)
            elif sample.group in GROUPS:
                missed[sample.way] += 1
        for sample in negatives(seed):
            clean += 1
            if count := len(places(sample.text)):
                false += count
                alarms[sample.way] += count
    found = sum(right[group] for group in GROUPS)
    print("\npersonal numbers, recall by kind:")
    for group in (*GROUPS, "adversarial"):
        print(f"  {group}: {right[group] / wanted[group]:.4f} ({right[group]} of {wanted[group]})")
    recall, precision = found / sum(wanted[group] for group in GROUPS), found / (found + false)
    print(f"recall {recall:.4f}, precision {precision:.4f} ({false} false in {clean} texts)")
    print(f"missed: {dict(missed)}\nfalse alarms: {dict(alarms)}")
    assert all(right[group] >= GOAL * wanted[group] for group in GROUPS)
    assert precision >= GOAL


def test_random_hashes_hold_next_to_no_number() -> None:
    """Letters, number, letters and nothing else is what a hash is once in eighty thousand."""
    rng = random.Random(5)
    hashes = ("".join(rng.choices("0123456789abcdef", k=40)) for _ in range(20_000))
    found = sum(bool(places(text)) for text in hashes)
    print(f"\n{found} of 20 000 random hashes taken for a number")
    assert found <= 2


@pytest.mark.parametrize("seed", SEEDS)
def test_the_hit_is_exactly_the_number(seed: int) -> None:
    valid = number(random.Random(seed))
    written = "\uff08nr\u00a0" + valid[:8] + "\u200b\u2013\n   # " + valid[8:] + "\u00b2)"
    assert places(written) == ((4, len(written) - 2),)


def test_an_account_of_a_private_person_is_the_personal_number() -> None:
    assert places("Konto 3300-" + number(random.Random(1))[2:]) == ((11, 21),)


@pytest.mark.parametrize("six", ["850060", "850372", "851291"])
def test_coordination_numbers_may_lack_month_and_day(six: str) -> None:
    nine = six + "981"
    assert places(nine + check_digit(nine)) == ((0, 10),)


def test_leap_days_need_a_leap_year() -> None:
    def on_leap_day(century: str, year: str) -> str:
        nine = year + "0229981"
        return century + nine + check_digit(nine)

    assert not personal_numbers(on_leap_day("19", "00"))
    assert personal_numbers(on_leap_day("20", "00"))
    assert personal_numbers(on_leap_day("", "00"))
    assert personal_numbers(on_leap_day("18", "88"))


@given(ANY_TEXT)
def test_any_text_gives_sorted_places_within_it(text: str) -> None:
    last = 0
    for start, end in places(text):
        assert last <= start < end <= len(text)
        last = end


@given(st.text(alphabet="abcåäö .,-\n", max_size=40), st.integers(min_value=0), st.text("abcåäö .,\n", max_size=40))
def test_a_number_among_words_is_found(before: str, seed: int, after: str) -> None:
    valid = number(random.Random(seed))
    text = f"{before} {valid[:8]}-{valid[8:]} {after}"
    assert places(text) == ((len(before) + 1, len(before) + 14),)


def test_every_decimal_digit_of_unicode_passes_the_quick_look() -> None:
    valid = number(random.Random(2))[2:]
    zeros = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.decimal(chr(code), None) == 0]
    assert len(zeros) > 60
    for zero in zeros:
        assert places("".join(chr(ord(zero) + int(digit)) for digit in valid)) == ((0, 10),)


def test_a_hostile_text_takes_no_longer_than_its_length() -> None:
    def cost(text: str) -> float:
        return min(timeit.repeat(lambda: personal_numbers(text), number=1, repeat=2, timer=time.process_time))

    honest = "Den 12 december 2012 kl. 12.12 kom 1 212 personer, KS 2012:121, tfn 0123-121 21, 12-12-12.\n"
    floor = cost((honest * 3000)[:200_000])
    for text in ("1" * 200_000, "1 " * 100_000, ("1" + "\u200b" * 59) * 4_000, "1-\n" * 60_000, "121212-121" * 20_000):
        # Beside an honest text as long, not in seconds: a busy machine makes no text hostile.
        assert cost(text) < 60 * floor


def test_clean_text_costs_little_more_than_one_pass() -> None:
    """Nearly every file is clean. Measured against a plain pattern on the same machine at the same time."""
    record = "responsible: [stadsledningsförvaltningen]\n  text: Åtgärder – mot våld\n  date: 2017-02-15\n"
    text = (record * 40)[:2000]
    ten_digits = re.compile(r"[0-9]{10}")

    def cost(work: Callable[[], object]) -> float:
        return min(timeit.repeat(work, number=200, repeat=9, timer=time.process_time)) / 200 * 1e6

    full, one_pass = cost(lambda: personal_numbers(text)), cost(lambda: ten_digits.search(text))
    print(f"\nclean text of 2 kB: {full:.1f} µs, a pattern of ten digits: {one_pass:.1f} µs")
    assert full < 4 * one_pass
