"""Why git could not answer: a code for those who go on without it, a message and a remedy for those who cannot."""

from __future__ import annotations

from enum import StrEnum

from vbe.errors import VbeError
from vbe.language import _, unmarked


class Problem(StrEnum):
    """Why git could not answer."""

    NO_GIT = "no_git"
    NO_REPOSITORY = "no_repository"
    DUBIOUS_OWNERSHIP = "dubious_ownership"
    NO_COMMITS = "no_commits"
    UNKNOWN_REVISION = "unknown_revision"
    MISSING_OBJECTS = "missing_objects"
    UNREADABLE = "unreadable"


class GitError(VbeError):
    """git could not answer."""

    def __init__(self, problem: Problem, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.problem = problem


def no_git() -> GitError:
    """There is no program called git."""
    return GitError(Problem.NO_GIT, _("git is not installed, so there is no history."), _("Install git."))


def from_stderr(stderr: bytes, folder: str) -> GitError:
    """git's own complaint, put so that it helps."""
    text, folder = unmarked(stderr.decode("utf-8", "replace")), unmarked(folder)
    lowered = text.lower()
    if "not a git repository" in lowered or "cannot use bare repository" in lowered:
        hint = _("Begin one with `git init`, and commit.")
        return GitError(Problem.NO_REPOSITORY, _("{folder} is not in a git repository.").format(folder=folder), hint)
    if "dubious ownership" in lowered or "unsafe repository" in lowered:
        message = _("The repository {folder} belongs to another user, so git does not read it.").format(folder=folder)
        hint = _("If you trust it: `git config --global --add safe.directory {folder}`.").format(folder=folder)
        return GitError(Problem.DUBIOUS_OWNERSHIP, message, hint)
    if "promisor" in lowered or "transport '" in lowered or "could not fetch" in lowered:
        hint = _("Fetch them with `git fetch --refetch --no-filter`.")
        return GitError(Problem.MISSING_OBJECTS, _("The clone lacks old versions (it is a partial clone)."), hint)
    lines = [line for line in text.splitlines() if line.strip()]
    first = next((line for line in lines if line.startswith(("fatal: ", "error: "))), lines[0] if lines else "")
    reason = first.removeprefix("fatal: ").removeprefix("error: ")
    message = _("git cannot read the repository: {reason}").format(reason=reason or "?")
    return GitError(Problem.UNREADABLE, message, _("Check it with `git fsck`."))
