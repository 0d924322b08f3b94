"""`--commit`: what a command has written becomes one commit, whose message is what changed, in sentences.

Only the files that the command wrote are committed, and only where nothing else is staged: nobody's half-finished work goes
along. Nothing that the repository configures is run: neither a hook nor a filter.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from vbe.errors import VbeError
from vbe.language import _, enumerate_words
from vbe.privacy.redaction import redact
from vbe.store.commit import Commit
from vbe.store.git import Git, GitError
from vbe.store.git.process import begin_git, user_setting
from vbe.store.top import repository_top

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.store.repository import Source

SUBJECT_LENGTH: Final = 72
REGULAR: Final = "100644"


def require_committable(root: Path) -> None:
    """Raise where nobody is known to commit, or where something else is staged and would go along.

    A folder that is not there, or not under git, has nothing staged: it is put under git when it has been written.
    """
    root = Path(root)
    if not (repository_top(root) / ".git").exists():
        _committer(next(folder for folder in (root, *root.absolute().parents) if folder.is_dir()))
        return
    git = Git.open(root)
    # Of the index and the commit alone: what looks at the work tree may run a filter that the repository configures.
    staged = ["diff-index", "--cached", "--name-only", "HEAD"] if _head(git) else ["ls-files", "--cached"]
    if git.ask(*staged).strip():
        raise VbeError(_("Something is staged already, and would go along."), _("Commit it first, or leave out --commit."))
    _committer(git.folder, git)


def commit_written(root: Path, files: Sequence[str], sentences: Sequence[str]) -> str:
    """Commit the files that were written or taken away; the first sentence is the subject. Gives the commit's short id."""
    root = Path(root)
    if not (repository_top(root) / ".git").exists():
        begin_git(root)
    git = Git.open(root)
    environment, unfiltered = _committer(git.folder, git), _unfiltered(git)
    written = [file for file in dict.fromkeys(files) if (root / file).is_file()]
    gone = [file for file in dict.fromkeys(files) if file not in written]
    if written:
        blobs = git.ask("hash-object", "-w", "--no-filters", "--", *written).decode().split()
        entries = [f"{REGULAR},{blob},{git.prefix}{file}" for blob, file in zip(blobs, written, strict=True)]
        git.ask(*unfiltered, "update-index", "--add", *(part for entry in entries for part in ("--cacheinfo", entry)))
    if gone:
        git.ask(*unfiltered, "update-index", "--force-remove", "--", *gone)
    tree, parent = git.ask(*unfiltered, "write-tree").decode().strip(), _head(git)
    parents = ("-p", parent) if parent else ()
    commit = git.ask("commit-tree", tree, *parents, "-m", message_of(sentences), environment=environment).decode().strip()
    git.ask("update-ref", "-m", "vbe --commit", "HEAD", commit, *((parent,) if parent else ()))
    return commit[:10]


def changed_sentences(source: Source, files: Sequence[str]) -> list[str]:
    """What these files change of the latest commit, in sentences; that they are new where there is none to compare with."""
    from vbe.output.changes.comparison import State
    from vbe.output.changes.contrast import contrast
    from vbe.store.loader import load

    try:
        old = load(Commit(Git.open(source.root), "HEAD"))
    except VbeError:
        return [_("New: {files}.").format(files=enumerate_words(files))]
    comparison = contrast(old, load(source), State("HEAD"), State(""))
    sentences = [change.sentence for change in comparison.changes if {change.file, change.old_file} & set(files)]
    return sentences or [_("Changed: {files}.").format(files=enumerate_words(files))]


def message_of(sentences: Sequence[str]) -> str:
    """The message of a commit: one short sentence is the subject; of several the first, and then all of them."""
    lines = [redact(" ".join(sentence.split())) for sentence in sentences] or [_("The records were changed.")]
    subject = lines[0].rstrip(".")
    is_long = len(subject) > SUBJECT_LENGTH
    if is_long:
        subject = subject[: SUBJECT_LENGTH - 2].rpartition(" ")[0] + " …"
    if len(lines) == 1 and not is_long:
        return subject
    return f"{subject}\n\n" + "\n".join(f"- {sentence}" for sentence in lines)


def _unfiltered(git: Git) -> list[str]:
    """Flags that switch off every filter of the repository: git runs one where it looks again at what may have changed."""
    try:
        named = git.ask("config", "--name-only", "--get-regexp", r"^filter\.").decode("utf-8", "replace").split()
    except GitError:
        return []
    drivers = sorted({key.rpartition(".")[0] for key in named})
    return [
        part
        for each in drivers
        for setting in ("clean=", "smudge=", "process=", "required=false")
        for part in ("-c", f"{each}.{setting}")
    ]


def _head(git: Git) -> str:
    """The latest commit; empty where there is none yet."""
    try:
        return git.ask("rev-parse", "--verify", "--quiet", "HEAD").decode().strip()
    except GitError:
        return ""


def _committer(folder: Path, git: Git | None = None) -> dict[str, str]:
    """Who commits, from the repository's own settings or the user's; raises where nobody has said."""
    found = {}
    for key in ("name", "email"):
        try:
            value = git.ask("config", "--local", "--get", f"user.{key}").decode("utf-8", "replace").strip() if git else ""
        except GitError:
            value = ""
        value = value or user_setting(folder, f"user.{key}")
        if not value:
            message = _("git does not know who commits: user.{key} is not set.").format(key=key)
            raise VbeError(message, _("Write `git config user.{key} …` once, or leave out --commit.").format(key=key))
        found[key] = value
    return {f"GIT_{who}_{key.upper()}": value for who in ("AUTHOR", "COMMITTER") for key, value in found.items()}
