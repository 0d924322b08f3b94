"""The report's prose is blocks that a municipality overrides one by one, and what it may write there."""

from __future__ import annotations

import ast
import datetime
from pathlib import Path

import pytest

from tests.render.solna import composed, corpus
from tests.report.repo import commit, repository, vbe
from tests.report.small import report
from vbe.errors import VbeError
from vbe.language.swedish import folded
from vbe.report import texts
from vbe.report.render.jinja import environment
from vbe.report.texts import Texts
from vbe.store.resources import OWN_TEXTS, TEXTS, Templates

REPORT = Path(texts.__file__).parent
HEAD = f'{{% extends "{TEXTS}" %}}\n'
OVERRIDE = HEAD + "{% block decision_approve %}{{ board }} lägger {{ year }} års uppföljning till handlingarna.{% endblock %}\n"


def own(text: str) -> Templates:
    return Templates({OWN_TEXTS: text.encode()}.get, [OWN_TEXTS])


def test_one_block_is_overridden_and_the_others_stay():
    made = Texts(own(OVERRIDE))
    given = {"board": "Nämnden", "year": 2017, "document": "planen"}
    assert made.say("decision_approve", **given) == "Nämnden lägger 2017 års uppföljning till handlingarna."
    assert Texts().say("decision_approve", **given) == "Nämnden godkänner 2017 års uppföljning av planen."
    assert made.say("decision_lead", board="Nämnden") == Texts().say("decision_lead", board="Nämnden")
    assert made.overridden == ("decision_approve",)


def test_the_shipped_text_is_had_with_super():
    made = Texts(own(HEAD + "{% block decision_lead %}{{ super() }} Se bilagan.{% endblock %}"))
    assert made.say("decision_lead", board="Nämnden") == "Nämnden föreslås besluta följande: Se bilagan."


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (HEAD + "{% block decision_aprove %}x{% endblock %}", 2, "decision_aprove"),
        (HEAD + "\n{% block decision_lead %}{{ bord }}{% endblock %}", 3, "bord"),
        (HEAD + "{% block decision_lead %}{% for x in board %}{{ x }}{% endfor %}{% endblock %}", 2, "for"),
        (HEAD + "{% block decision_lead %}{{ board.__class__ }}{% endblock %}", 2, "getattr"),
        (HEAD + "{% block decision_lead %}{{ 'x' * 999999999 }}{% endblock %}", 2, "mul"),
        (HEAD + "{% block decision_lead %}{{ board | upper }}{% endblock %}", 2, "filter"),
        (HEAD + '{% include "report/report.css" %}', 2, "include"),
        (HEAD + "{% block decision_lead %}{{ board ", 2, "unexpected"),
        ("{% block decision_lead %}x{% endblock %}", 1, TEXTS),
        ('{% extends "report/report.html.j2" %}', 1, TEXTS),
    ],
)
def test_what_an_own_text_may_not_hold_is_told_by_line(text, line, said):
    with pytest.raises(VbeError, match=said) as fault:
        Texts(own(text))
    assert fault.value.message.startswith(f"templates/{OWN_TEXTS}:{line}: ")


def test_a_text_without_conditions_is_what_the_engine_makes_of_it():
    made = Texts()
    for block, source in made.sources.items():
        if "{%" not in source:
            given = {name: f"<{name} & 1>" for name in made.values[block]}
            assert made.say(block, **given) == folded(environment({}, escaped=False).from_string(source).render(given))


def test_every_block_is_handed_just_its_values(monkeypatch):
    known, original = Texts().values, Texts.say

    def heard(self, block, **values):
        assert values.keys() == known[block], block
        return original(self, block, **values)

    monkeypatch.setattr(texts.Texts, "say", heard)
    for cut, only, board in [("ks", None, None), ("ks", "appendix", None), ("webb", None, None), ("personal", None, None)]:
        composed(corpus(), 2017, cut, only=only, board=board)
    composed(corpus(), 2017, "ks", board="socialnamnden")
    composed(corpus(), 2017, "tjansteskrivelse")
    report(without=("followup/2024/socialnamnden.yaml",))
    report(without=("followup/2024/socialnamnden.yaml", "followup/2024/kommunstyrelsen.yaml"))
    report(day=datetime.date(2024, 6, 30))


# The governing document has prose of its own.
CALLS = [
    node
    for path in sorted(REPORT.rglob("*.py"))
    if path.parent.name != "governing"
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "say"
]


def test_every_block_is_called_for_and_every_call_knows_its_values():
    """Those too that no data here calls for: read in the source."""
    called = set()
    for call in CALLS:
        name = call.args[0]
        if isinstance(name, ast.Name):
            continue
        if isinstance(name, ast.JoinedStr):
            called |= {block for block in Texts().sources if block.startswith(name.values[0].value)}
            continue
        given = {word.arg for word in call.keywords if word.arg}
        for block in [name.body.value, name.orelse.value] if isinstance(name, ast.IfExp) else [name.value]:
            called.add(block)
            assert given <= Texts().values[block], block
            if all(word.arg for word in call.keywords):
                assert given == Texts().values[block], block
    assert called == set(Texts().sources)


def test_the_command_says_what_is_own_and_what_is_wrong(tmp_path):
    folder = repository(tmp_path / "egen")
    none = vbe(folder, "report", "--check-templates")
    assert (none.returncode, none.stdout.decode().strip()) == (0, "Rapporten har inga egna texter.")
    file = folder / "templates" / OWN_TEXTS
    file.parent.mkdir(parents=True)
    file.write_text(OVERRIDE, encoding="utf-8")
    commit(folder, "Egen text")
    done = vbe(folder, "report", "--check-templates")
    assert (done.returncode, done.stdout.decode().strip()) == (0, "Egen text: decision_approve")
    for form in ("html", "md", "json"):
        made = vbe(folder, "report", "--year", "2024", "--format", form, "-o", "-")
        assert made.returncode == 0, made.stderr
        assert "lägger 2024 års uppföljning till handlingarna" in made.stdout.decode()
    copy = tmp_path / "rapport.html"
    copy.write_bytes(vbe(folder, "report", "--year", "2024", "-o", "-").stdout)
    assert vbe(folder, "verify", str(copy)).returncode == 0
    file.write_text(HEAD + "{% block okand %}x{% endblock %}", encoding="utf-8")
    wrong = vbe(folder, "report", "--check-templates")
    assert wrong.returncode == 1
    assert f"templates/{OWN_TEXTS}:2: Det finns ingen text med namnet okand." in wrong.stdout.decode()
    assert vbe(folder, "report", "--year", "2024", "-o", "-").returncode == 2
