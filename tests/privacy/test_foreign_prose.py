"""Recall and precision, by way of writing, on sentences that were written without looking at the detector."""

from __future__ import annotations

from collections import Counter

from tests.privacy.prose_corpus import look_alike, realistic
from vbe.privacy.personal_numbers import personal_numbers

SEEDS = (11, 12, 13)
GOAL = 0.99


def test_recall_and_precision_by_way_of_writing() -> None:
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false: Counter[str] = Counter()
    clean: Counter[str] = Counter()
    missed: dict[str, str] = {}
    for seed in SEEDS:
        for sample in realistic(seed):
            wanted[sample.way] += 1
            if personal_numbers(sample.text):
                found[sample.way] += 1
            else:
                missed.setdefault(sample.way, sample.text)
        for sample in look_alike(seed):
            clean[sample.way] += 1
            false[sample.way] += bool(personal_numbers(sample.text))
    print("\npersonal numbers in sentences, recall by way of writing:")
    for way, count in wanted.items():
        print(f"  {way}: {found[way] / count:.4f} ({found[way]} of {count})")
    print("what only looks like one, right by way of writing:")
    for way, count in clean.items():
        print(f"  {way}: {1 - false[way] / count:.4f} ({false[way]} false in {count})")
    precision = found.total() / (found.total() + false.total())
    print(f"recall {found.total() / wanted.total():.4f}, precision {precision:.4f}\nmissed: {missed}")
    assert all(found[way] >= GOAL * count for way, count in wanted.items())
    assert all(false[way] <= (1 - GOAL) * count for way, count in clean.items())
