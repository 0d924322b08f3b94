"""The report's prose is blocks that a municipality overrides one by one, and what it may write there."""

from __future__ import annotations

import pytest

from tests.render.solna import composed, corpus
from tests.report.repo import commit, repository, vbe
from vbe.errors import VbeError
from vbe.report import texts
from vbe.report.texts import Texts
from vbe.store.resources import OWN_TEXTS, TEXTS, Templates

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


def test_every_block_is_used_with_just_its_values(monkeypatch):
    """`say` asserts the names; here every block is reached, or named as one that this data does not call for."""
    said = set()
    original = Texts.say
    monkeypatch.setattr(texts.Texts, "say", lambda self, block, **values: said.add(block) or original(self, block, **values))
    for cut, only, board in [("ks", None, None), ("ks", "appendix", None), ("webb", None, None), ("personal", None, None)]:
        composed(corpus(), 2017, cut, only=only, board=board)
    composed(corpus(), 2017, "ks", board="socialnamnden")
    composed(corpus(), 2017, "tjansteskrivelse")
    rare = {
        "area_waiting",
        "decision_interim",
        "decision_note_missing",
        "decision_outdated",
        "decision_remind",
        "decision_report_task",
        "decision_report_urge",
        "extract_not_reported",
        "ahead_lead_undocumented",
        "method_effect_unmeasured",
    }
    assert set(Texts().values) - said <= rare


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
