"""How well a plan is read, by its key: `python -m tests.importing.scoring` prints the figures."""

from typing import NamedTuple

from tests.importing.last_plans import LAST
from tests.importing.later_plans import LATER
from tests.importing.plans import PLANS as FIRST
from tests.importing.third_plans import THIRD
from vbe.importing.composing import import_document
from vbe.importing.document import words_of
from vbe.importing.opening import open_document
from vbe.model.fields import NOT_STATED
from vbe.scaffold.repository import FilesInMemory
from vbe.store.loader import load

PLANS = FIRST | LATER | LAST | THIRD


class Score(NamedTuple):
    measures: int
    texts: int
    responsible: int
    times: int
    too_many: int
    lost: tuple[str, ...]


def imported(name):
    paper, key = PLANS[name]()
    document = open_document(f"{name}.docx", paper.content)
    return document, import_document(document, "Exempelkommun", "0000", leave_out=True), key


def score(name):
    """Measures of the key that came in with right text; of those, with right responsible and right time; and words lost."""
    document, made, key = imported(name)
    found = list(load(FilesInMemory(made.files)).commitments.values())
    by_text = {commitment.text: commitment for commitment in found}
    right = [(by_text[text], who, when) for text, who, when in key if text in by_text]
    who = sum(set(c.responsible) - {NOT_STATED} == wanted for c, wanted, _when in right)
    times = sum(time_of(c) == wanted for c, _who, wanted in right)
    return Score(len(key), len(right), who, times, len(found) - len(right), lost_words(document, made))


def time_of(commitment):
    if commitment.then_every_months is not None:
        return f"{commitment.deadline.isoformat()}, {commitment.then_every_months}"
    if commitment.deadline is not None:
        return commitment.deadline.isoformat()
    if commitment.every_months is not None:
        return commitment.every_months
    return None if commitment.when in (None, NOT_STATED) else commitment.when


def lost_words(document, made):
    """Words of the document that are in no file and not in the log, but for what is about persons."""
    stopped = {place for place, _kind in made.trail.stopped}
    kept = {word for content in (*made.files.values(), made.log) for word in words_of(content.decode())}
    return tuple(
        word for piece in document.pieces() if piece.place not in stopped for word in words_of(piece.text) if word not in kept
    )


def report():
    scores = {name: score(name) for name in PLANS}
    lines = ["plan                  åtgärder  rätt text  rätt ansvarig  rätt tid  för många  borttappat"]
    for name, each in scores.items():
        lines.append(
            f"{name:22}{each.measures:7}{each.texts:10}{each.responsible:13}{each.times:12}{each.too_many:10}{len(each.lost):10}"
        )
    total = [sum(column) for column in zip(*(each[:5] for each in scores.values()), strict=True)]
    lines.append(f"{'alla':22}{total[0]:7}{total[1]:10}{total[2]:13}{total[3]:12}{total[4]:10}")
    shares = ", ".join(
        f"{what} {part / total[0]:.1%}" for what, part in zip(("text", "ansvarig", "tid"), total[1:4], strict=True)
    )
    return "\n".join([*lines, shares])


if __name__ == "__main__":
    print(report())
