"""`table`, unless all is asked for: what to do first, in at most 25 lines of 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _, ngettext
from vbe.output.freshness.labels import age_words, department_name, state_of
from vbe.output.styles import Style, paint
from vbe.output.width import WIDTH, columns, left, shortened, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness.digest import Digest, Standing
    from vbe.output.freshness import Setting

LINES = 25
GAP = "  "
SHOWN_NEW = 2


def format_digest(digest: Digest, setting: Setting) -> str:
    """The departments, what is new, what to begin with, what has one cause, and where there is more."""
    head = _("Stale as of {date}: {stale} of {total}.") if digest.stale else _("Nothing is stale as of {date} (0 of {total}).")
    lines = [paint(Style.HEADING, head.format(date=digest.as_of, stale=digest.stale, total=digest.total))]
    after = [*_new(digest), *_first(digest), *_causes(digest), *_more(digest)]
    return "\n".join([*lines, *_standings(digest, setting, LINES - len(lines) - len(after)), *after]) + "\n"


def _standings(digest: Digest, setting: Setting, room: int) -> Iterator[str]:
    """A line for each department that has something stale, as far as there is room."""
    stale = [each for each in digest.standings if each.share.stale]
    if not stale:
        return
    shown = stale if len(stale) < room else stale[: room - 2]
    yield from _table([_cells(each, digest, setting) for each in shown])
    more = len(stale) - len(shown)
    if more:
        yield ngettext("… and {count} more department.", "… and {count} more departments.", more).format(count=more)


def _cells(standing: Standing, digest: Digest, setting: Setting) -> tuple[str, str, str, str]:
    """Which department, how much of it, how old the oldest is, and who."""
    share = standing.share
    name = department_name(share.department, setting)
    age = age_words(standing.oldest, digest.as_of) if standing.oldest else "–"
    return name, _("{stale} of {total}").format(stale=share.stale, total=share.total), age, _who(standing, name, setting)


def _table(rows: list[tuple[str, str, str, str]]) -> Iterator[str]:
    """Names are shortened where they must be, counts and ages never."""
    heads = (_("Department"), _("Stale"), _("Oldest"), _("Who"))
    names, counts, ages, roles = zip(heads, *rows, strict=True)
    count, age = max(map(columns, counts)), max(map(columns, ages))
    room = WIDTH - count - age - 3 * len(GAP)
    role = min(max(map(columns, roles)), max(room // 3, room - max(map(columns, names))))
    name = min(max(map(columns, names)), room - role)
    for row in zip(names, counts, ages, roles, strict=True):
        cells = (left(shortened(row[0], name), name), row[1].rjust(count), left(row[2], age), shortened(row[3], role))
        line = GAP.join(cells).rstrip()
        yield paint(Style.FAINT, line) if row == heads else line


def _who(standing: Standing, name: str, setting: Setting) -> str:
    """The role that heads the department; without the department's name, which stands beside it."""
    head = setting.heads.get(standing.share.department)
    if head is None:
        return _("no head")
    role = setting.name(head)
    at = role.casefold().find(name.casefold())
    # `Förvaltningschefen för socialförvaltningen`: without the name, and the word that ties it to what stands before it.
    short = role[:at].rstrip().rpartition(" ")[0] if at > 0 else ""
    return short or role


def _new(digest: Digest) -> Iterator[str]:
    if not digest.stale:
        return
    yield ""
    count = len(digest.new)
    if not count:
        yield _("Nothing new since {date}.").format(date=digest.since)
        return
    titles = [shortened(f.title, WIDTH - 2) for f in digest.new[:SHOWN_NEW]]
    more = count - len(titles)
    yield paint(Style.HEADING, _("New since {date}: {count}").format(date=digest.since, count=count))
    yield from (f"  {title}" for title in titles[: SHOWN_NEW - bool(more)])
    if more:
        yield "  " + ngettext("… and {count} more", "… and {count} more", more + 1).format(count=more + 1)


def _first(digest: Digest) -> Iterator[str]:
    if not digest.first:
        return
    yield paint(Style.HEADING, _("Begin with these"))
    for number, freshness in enumerate(digest.first, 1):
        yield f"  {number}. {shortened(freshness.title, WIDTH - 5)}"
        state = state_of(freshness)
        known = f"     {shortened(freshness.id, WIDTH - 7 - columns(state))}"
        yield f"{paint(Style.FAINT, known)}, {state}"


def _causes(digest: Digest) -> Iterator[str]:
    """What has one cause is said once."""
    causes = []
    if digest.ended_on is not None:
        message = ngettext(
            "{plan} was valid until {date}, which alone makes {count} of these stale: itself and what it promises.",
            "{plan} was valid until {date}, which alone makes {count} of these stale: itself and what it promises.",
            len(digest.caused),
        )
        causes.append(message.format(plan=digest.plan, date=digest.ended_on, count=len(digest.caused)))
    if digest.waivers:
        message = ngettext(
            "{count} departure from the rules has passed its day (vbe.yaml).",
            "{count} departures from the rules have passed their day (vbe.yaml).",
            len(digest.waivers),
        )
        causes.append(message.format(count=len(digest.waivers)))
    counted = []
    if digest.soon:
        counted.append(ngettext("{count} due soon", "{count} due soon", digest.soon).format(count=digest.soon))
    if digest.unknown:
        counted.append(ngettext("{count} cannot be told", "{count} cannot be told", digest.unknown).format(count=digest.unknown))
    if counted:
        causes.append("; ".join(counted) + ".")
    if causes:
        yield ""
        for message in causes:
            yield from wrapped(message, "")


def _more(digest: Digest) -> Iterator[str]:
    worst = next((s.share.department for s in digest.standings if s.share.stale and s.share.department), "")
    yield ""
    yield _("Everything, with dates and remedies: {command}").format(command="vbe stale --all")
    if worst:
        yield from wrapped(_("One department: {command}").format(command=f"vbe stale --department {worst}"), "", whole=True)
