"""A repository and an edition → every file of the site. Nothing here asks what day it is: it is the commit's, or the user's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vbe.app.only_swedish import require_swedish_site
from vbe.app.origin import Origin, trace_origin
from vbe.app.refusal import refuse_private
from vbe.app.report_year import freshness_on
from vbe.app.site.calendars import calendars
from vbe.app.site.past import past_of
from vbe.app.site.said import refuse_in_site
from vbe.app.site.seen import latest_view
from vbe.app.site.years import years_of
from vbe.domain import period
from vbe.domain.document_status import document_statuses
from vbe.domain.known import known_on
from vbe.errors import VbeError
from vbe.language import _, did_you_mean, enumerate_words, speaking
from vbe.model.places import place_of
from vbe.model.profile import Cut
from vbe.report.model import Provenance
from vbe.report.texts import Texts
from vbe.site import Edition, SiteView, build_site
from vbe.site.kept import Kept
from vbe.site.manifest import MANIFEST, Manifest, sums_of, write_manifest
from vbe.site.theme import own_pages
from vbe.site.view import Missing
from vbe.store.templates import TEMPLATES, open_templates

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from vbe.model.corpus import Corpus
    from vbe.store.repository import Source
    from vbe.store.resources import Templates

PLAIN_CUTS = {
    Edition.PUBLIC: Cut(name="Invånare", visibility="public", results=False, codes=False, sections=("help", "done", "how")),
    Edition.STAFF: Cut(name="Medarbetare", visibility="internal"),
}
"""What the pages show, where the profile names no cut."""


@dataclass(frozen=True, slots=True)
class SiteOrder:
    """What somebody wants a site of."""

    edition: Edition = Edition.STAFF
    as_of: datetime.date | None = None
    tool: str = ""
    """The program that the site says it was made with; empty for this one."""


def read_order(edition: str, as_of: datetime.date | None) -> SiteOrder:
    """The order that a user means; stops where there is no such edition."""
    if edition not in tuple(Edition):
        raise VbeError(
            _("There is no edition with the name {name}.").format(name=edition),
            did_you_mean(edition, Edition) or _("The editions are {names}.").format(names=enumerate_words(Edition)),
        )
    return SiteOrder(Edition(edition), as_of)


@dataclass(frozen=True, slots=True)
class MadeSite:
    """Path → content, with the manifest; a line for each file that could not be shown; and what the next run may take over."""

    files: dict[str, bytes]
    faults: tuple[str, ...]
    kept: Kept


def make_site(
    source: Source, order: SiteOrder, remark: Callable[[str], None] = lambda _text: None, kept: Kept | None = None
) -> MadeSite:
    """Every file of the site; `kept` is what an earlier run has made.

    Raises `PrivateError` where a person stands in the records or in what was made.
    """
    from vbe.app.publishing import load_whole

    kept = kept or Kept()
    corpus = load_whole(source)
    require_swedish_site(corpus)
    refuse_private(corpus)
    origin, templates = trace_origin(source), open_templates(source)
    day = order.as_of or _day_of(corpus, origin)
    with speaking("sv"):
        view = open_view(source, corpus, order, day, origin, templates, remark)
        site = build_site(view, templates, kept)
    used = templates.digest(name for name in templates.used if name in templates.own_names or name in templates.packaged)
    provenance = view.provenance
    manifest = Manifest(
        str(order.edition),
        day.isoformat(),
        provenance.tool,
        provenance.commit,
        provenance.dirty,
        used,
        sums_of(site.files),
        site.cards,
    )
    files = {**site.files, MANIFEST: write_manifest(manifest)}
    refuse_private(corpus, {f"{TEMPLATES}/{name}": content for name, content in templates.used.items()})
    refuse_in_site(corpus, files, is_ours=not own_pages(templates))
    cards = {sum_of: site.files[path] for path, sum_of in site.cards.items()}
    return MadeSite(files, tuple(_faults(corpus)), Kept(cards, kept.pages))


def _day_of(corpus: Corpus, origin: Origin) -> datetime.date:
    """The commit's day; without one SOURCE_DATE_EPOCH's, else the day of the latest follow-up."""
    from vbe.app.origin import read_epoch

    moment = origin.committed or read_epoch()
    if moment is not None:
        return moment.date()
    if not corpus.years:
        message = _("There is neither a commit nor a follow-up that gives the site its day.")
        raise VbeError(message, _("Give the day with --as-of."))
    return period.as_of(corpus, corpus.years[-1])


def open_view(
    source: Source,
    corpus: Corpus,
    order: SiteOrder,
    day: datetime.date,
    origin: Origin,
    templates: Templates,
    remark: Callable[[str], None],
) -> SiteView:
    """Everything that the pages are composed from."""
    from vbe import __version__

    known = known_on(corpus, day)
    name, cut = cut_of(corpus, order.edition)
    found = freshness_on(source, known, origin, day)
    provenance = Provenance(
        order.tool or f"vbe {__version__}", origin.commit, dirty=origin.dirty, as_of=day.isoformat(), cut=name
    )
    latest = latest_view(source, known, origin, day, cut, provenance, Texts(templates), found)
    view = SiteView(
        edition=order.edition,
        corpus=latest.corpus,
        as_of=day,
        latest=latest,
        states=document_statuses(known, found),
        provenance=provenance,
        stamp=int(origin.committed.timestamp()) if origin.committed else 0,
        missing=tuple(_missing(corpus)),
    )
    past = past_of(source, view, origin)
    return replace(
        view,
        history=past.history,
        changes=past.changes,
        latest_of=past.latest,
        calendars=calendars(view, known, found, origin),
        years=tuple(years_of(source, corpus, view, origin, templates, remark)),
    )


def cut_of(corpus: Corpus, edition: Edition) -> tuple[str, Cut]:
    """The profile's cut for the readers of an edition: for the public one that hides the boards' words, where there is one."""
    if edition is Edition.STAFF:
        name, _cut = period.find_cut(corpus, None)
        return name, PLAIN_CUTS[edition]
    public = [(name, cut) for name, cut in corpus.profile.cuts.items() if cut.visibility == "public"]
    public.sort(key=lambda pair: pair[1].results)
    return public[0] if public else ("", PLAIN_CUTS[edition])


def _missing(corpus: Corpus) -> list[Missing]:
    """The records that could not be read."""
    lost = dict.fromkeys(finding.file for finding in corpus.findings if finding.file not in corpus.by_file)
    placed = ((file, place_of(file)) for file in lost)
    return [Missing(found[0].kind, found[1], file) for file, found in placed if found is not None]


def _faults(corpus: Corpus) -> list[str]:
    """Place and fault of each file that could not be read, a line each."""
    found: dict[str, str] = {}
    for finding in corpus.findings:
        if finding.file not in corpus.by_file:
            line = f":{finding.location.line}" if finding.location is not None else ""
            found.setdefault(finding.file, f"{finding.file}{line}: {finding.message} {finding.hint}".strip())
    return list(found.values())
