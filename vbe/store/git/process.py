"""Starting git so that neither the caller's environment nor the repository's settings decide what is run.

GitPython puts a folder under git. What reads starts git itself: GitPython's higher layers read settings and cost a process
for each question, and to import it takes longer than git takes to answer.
"""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from vbe.store.git.errors import from_stderr, no_git

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

NOWHERE = os.devnull
ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": NOWHERE,
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": NOWHERE,
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "C",
}
SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={NOWHERE}",
    "log.showSignature=false",
    "gpg.program=false",
    "core.sshCommand=false",
    "diff.external=",
    "protocol.allow=never",
    "core.quotePath=false",
    "color.ui=false",
    "safe.bareRepository=explicit",
    f"core.attributesFile={NOWHERE}",
    "mailmap.file=",
    "mailmap.blob=",
    # A commit-graph file repeats dates and parents, and may say other than the commits do.
    "core.commitGraph=false",
    "log.showRoot=true",
    # Otherwise the repository decides in which encoding git answers.
    "i18n.logOutputEncoding=UTF-8",
    "i18n.commitEncoding=UTF-8",
    f"diff.orderFile={NOWHERE}",
    "core.bigFileThreshold=1m",
    "advice.graftFileDeprecated=false",
)
CONFIG_FILES = ("GIT_CONFIG_SYSTEM", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM")
"""Where the user says that git's settings stand."""
MOST_SETTINGS = 1000
FIRST_BRANCH = "main"
FLAGS = ("--no-pager", "--no-replace-objects", *(part for setting in SETTINGS for part in ("-c", setting)))


def _inherited() -> dict[str, str]:
    """The caller's environment without what begins with GIT_."""
    return {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}


def start(
    folder: Path, arguments: Sequence[str], *, flags: Sequence[str] = (), environment: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """git in a folder, hardened, with pipes to and from it."""
    return _start(folder, [*FLAGS, *flags, *arguments], {**ENVIRONMENT, **(environment or {})})


def _start(folder: Path, arguments: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    # Otherwise Windows would take a git.exe that lies in the folder where the program was started.
    os.environ.setdefault("NoDefaultCurrentDirectoryInExePath", "1")
    try:
        return subprocess.Popen(  # noqa: S603 - words of ours, and no shell
            ["git", *arguments],  # noqa: S607 - whichever git the user has
            cwd=folder,
            env={**_inherited(), **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (FileNotFoundError, PermissionError):
        raise no_git() from None


def run(
    folder: Path, arguments: Sequence[str], *, flags: Sequence[str] = (), environment: Mapping[str, str] | None = None
) -> tuple[int, bytes, bytes]:
    """Exit code, output and complaints of a call."""
    process = start(folder, arguments, flags=flags, environment=environment)
    output, complaints = process.communicate()
    return process.returncode, output, complaints


def trusted_folders(folder: Path) -> list[str]:
    """The folders that the user has declared safe; asked without a repository, so that only the user's word counts.

    In the order that git reads them: of the computer, of the user, of the environment; with what their files include, and
    with `~/` as the user's own folder.
    """
    scopes = ("--system", "--global")
    listed = [name for scope in scopes for name in _settings(folder, scope, "--type=path", "--get-all", "safe.directory")]
    listed += _trusted_by_environment()
    # An empty entry takes back those before it.
    last = max((i for i, name in enumerate(listed) if not name), default=-1)
    return listed[last + 1 :]


def _trusted_by_environment() -> list[str]:
    """What `GIT_CONFIG_COUNT`, `GIT_CONFIG_KEY_0` and so on say of safe folders."""
    count = os.environ.get("GIT_CONFIG_COUNT", "")
    pairs = [
        (os.environ.get(f"GIT_CONFIG_KEY_{number}", ""), os.environ.get(f"GIT_CONFIG_VALUE_{number}", ""))
        for number in range(min(int(count), MOST_SETTINGS) if count.isdecimal() else 0)
    ]
    return [os.path.expanduser(value) for key, value in pairs if key.lower() == "safe.directory"]  # noqa: PTH111 - `~` only first


def user_setting(folder: Path, key: str) -> str:
    """A setting of the user's own or of the computer's, never of a repository; empty where there is none."""
    found = (value for scope in ("--global", "--system") for value in _settings(folder, scope, "--get", key))
    return next(found, "")


def _settings(folder: Path, scope: str, *question: str) -> list[str]:
    """What git's settings of the user or of the computer answer; nothing of a repository is read."""
    environment = {name: value for name, value in ENVIRONMENT.items() if not name.startswith("GIT_CONFIG")}
    environment |= {name: os.environ[name] for name in CONFIG_FILES if name in os.environ}
    environment["GIT_DIR"] = NOWHERE
    process = _start(folder, ["config", scope, "--includes", "-z", *question], environment)
    output, _complaints = process.communicate()
    return output.decode("utf-8", "surrogateescape").split("\0")[:-1] if process.returncode == 0 else []


def begin_git(folder: Path) -> None:
    """Put a folder under git, with none of the hooks that a template of the computer's may hold."""
    branch = user_setting(folder, "init.defaultBranch") or FIRST_BRANCH
    begin = ["git", *FLAGS, "init", "--quiet", "--template=", f"--initial-branch={branch}"]
    with _without_git_variables():
        # Here and not above: to import it takes a tenth of a second, and nothing that reads needs it.
        from git import Git as GitPython

        code, _output, complaints = GitPython(str(folder)).execute(
            begin, env=ENVIRONMENT, with_extended_output=True, with_exceptions=False
        )
    if code != 0:
        raise from_stderr(complaints.encode(), str(folder))


@contextmanager
def _without_git_variables() -> Iterator[None]:
    """GitPython hands the whole environment on, so what begins with GIT_ is put aside while it starts git."""
    saved = {name: value for name, value in os.environ.items() if name.upper().startswith("GIT_")}
    for name in saved:
        del os.environ[name]
    # Otherwise the import of GitPython fails where there is no git.
    os.environ["GIT_PYTHON_REFRESH"] = "quiet"
    try:
        yield
    finally:
        del os.environ["GIT_PYTHON_REFRESH"]
        os.environ.update(saved)
