"""The issue that is written anew each week keeps what somebody has ticked; the script is run as it stands, by node."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from tests.ci.runner import ROOT, read

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="node runs the script of the workflow")
LIST = "# Inaktuellt\n\n- [ ] **Föreningsbidrag** (kultur/bidrag): försenad.\n  `vbe review kultur/bidrag`\n- [ ] **Oro** (social/oro): aldrig granskad.\n"
HARNESS = """
const context = {repo: {owner: 'o', repo: 'r'}};
const written = [];
const open = JSON.parse(process.argv[2]);
const github = {
  paginate: async () => open,
  rest: {issues: {listForRepo: 0, update: async i => written.push(['update', i.body]), create: async i => written.push(['create', i.body])}},
};
(async () => { SCRIPT
console.log(JSON.stringify(written)); })();
"""


WRITERS = {
    "this repository": (".github/workflows/stale.yml", "write"),
    "init": ("vbe/scaffold/templates/init/workflow.yml", "list"),
}
"""Whose workflow → its file, and the job that writes the issue."""


@pytest.fixture(params=WRITERS)
def whose(request):
    return request.param


def written(whose, folder, text, issues):
    """What the script does to the issues: whether it updates or creates, and the text."""
    file, job = WRITERS[whose]
    [step] = [s for s in read(ROOT / file)["jobs"][job]["steps"] if "script" in s.get("with", {})]
    (folder / "stale.md").write_text(text, encoding="utf-8")
    (folder / "run.js").write_text(HARNESS.replace("SCRIPT", step["with"]["script"]), encoding="utf-8")
    done = subprocess.run([NODE, "run.js", json.dumps(issues)], cwd=folder, capture_output=True, text=True, check=True)
    [(what, body)] = json.loads(done.stdout)
    return what, body


def test_the_first_week_it_is_made(whose, tmp_path):
    assert written(whose, tmp_path, LIST, []) == ("create", LIST)


def test_what_is_ticked_stays_ticked_and_nothing_else_is(whose, tmp_path):
    old = LIST.replace("- [ ] **Före", "- [x] **Före").replace("försenad.", "försenad, en vecka mindre.")
    what, body = written(whose, tmp_path, LIST, [{"title": "Det här behöver granskas", "number": 3, "body": old}])
    assert what == "update"
    assert body == LIST.replace("- [ ] **Före", "- [x] **Före")


def test_another_issue_is_left_alone_and_a_long_list_is_cut_between_lines(whose, tmp_path):
    long = LIST + "- [ ] **Rad** (a/b): text.\n" * 4000
    what, body = written(whose, tmp_path, long, [{"title": "Annat", "number": 1, "body": None}])
    assert what == "create"
    assert len(body) <= 60000
    assert body.endswith("text.")
