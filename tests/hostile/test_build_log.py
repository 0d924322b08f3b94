"""No format of any command writes what a build server takes for a command, whatever the records say."""

from __future__ import annotations

import pytest

from tests.report.repo import commit, repository, vbe

EVIL = "##[error]a ::error::b"
COMMANDS = [
    *[("stale", "--format", form) for form in ("table", "json", "csv", "md", "ics")],
    *[("stale", "--plan", "60", "--format", form) for form in ("table", "ics")],
    *[("diff", "HEAD~1", "--format", form) for form in ("text", "json", "md")],
    *[("show", "socialforvaltningen/orosanmalan", "--format", form) for form in ("text", "json")],
    *[("trace", "socialforvaltningen/orosanmalan", "--format", form) for form in ("text", "json")],
    *[("history", "socialforvaltningen/orosanmalan", "--format", form) for form in ("table", "json")],
    *[("status", "--format", form) for form in ("table", "json", "md")],
    *[("validate", "--format", form) for form in ("text", "json", "sarif", "gitlab", "junit")],
    ("codeowners",),
]


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    folder = repository(tmp_path_factory.mktemp("kommun") / "lindvik")
    for file in (*folder.glob("routines/*/*.yaml"), *folder.glob("measures/*.yaml"), folder / "strategy" / "organisation.yaml"):
        lines = file.read_text(encoding="utf-8").splitlines()
        for at, line in enumerate(lines):
            for key in ("title: ", "name: ", "- name: "):
                if line.strip().startswith(key) and "{" not in line:
                    lines[at] = line.split(key)[0] + key + f'"{EVIL} {at} {"::" * 40} ##[ {EVIL}"'
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    commit(folder, f"{EVIL}\n\n{EVIL}")
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_is_a_command_to_the_build_server(town, command):
    done = vbe(town, *command)
    assert done.stdout, done.stderr
    for text in (done.stdout.decode(), done.stderr.decode()):
        assert "##[" not in text
        assert not [line for line in text.splitlines() if line.strip().startswith("::")]
