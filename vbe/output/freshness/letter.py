"""What a mail to an owner role says, as text: what to look at, why and by when; no ids and no commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _, ngettext
from vbe.output.freshness.labels import about_words, department_name, kind_word, rows
from vbe.output.width import wrapped

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.output.freshness import Setting
    from vbe.output.freshness.labels import Row


def format_letter(assessment: Assessment, setting: Setting, role: str) -> str:
    """A greeting, a point for each thing, and what the calendar is for."""
    lines = [*wrapped(opening(assessment, setting, role), ""), ""]
    for number, row in enumerate(rows(assessment.freshness), 1):
        begin = f"{number}. "
        lines += wrapped(f"{row.title} ({kind_word(row.first.kind)})", begin.ljust(4), "    ")
        lines += [line for text in (about(row, setting), *why(row)) for line in wrapped(text, "    ")]
        lines += [f"    {page}" for page in page_of(row, setting)]
        lines.append("")
    return "\n".join([*lines, *wrapped(closing(), ""), "", setting.municipality]) + "\n"


def opening(assessment: Assessment, setting: Setting, role: str) -> str:
    """To whom it is, and how much there is."""
    count = len(assessment.freshness)
    words = ngettext(
        "To {role}: {count} thing that you answer for needs to be looked at, as of {date}.",
        "To {role}: {count} things that you answer for need to be looked at, as of {date}.",
        count,
    )
    return words.format(role=setting.name(role), count=count, date=assessment.as_of)


def subject(assessment: Assessment, setting: Setting) -> str:
    """What the mail is about, without anything from a file but the municipality's name."""
    count = len(assessment.freshness)
    words = ngettext("{name}: {count} thing to look at", "{name}: {count} things to look at", count)
    return words.format(name=setting.municipality, count=count)


def about(row: Row, setting: Setting) -> str:
    """How it stands, by when, and where."""
    department = row.first.department
    return about_words(row, department_name(department, setting) if department else "")


def why(row: Row) -> tuple[str, ...]:
    """What is said of it."""
    return tuple(dict.fromkeys(reason.message for reason in row.first.reasons))


def page_of(row: Row, setting: Setting) -> tuple[str, ...]:
    """Where it is read, where the site has an address: whole, so that a mail program leads there."""
    page = setting.pages.get((row.first.kind, row.first.id))
    return (page,) if page else ()


def closing() -> str:
    """What comes with it."""
    return _("The days are in the calendar that is attached; open it to add them to your own.")
