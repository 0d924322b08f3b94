"""Files that differ between two trees although no record says anything else: checks, templates, settings, suppressions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from vbe.language import _, ngettext
from vbe.rules.marks import SUPPRESSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.model.corpus import Corpus
    from vbe.store.trees import Files

CHECKS = (".github/workflows/", ".github/actions/", ".gitlab/", ".ci/", "vbe/", "action.yml", "action.yaml", ".gitlab-ci.yml",
          ".pre-commit-config.yaml", ".pre-commit-hooks.yaml", "requirements.txt", "constraints.txt", "pyproject.toml",
          "Makefile", "hatch_build.py")  # fmt: skip
"""What decides which program checks, and how: folders end in `/`."""
SETTINGS = (".gitattributes", ".gitignore", ".gitmodules", ".mailmap")
REVIEWERS = "CODEOWNERS"
PASSED_OVER = ".git-blame-ignore-revs"
TEMPLATES = "templates/"
ORDINARY = ("100644", "100755", "100664")
MAX_NAMED = 20
"""How many files of a category are named each by itself."""
CATEGORIES = ("suppression", "reviewers", "passed_over", "template", "link", "settings", "check", "hidden", "layout", "other")
"""In the order that they are told."""


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A file that differs and that no change of a record tells of."""

    file: str
    what: str
    """`added`, `removed` or `changed`."""
    category: str
    """One of `CATEGORIES`."""
    sentence: str

    @property
    def is_decisive(self) -> bool:
        """Whether it changes the check or the report."""
        return self.category not in ("layout", "other")


def other_files(old: Files, new: Files, known: set[str], corpora: tuple[Corpus, Corpus], prefix: str) -> tuple[OtherFile, ...]:
    """Every file that differs, what weighs first. `told` are the records' files whose changes are told elsewhere."""
    found = list(_suppressions(*corpora))
    for file in sorted({*old, *new}):
        before, after = old.get(file), new.get(file)
        if before == after:
            continue
        mode = (after or before or ("", ""))[0]
        inner = file.removeprefix(prefix)
        category = _category(inner, mode, is_record=_is_record(inner, corpora))
        if category == "layout" and inner in known:
            continue
        what = "added" if before is None else "removed" if after is None else "changed"
        found.append(OtherFile(file, what, category, _sentence(file, what, category)))
    return tuple(sorted(found, key=lambda each: (CATEGORIES.index(each.category), each.file)))


def _is_record(file: str, corpora: tuple[Corpus, Corpus]) -> bool:
    return any(file in corpus.texts for corpus in corpora)


def _category(file: str, mode: str, *, is_record: bool) -> str:
    name = file.rpartition("/")[2]
    if mode not in ORDINARY:
        return "link"
    if is_record:
        return "layout"
    if name == REVIEWERS:
        return "reviewers"
    if name == PASSED_OVER:
        return "passed_over"
    if name in SETTINGS:
        return "settings"
    if file.startswith(TEMPLATES):
        return "template"
    if any(file == place or (place.endswith("/") and file.startswith(place)) for place in CHECKS):
        return "check"
    return "hidden" if file.startswith(".") or "/." in file else "other"


def _sentence(file: str, what: str, category: str) -> str:
    categories = {
        "check": _("the automatic checks"),
        "reviewers": _("who reviews what"),
        "passed_over": _("commits that the history passes over"),
        "template": _("a template of the report"),
        "link": _("a link, or no ordinary file"),
        "settings": _("how git treats files"),
        "hidden": _("a hidden file"),
        "layout": _("only comments, order or layout"),
        "other": _("not a record"),
    }
    whats = {
        "added": _("{file} is new: {sort}."),
        "removed": _("{file} is gone: {sort}."),
        "changed": _("{file} is changed: {sort}."),
    }
    return whats[what].format(file=file, sort=categories[category])


def _suppressions(old: Corpus, new: Corpus) -> Iterator[OtherFile]:
    """Remarks that keep a rule from speaking, which are comments and so no change of a record."""
    for file in sorted({*old.texts, *new.texts}):
        before, after = (Counter(_marks(corpus.texts.get(file, ""))) for corpus in (old, new))
        for codes, count in (after - before).items():
            sentence = ngettext(
                "{file}: {codes} is suppressed in {count} more place.",
                "{file}: {codes} is suppressed in {count} more places.",
                count,
            )
            yield OtherFile(file, "added", "suppression", sentence.format(file=file, codes=codes, count=count))
        for codes, count in (before - after).items():
            sentence = ngettext(
                "{file}: {codes} is suppressed in {count} place less.",
                "{file}: {codes} is suppressed in {count} places less.",
                count,
            )
            yield OtherFile(file, "removed", "suppression", sentence.format(file=file, codes=codes, count=count))


def _marks(text: str) -> Iterator[str]:
    if "vbe:" in text:
        for match in SUPPRESSION.finditer(text):
            yield match["codes"].strip()


def shortened(files: Iterable[OtherFile]) -> list[str]:
    """The sentences by category: `MAX_NAMED` of each, then how many more, so that one category does not hide another."""
    lines = []
    for _name, members in groupby(files, key=lambda each: each.category):
        sentences = [each.sentence for each in members]
        left = len(sentences) - MAX_NAMED
        more = ngettext("… and {count} more file.", "… and {count} more files.", left).format(count=left)
        lines += [*sentences[:MAX_NAMED], more] if left > 0 else sentences
    return lines
