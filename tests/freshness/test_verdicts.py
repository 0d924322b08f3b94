"""Three clocks, one verdict: each state, at its day and the day before."""

import datetime
from pathlib import Path

import pytest

from tests.git.stories import BASE, ID, ROUTINE, routine
from vbe.domain.freshness.assessing import assess
from vbe.domain.freshness.model import State
from vbe.store.history import GitClock
from vbe.store.history.gaps import shallow
from vbe.store.loader import load
from vbe.store.repository import Disk

AREA = """\
title: Område
purpose: Allt fungerar.
aims: [framja]
lead: socialforvaltningen
commitments:
  - id: "1.1"
    text: Lägesbilden hålls aktuell.
    responsible: [socialforvaltningen]
    {clock}
    evidence:{evidence}
"""


def build(folder: Path, **changes: str) -> Path:
    """The base with a routine, and with files that stand in for others (`__` for a slash)."""
    files = {
        **BASE,
        ROUTINE: routine("2017-02-15"),
        **{name.replace("__", "/") + ".yaml": text for name, text in changes.items()},
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def found(folder: Path, as_of: str, identity: str = ID, clock: GitClock | None = None, within: int | None = None):
    """The verdict on one thing; None where it has no clock."""
    corpus = load(Disk(folder))
    assert not corpus.findings, [finding.message for finding in corpus.findings]
    assessment = assess(corpus, {ROUTINE: clock} if clock else {}, as_of=datetime.date.fromisoformat(as_of), within=within)
    return next((f for f in assessment.freshness if f.id == identity), None)


def states(*words, **named) -> list[str]:
    verdict = found(*words, **named)
    return [reason.state.value for reason in verdict.reasons]


class TestDeclared:
    @pytest.mark.parametrize(
        ("as_of", "reasons", "late"),
        [
            ("2017-12-16", [], 0),
            ("2017-12-17", ["due_soon"], 0),
            ("2018-02-15", ["due_soon"], 0),
            ("2018-02-16", ["overdue"], 1),
            ("2018-03-01", ["overdue"], 14),
        ],
    )
    def test_the_interval(self, tmp_path, as_of, reasons, late):
        verdict = found(build(tmp_path), as_of)
        assert [r.state.value for r in verdict.reasons] == reasons
        assert (str(verdict.due_on), verdict.days_overdue) == ("2018-02-15", late)
        assert verdict.state == (reasons[0] if reasons else "current")

    def test_within(self, tmp_path):
        assert states(build(tmp_path), "2017-12-01", within=90) == ["due_soon"]
        assert states(build(tmp_path), "2018-02-15", within=0) == ["due_soon"]

    def test_the_profiles_interval(self, tmp_path):
        text = routine("2017-02-15").replace("review_interval_months: 12\n", "")
        folder = build(tmp_path, vbe=BASE["vbe.yaml"] + "intervals: {routine: 24}\n", **{ROUTINE[:-5].replace("/", "__"): text})
        assert str(found(folder, "2018-03-01").due_on) == "2019-02-15"

    def test_a_month_without_that_day(self, tmp_path):
        text = routine("2016-02-29")
        assert str(found(build(tmp_path, **{ROUTINE[:-5].replace("/", "__"): text}), "2017-01-15").due_on) == "2017-02-28"

    @pytest.mark.parametrize(("status", "has_clock"), [("draft", False), ("referred", False), ("decided", True), ("in_force", True),
                                                       ("under_revision", True), ("superseded", False), ("repealed", False)])  # fmt: skip
    def test_status(self, tmp_path, status, has_clock):
        text = routine("2017-02-15").replace("in_force", status)
        folder = build(tmp_path, **{ROUTINE[:-5].replace("/", "__"): text})
        assert (found(folder, "2019-01-01") is not None) == has_clock

    def test_never_reviewed(self, tmp_path):
        folder = build(tmp_path, **{ROUTINE[:-5].replace("/", "__"): routine(None)})
        assert states(folder, "2017-06-01") == ["never_reviewed"]

    def test_not_yet_approved(self, tmp_path):
        assert found(build(tmp_path), "2017-01-09") is None

    def test_a_review_after_the_day_asked_about_is_not_known_then(self, tmp_path):
        assert states(build(tmp_path), "2017-02-01") == ["never_reviewed"]


class TestHarmonised:
    STRATEGY = BASE["strategy/strategy.yaml"] + '  - {version: "1.1", decided_on: 2017-04-10}\n'

    def test_reviewed_before_the_latest_version(self, tmp_path):
        folder = build(tmp_path, strategy__strategy=self.STRATEGY)
        assert states(folder, "2017-04-09") == []
        assert states(folder, "2017-04-10") == ["not_harmonised"]
        assert states(folder, "2018-03-01") == ["overdue", "not_harmonised"]

    @pytest.mark.parametrize(("version", "reasons"), [("1.0", ["not_harmonised"]), ("1.1", []), ("0.9", ["not_harmonised"])])
    def test_in_line_with_a_version(self, tmp_path, version, reasons):
        text = routine("2017-05-01", extra=f'harmonised_with: "{version}"\n')
        folder = build(tmp_path, strategy__strategy=self.STRATEGY, **{ROUTINE[:-5].replace("/", "__"): text})
        assert states(folder, "2017-06-01") == reasons


class TestGit:
    def test_edited(self, tmp_path):
        assert states(build(tmp_path), "2017-06-01", clock=GitClock(edited=True)) == ["edited_since_review"]

    def test_unknown_is_said_beside_what_is_known(self, tmp_path):
        verdict = found(build(tmp_path), "2018-03-01", clock=GitClock(shallow()))
        assert [r.state.value for r in verdict.reasons] == ["overdue", "unknown"]
        assert verdict.is_stale


class TestStrategy:
    def strategy(self, **fields: str) -> str:
        return BASE["strategy/strategy.yaml"] + "".join(f"{key}: {value}\n" for key, value in fields.items())

    def test_validity(self, tmp_path):
        folder = build(tmp_path, strategy__strategy=self.strategy(valid_to="2018-06-30"))
        assert states(folder, "2018-06-30", "strategy") == ["due_soon"]
        assert states(folder, "2018-07-01", "strategy") == ["expired"]
        assert states(folder, "2019-07-01", "strategy") == ["expired", "overdue"]
        assert str(found(folder, "2019-07-01", "strategy").due_on) == "2018-06-30"

    def test_currency(self, tmp_path):
        folder = build(tmp_path)
        assert states(folder, "2019-01-01", "strategy") == ["due_soon"]
        assert states(folder, "2019-01-02", "strategy") == ["overdue"]
        folder = build(tmp_path, strategy__strategy=self.strategy(reviewed_on="2018-12-01"))
        assert states(folder, "2019-01-02", "strategy") == []

    def test_superseded(self, tmp_path):
        folder = build(tmp_path, strategy__strategy=self.strategy(valid_to="2018-06-30", superseded_by="Den nya"))
        assert found(folder, "2019-01-01", "strategy") is None


class TestPromises:
    def area(self, clock: str, *dates: str, kind: str = "information") -> str:
        listed = "".join(f"\n      - {{date: {date}, kind: {kind}}}" for date in dates)
        return AREA.format(clock=clock, evidence=listed or " []")

    def test_every_so_many_months_with_tolerance(self, tmp_path):
        folder = build(tmp_path, **{"measures__01-omrade": self.area("every_months: 6", "2017-03-01", "2017-02-01")})
        assert str(found(folder, "2017-10-02", "1.1").due_on) == "2017-10-01"
        assert states(folder, "2017-10-01", "1.1") == ["due_soon"]
        assert states(folder, "2017-10-02", "1.1") == ["overdue"]

    def test_evidence_to_come_does_not_count(self, tmp_path):
        folder = build(tmp_path, **{"measures__01-omrade": self.area("every_months: 6", "2017-03-01", "2018-03-01")})
        assert states(folder, "2017-10-02", "1.1") == ["overdue"]

    def test_continuous(self, tmp_path):
        profile = BASE["vbe.yaml"] + "intervals: {continuous: 12}\n"
        folder = build(tmp_path, vbe=profile, **{"measures__01-omrade": self.area("when: löpande")})
        assert states(folder, "2018-01-01", "1.1") == ["due_soon"]
        assert states(folder, "2018-01-02", "1.1") == ["never_reviewed"]

    @pytest.mark.parametrize("clock", ["when: löpande", "when: vid behov"])
    def test_no_clock(self, tmp_path, clock):
        folder = build(tmp_path, **{"measures__01-omrade": self.area(clock)})
        assert found(folder, "2019-01-01", "1.1") is None

    def test_what_is_done_once_is_late_after_its_day(self, tmp_path):
        folder = build(tmp_path, **{"measures__01-omrade": self.area("deadline: 2017-03-01")})
        assert states(folder, "2017-02-20", "1.1") == ["due_soon"]
        assert states(folder, "2017-03-01", "1.1") == ["due_soon"]
        assert states(folder, "2017-03-02", "1.1") == ["overdue"]

    def test_situation_picture(self, tmp_path):
        folder = build(tmp_path, **{"measures__01-omrade": self.area("when: vid behov", "2017-03-01", kind="situation_picture")})
        assert states(folder, "2019-03-01", "situation_picture/1.1") == ["due_soon"]
        assert states(folder, "2019-03-02", "situation_picture/1.1") == ["overdue"]


class TestEnds:
    PARTNER = """\
partners:
  - id: polisen
    name: Polisen
    agreements:
      - {title: Överenskommelse, valid_from: 2016-01-01, valid_to: 2017-12-31}
"""

    def test_agreements(self, tmp_path):
        folder = build(tmp_path, strategy__organisation=BASE["strategy/organisation.yaml"] + self.PARTNER)
        identity = "polisen/overenskommelse"
        assert states(folder, "2017-10-31", identity) == []
        assert states(folder, "2017-12-31", identity) == ["due_soon"]
        assert states(folder, "2018-01-01", identity) == ["expired"]

    def test_a_later_agreement_takes_over(self, tmp_path):
        more = "      - {title: Ny, valid_from: 2018-01-01, valid_to: 2019-12-31}\n"
        folder = build(tmp_path, strategy__organisation=BASE["strategy/organisation.yaml"] + self.PARTNER + more)
        assert found(folder, "2018-01-01", "polisen/overenskommelse") is None
        assert found(folder, "2018-01-01", "polisen/ny") is not None

    def ended(self, end: str) -> str:
        return BASE["strategy/organisation.yaml"].replace(
            "department: socialforvaltningen,", f"department: socialforvaltningen, valid_to: {end}, successor: [ny-chef],"
        ) + ("  - {id: ny-chef, name: Den nya chefen}\n")

    def test_actors_that_ended_and_are_still_named(self, tmp_path):
        folder = build(tmp_path, strategy__organisation=self.ended("2017-12-31"))
        assert found(folder, "2017-12-31", "socialchef") is None
        verdict = found(folder, "2018-01-01", "socialchef")
        assert verdict.state is State.EXPIRED
        assert ID in verdict.reasons[0].message
        assert "Den nya chefen" in verdict.reasons[0].hint

    def test_an_actor_that_nobody_names_any_more(self, tmp_path):
        text = routine("2017-02-15").replace("in_force", "repealed")
        organisation = self.ended("2017-12-31").replace(", head: socialchef", "")
        folder = build(tmp_path, strategy__organisation=organisation, **{ROUTINE[:-5].replace("/", "__"): text})
        assert found(folder, "2018-01-01", "socialchef") is None

    def test_waivers(self, tmp_path):
        waiver = "waivers:\n  - {rule: VBE308, record: strategy, reason: Tomt., decided_by: socialchef, until: 2017-12-31}\n"
        folder = build(tmp_path, vbe=BASE["vbe.yaml"] + waiver)
        assert states(folder, "2017-12-31", "VBE308/strategy") == ["due_soon"]
        assert states(folder, "2018-01-01", "VBE308/strategy") == ["expired"]


def test_a_file_that_cannot_be_read_does_not_pass_for_fresh(tmp_path):
    folder = build(tmp_path)
    (folder / ROUTINE).write_text("title: [\n")
    assessment = assess(load(Disk(folder)), {}, as_of=datetime.date(2017, 6, 1))
    [verdict] = [f for f in assessment.freshness if f.id == ID]
    assert verdict.state is State.UNKNOWN
    assert assessment.exit_code == 3


def test_exit_codes(tmp_path):
    folder = build(tmp_path)
    corpus = load(Disk(folder))
    day = datetime.date(2017, 6, 1)
    assert assess(corpus, {}, as_of=day).exit_code == 0
    assert assess(corpus, {ROUTINE: GitClock(shallow())}, as_of=day).exit_code == 3
    assert assess(corpus, {ROUTINE: GitClock(edited=True)}, as_of=day).exit_code == 1
    assert assess(corpus, {ROUTINE: GitClock(shallow())}, as_of=datetime.date(2019, 6, 1)).exit_code == 1


def test_shares_worst_first(tmp_path):
    organisation = BASE["strategy/organisation.yaml"].replace("roles:", "  - {id: fritid, name: Fritid}\nroles:")
    files = {f"routines__fritid__r{i}": routine("2017-02-15" if i else "2018-02-15") for i in range(3)}
    assessment = assess(
        load(Disk(build(tmp_path, strategy__organisation=organisation, **files))), {}, as_of=datetime.date(2018, 3, 1)
    )
    assert [(s.department, s.stale, s.total) for s in assessment.shares] == [("fritid", 2, 3), ("socialforvaltningen", 1, 2)]
