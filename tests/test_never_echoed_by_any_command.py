"""Whatever is asked of a repository that holds a personal number in every kind of place, no command prints or writes it.

Every command, in every format of each of its views: a command that is added to `COMMANDS` is asked for here too. The numbers
belong to nobody and are made when the test runs.
"""

from __future__ import annotations

import random
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.test_never_echoed import BASE, corpus, hyphened, seen, short
from tests.test_never_echoed_anywhere import git, identities, in_every_name, in_every_text
from vbe.app.printing import FORMATS as PLAN_FORMATS
from vbe.cli import run
from vbe.commands import COMMANDS
from vbe.model.records import KINDS
from vbe.output.registry import names
from vbe.privacy.markup import read_markup
from vbe.report.render import FORMATS

RNG = random.Random(2026)
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"


def in_comments_settings_and_templates(root: Path, number: str) -> None:
    """The files are read all the same: comments, an own template, notes, what a board reported, an attachment."""
    for path in root.rglob("*.yaml"):
        path.write_text(f"# se {short(number)}\n{path.read_text('utf-8')}# gäller {hyphened(number)}\n", encoding="utf-8")
    profile = root / "vbe.yaml"
    profile.write_text(profile.read_text("utf-8").replace("name: Policy", f"name: Policy {hyphened(number)}"), encoding="utf-8")
    for name in ("brief.md", f"mall-{short(number).lower()}.md", "site/style.css"):
        path = root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Om {hyphened(number)}.\n", encoding="utf-8")
    (root / "measures" / f"bilaga-{short(number).lower()}.txt").write_text(f"{number}\n", encoding="utf-8")
    (root / "README.md").write_text(f"# {hyphened(number)}\n", encoding="utf-8")


def in_what_cannot_be_read(root: Path, number: str) -> None:
    """An unknown key, a key twice, an anchor, a tag, a foreign word in a list of words; files that are no records any more."""
    clean = (root / ROUTINE).read_text("utf-8")
    title = "title: Orosanmälan"
    spoiled = {
        "key": clean.replace(title, f'"{hyphened(number)}": x\n{title}'),
        "twice": clean.replace(title, f'"{number}": x\n"{number}": y\n{title}'),
        "anchor": clean.replace(title, f"title: &n{number} Orosanmälan"),
        "tag": clean.replace(title, f"title: !n{number} Orosanmälan"),
        "word": clean.replace("status: in_force", f'status: "{hyphened(number)}"'),
        "torn": clean.replace(title, f"title: Orosanmälan: {hyphened(number)}"),
    }
    assert clean not in spoiled.values()
    for name, text in spoiled.items():
        (root / "routines/socialforvaltningen" / f"{name}.yaml").write_text(text, encoding="utf-8")


PLANTS = {
    "text": in_every_text,
    "name": in_every_name,
    "comment": in_comments_settings_and_templates,
    "unread": in_what_cannot_be_read,
}


@pytest.fixture(scope="module", params=PLANTS)
def planted(request, tmp_path_factory):
    """The clean tree, then the planted one, on a branch and with an author, a message and a tag that hold the number too."""
    number = corpus.number(RNG)
    top = tmp_path_factory.mktemp("planted")
    root = top / "tree"
    shutil.copytree(BASE, root)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", f"Börja med {hyphened(number)}", "--author", f"{hyphened(number)} <{number}@lindvik.example>")
    git(root, "tag", f"t{number}")
    PLANTS[request.param](root, number)
    git(root, "checkout", "-q", "-b", f"gren-{short(number).lower()}")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", f"Gäller {hyphened(number)}", "--author", f"{hyphened(number)} <{number}@lindvik.example>")
    (root / "vbe.yaml").write_text((root / "vbe.yaml").read_text("utf-8") + "# mer\n", encoding="utf-8")
    plan = top / f"plan-{short(number).lower()}.csv"
    plan.write_text(f"Åtgärd;Ansvarig\nSamtal med {hyphened(number)};Kommunstyrelsen\n", encoding="utf-8")
    return root, number, plan


def asked(root: Path, number: str, plan: Path, out: Path) -> dict[str, list[tuple[str, ...]]]:
    """Command → how it is asked, with every format of each of its views."""
    entries = sorted(
        file.relative_to(root / "routines").with_suffix("").as_posix() for file in (root / "routines").rglob("*.yaml")
    )
    ids = [*[*dict.fromkeys(identities(root))][::3], f"chef-{short(number).lower()}"]
    here = ("--root", str(root))
    written = (str(out / "made"), *here)
    year = ("--year", "2024")

    def shown(view: str, *words: str) -> list[tuple[str, ...]]:
        return [(*words, "--format", name, *here) for name in names(view)]

    def made(command: str, formats, *words: str) -> list[tuple[str, ...]]:
        return [(command, *words, "--format", name, "-o", str(out / f"{command}.{name}"), *here) for name in formats]

    return {
        "validate": shown("validate", "validate"),
        "stale": [
            *shown("stale", "stale"),
            *shown("plan", "stale", "--plan", "12"),
            ("stale", *here),
            ("stale", "--mail", *written),
        ],
        "review": [("review", entries[0], "--outcome", "no-change", "--note", hyphened(number), "--dry-run", *here)],
        "history": [call for entry in entries for call in shown("history", "history", entry)],
        "report": made("report", FORMATS, *year),
        "site": [("site", "--for", who, "-o", str(out / who), *here) for who in ("public", "staff")],
        "publish": made("publish", PLAN_FORMATS),
        "form": [("form", *year, "--all-boards", "-o", *written)],
        "intake": [("intake", str(plan), *year, *here)],
        "verify": [(*call[:1], str(plan), *call[1:]) for call in shown("verify", "verify")],
        "diff": [*shown("diff", "diff", "HEAD~1", "HEAD"), *shown("diff", "diff", f"t{number}"), ("diff", number, *here)],
        "status": shown("status", "status"),
        "trace": [call for one in ids for call in shown("trace", "trace", one)],
        "show": [call for one in ids for call in shown("show", "show", one)],
        "explain": [("explain", f"VBE{number}"), ("explain", "VBE701")],
        "rules": [("rules", "--format", name) for name in names("rules")],
        "schema": [("schema", number), *(("schema", kind.name) for kind in KINDS)],
        "fmt": [("fmt", "--diff", *here), ("fmt", "--check", *here)],
        "rename": [("rename", one, f"ny-{short(number).lower()}", "--dry-run", *here) for one in ids[:3]],
        "upgrade": [("upgrade", "--dry-run", *here)],
        "codeowners": [("codeowners", *here)],
        "init": [("init", str(out / short(number)), "--name", f"Lindvik {hyphened(number)}", "--code", number)],
        "import": [("import", str(plan), "--into", str(out / "ny"), "--name", "Lindviks kommun", "--code", "9999")],
        "new": [("new", number, *here), ("new", "routine", "--department", number, "--title", hyphened(number), *here)],
    }


def said_by(content: bytes) -> list[str]:
    """What a reader of an output can see: as it stands, without markup, and in every part of an office file."""
    if not content.startswith(b"PK\x03\x04"):
        text = content.decode("utf-8", "replace").replace("\r\n ", "")  # lines of a calendar
        return [text, read_markup(text)] if text.lstrip()[:1] == "<" else [text]
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return [text for part in archive.namelist() for text in said_by(archive.read(part))]


def test_no_command_prints_or_writes_it(planted, tmp_path, capfdbinary):
    root, number, plan = planted
    calls = asked(root, number, plan, tmp_path)
    assert set(calls) == COMMANDS.keys() - {"lsp"}, "every command but the language server, which has a test of its own"
    leaks, spoke, masked = [], 0, 0
    for command in (call for called in calls.values() for call in called):
        capfdbinary.readouterr()
        run([*command])
        streams = capfdbinary.readouterr()
        spoke += any(streams)
        masked += "•".encode() in b"".join(streams)
        if any(seen(text, number) for stream in streams for text in said_by(stream)):
            leaks.append(command)
    assert [" ".join(command).replace(number, "N") for command in leaks] == []
    assert spoke > 0.9 * sum(map(len, calls.values()))
    assert masked > 9
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in files if any(seen(text, number) for text in said_by(path.read_bytes()))] == []
