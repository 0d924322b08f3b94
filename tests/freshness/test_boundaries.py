"""The exact day of each clock, and whom it falls to: what mutation testing asked for."""

import datetime

import pytest

from tests.fuzz.mutations import Memory
from tests.git.stories import BASE, ROUTINE, routine
from vbe.domain.freshness.assessing import assess
from vbe.domain.freshness.assessment import Assessment
from vbe.domain.freshness.context import AssessmentContext
from vbe.domain.freshness.model import Due, Freshness, LastChange, Reason, State
from vbe.domain.freshness.months import month_name, months_from, months_later
from vbe.domain.freshness.plan import plan
from vbe.domain.organisation import Organisation
from vbe.language import activate
from vbe.store.history import Edit, GitClock
from vbe.store.history.clock import ScanState
from vbe.store.history.gaps import shallow
from vbe.store.history.log import LAST_SECOND, Commit, parse
from vbe.store.loader import load

ORGANISATION = """\
boards:
  - {id: kommunstyrelsen, name: Kommunstyrelsen}
  - {id: socialnamnden, name: Socialnämnden}
  - {id: namnden-som-var, name: Nämnden som var}
departments:
  - {id: museet, name: Museet, boards: [namnden-som-var], valid_to: 2016-12-31}
  - {id: kansliet, name: Kansliet, boards: [kommunstyrelsen], head: kanslichef}
  - {id: arkivet, name: Arkivet, boards: [socialnamnden], valid_to: 2016-12-31}
  - {id: fritid, name: Fritid, boards: [socialnamnden]}
  - {id: socialforvaltningen, name: Socialförvaltningen, boards: [socialnamnden], head: socialchef}
units:
  - {id: fritidsgarden, name: Fritidsgården, department: fritid}
  - {id: los-enhet, name: Enheten}
roles:
  - {id: kanslichef, name: Kanslichefen, department: kansliet, manager: true}
  - {id: socialchef, name: Socialchefen, department: socialforvaltningen, manager: true}
  - {id: samordnare, name: Samordnaren}
groups:
  - {id: gruppen, name: Gruppen, convener: socialchef}
  - {id: natverket, name: Nätverket}
collectives:
  - {id: alla, name: Alla, members: [kansliet, socialforvaltningen]}
"""
FILES = {**BASE, "strategy/organisation.yaml": ORGANISATION}
AREA = "measures/01-omrade.yaml"
GUIDANCE = "guidance/socialnamnden/exempel.yaml"
STRATEGY = "strategy/strategy.yaml"


@pytest.fixture(autouse=True)
def english():
    activate("en")
    yield
    activate("sv")


def judge(as_of, files=(), clocks=(), within=None):
    """The verdicts on the base with some files, by id."""
    corpus = load(Memory({**FILES, **dict(files)}))
    assessment = assess(corpus, dict(clocks), as_of=datetime.date.fromisoformat(as_of), within=within)
    return {freshness.id: freshness for freshness in assessment.freshness}


def states(verdict):
    return [reason.state.value for reason in verdict.reasons]


@pytest.mark.parametrize(
    ("start", "months", "later"),
    [
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2023-12-01", 12, "2024-12-01"),
        ("2023-03-15", 0, "2023-03-15"),
        ("2023-11-30", 1, "2023-12-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("9999-01-31", 1, "9999-02-28"),
        ("9999-12-01", 1, "9999-12-31"),
    ],
)
def test_months_later(start, months, later):
    assert months_later(datetime.date.fromisoformat(start), months) == datetime.date.fromisoformat(later)


class TestWhoActs:
    @pytest.mark.parametrize(
        ("actor", "departments", "role"),
        [
            ("kansliet", ("kansliet",), "kanslichef"),
            ("fritid", ("fritid",), None),
            ("fritidsgarden", ("fritid",), None),
            ("los-enhet", (), None),
            ("socialchef", ("socialforvaltningen",), "socialchef"),
            ("samordnare", (), "samordnare"),
            ("kommunstyrelsen", ("kansliet",), "kanslichef"),
            ("socialnamnden", ("fritid", "socialforvaltningen"), "socialchef"),
            ("namnden-som-var", ("museet",), None),
            ("gruppen", ("socialforvaltningen",), "socialchef"),
            ("natverket", (), None),
            ("alla", ("kansliet", "socialforvaltningen"), "kanslichef"),
            ("nagon-annan", (), None),
        ],
    )
    def test_for_an_actor(self, actor, departments, role):
        looked_up = Organisation(load(Memory(FILES)), datetime.date(2017, 1, 1))
        assert (looked_up.departments_of(actor), looked_up.role_of(actor)) == (departments, role)

    def test_a_department_exists_on_its_last_day(self):
        corpus = load(Memory(FILES))
        assert Organisation(corpus, datetime.date(2016, 12, 31)).exists("arkivet")
        assert not Organisation(corpus, datetime.date(2017, 1, 1)).exists("arkivet")
        assert not Organisation(corpus, datetime.date(2017, 1, 1)).exists("nagon-annan")

    def test_a_name_is_the_id_where_there_is_none(self):
        looked_up = Organisation(load(Memory(FILES)), datetime.date(2017, 1, 1))
        assert (looked_up.name("fritid"), looked_up.name("nagon-annan")) == ("Fritid", "nagon-annan")

    def test_nobody_coordinates_where_nobody_serves_the_executive_board(self):
        organisation = ORGANISATION.replace("boards: [kommunstyrelsen]", "boards: [socialnamnden]")
        [verdict] = [
            f for f in judge("2019-06-01", {"strategy/organisation.yaml": organisation}).values() if f.kind == "strategy"
        ]
        assert (verdict.departments, verdict.department) == ((), "")

    @pytest.mark.parametrize(
        ("file", "owner", "departments"),
        [
            (ROUTINE, "kanslichef", ("socialforvaltningen",)),
            (ROUTINE, "samordnare", ("socialforvaltningen",)),
            ("routines/overall/orosanmalan.yaml", "socialchef", ("socialforvaltningen",)),
            ("routines/overall/orosanmalan.yaml", "samordnare", ("kansliet",)),
            (GUIDANCE, "kanslichef", ("kansliet",)),
            (GUIDANCE, "samordnare", ("fritid",)),
        ],
    )
    def test_for_a_document(self, file, owner, departments):
        text = routine().replace("owner_role: socialchef", f"owner_role: {owner}")
        if file == GUIDANCE:
            text = text.partition("steps:")[0] + "what: Råd.\nhow: I samtal.\n"
        verdict = judge("2017-06-01", {file: text})[file.partition("/")[2].removesuffix(".yaml")]
        assert (verdict.departments, verdict.owner_role) == (departments, owner)

    @pytest.mark.parametrize(
        ("owner", "departments"), [("socialchef", ("socialforvaltningen",)), ("samordnare", ("kansliet",)), (None, ("kansliet",))]
    )
    def test_for_the_strategy(self, owner, departments):
        text = BASE[STRATEGY] + (f"owner_role: {owner}\n" if owner else "")
        verdict = judge("2017-06-01", {STRATEGY: text})["strategy"]
        assert (verdict.departments, verdict.owner_role) == (departments, owner)

    @pytest.mark.parametrize(
        ("responsible", "lead", "departments", "role"),
        [
            ("socialforvaltningen", "kansliet", ("socialforvaltningen",), "socialchef"),
            ("fritid", "kansliet", ("fritid",), "kanslichef"),
            ("alla", "fritid", ("fritid", "kansliet", "socialforvaltningen"), None),
            ("alla", "kansliet", ("kansliet", "socialforvaltningen"), "kanslichef"),
            ("natverket", "socialforvaltningen", ("socialforvaltningen",), "socialchef"),
            ("natverket", "natverket", ("kansliet",), None),
        ],
    )
    def test_for_a_commitment(self, responsible, lead, departments, role):
        verdict = judge("2017-06-01", {AREA: area("every_months: 6", responsible=responsible, lead=lead)})["1.1"]
        assert (verdict.departments, verdict.owner_role) == (departments, role)

    @pytest.mark.parametrize(
        ("responsible", "lead", "departments", "role"),
        [
            ("socialforvaltningen", "kansliet", ("socialforvaltningen",), "socialchef"),
            ("fritid", "socialforvaltningen", ("fritid",), "socialchef"),
            ("socialnamnden", "fritid", ("fritid", "socialforvaltningen"), None),
            ("natverket", "fritid", ("fritid",), None),
            ("natverket", "natverket", ("kansliet",), None),
        ],
    )
    def test_for_the_situation_picture(self, responsible, lead, departments, role):
        text = area("when: vid behov", "{date: 2017-03-01, kind: situation_picture}", responsible=responsible, lead=lead)
        verdict = judge("2017-06-01", {AREA: text})["situation_picture/1.1"]
        assert (verdict.departments, verdict.owner_role) == (departments, role)

    @pytest.mark.parametrize(
        ("signed_by", "departments", "role"),
        [
            ("samordnare, socialchef", ("socialforvaltningen",), "samordnare"),
            ("fritid, socialchef", ("fritid",), "socialchef"),
            ("fritid", ("fritid",), None),
            ("", ("kansliet",), None),
        ],
    )
    def test_for_an_agreement(self, signed_by, departments, role):
        verdict = judge("2017-06-01", agreements(f"valid_to: 2017-12-31, signed_by: [{signed_by}]"))["polisen/a1"]
        assert (verdict.departments, verdict.owner_role) == (departments, role)

    @pytest.mark.parametrize(
        ("decider", "departments"), [("socialnamnden", ("fritid", "socialforvaltningen")), ("samordnare", ("kansliet",))]
    )
    def test_for_a_waiver(self, decider, departments):
        waiver = f"waivers:\n  - {{rule: VBE308, record: strategy, reason: Tomt., decided_by: {decider}, until: 2017-12-31}}\n"
        verdict = judge("2018-01-01", {"vbe.yaml": BASE["vbe.yaml"] + waiver})["VBE308/strategy"]
        assert (verdict.departments, verdict.owner_role, str(verdict.due_on)) == (departments, decider, "2017-12-31")

    def test_for_an_actor_that_has_ended(self):
        text = ORGANISATION.replace("head: socialchef}", "head: socialchef, valid_to: 2017-12-31}")
        verdict = judge("2018-01-01", {"strategy/organisation.yaml": text, ROUTINE: routine(), AREA: area("every_months: 6")})
        assert (verdict["socialforvaltningen"].departments, verdict["socialforvaltningen"].owner_role) == (
            ("kansliet",),
            "kanslichef",
        )

    def test_for_a_file_that_cannot_be_read(self):
        broken = {
            ROUTINE: "title: [\n",
            "routines/okand/x.yaml": "title: [\n",
            GUIDANCE: "- 1\n",
            "strategy/obligations.yaml": "[\n",
        }
        verdicts = judge("2017-06-01", {**broken, "measures/bild.yaml": "[\n", "measures/01-x.yaml": "[\n"})
        unknown = {identity: (v.kind, v.departments) for identity, v in verdicts.items() if v.state is State.UNKNOWN}
        assert unknown == {
            "socialforvaltningen/orosanmalan": ("routine", ("socialforvaltningen",)),
            "okand/x": ("routine", ("kansliet",)),
            "socialnamnden/exempel": ("guidance", ("fritid", "socialforvaltningen")),
            "01": ("area", ("kansliet",)),
        }  # fmt: skip


def area(clock, *evidence, responsible="socialforvaltningen", lead="socialforvaltningen"):
    """An area with one commitment."""
    listed = "".join(f"\n      - {piece}" for piece in evidence) or " []"
    return (
        f"title: Område\npurpose: Allt fungerar.\naims: [framja]\nlead: {lead}\ncommitments:\n  - id: '1.1'\n"
        f"    text: Det görs.\n    responsible: [{responsible}]\n    {clock}\n    evidence:{listed}\n"
    )


def agreements(*periods):
    """The organisation with a partner's agreements, titled A1, A2 and so on."""
    listed = "".join(f"      - {{title: A{number}, {period}}}\n" for number, period in enumerate(periods, 1))
    return {
        "strategy/organisation.yaml": f"{ORGANISATION}partners:\n  - id: polisen\n    name: Polisen\n    agreements:\n{listed}"
    }


class TestDays:
    def test_a_document_has_a_clock_from_the_day_it_is_approved(self):
        files = {ROUTINE: routine()}
        assert "socialforvaltningen/orosanmalan" not in judge("2017-01-09", files)
        assert "socialforvaltningen/orosanmalan" in judge("2017-01-10", files)

    def test_a_document_without_a_day_of_approval_has_a_clock(self):
        files = {ROUTINE: routine(None).replace("approved_on: 2017-01-10\n", "")}
        verdict = judge("2017-01-09", files)["socialforvaltningen/orosanmalan"]
        assert (states(verdict), verdict.due_on) == (["never_reviewed"], None)

    def test_what_was_never_reviewed_is_due_from_its_approval(self):
        verdict = judge("2018-02-01", {ROUTINE: routine(None)})["socialforvaltningen/orosanmalan"]
        assert (str(verdict.due_on), str(verdict.reasons[0].due_on)) == ("2018-01-10", "2018-01-10")

    def test_a_review_of_today_is_no_review_to_come(self):
        assert states(judge("2017-02-15", {ROUTINE: routine("2017-02-15")})["socialforvaltningen/orosanmalan"]) == []
        assert states(judge("2017-02-14", {ROUTINE: routine("2017-02-15")})["socialforvaltningen/orosanmalan"]) == [
            "never_reviewed"
        ]

    def test_a_review_on_the_day_of_a_new_version_is_in_line_with_it(self):
        strategy = {STRATEGY: BASE[STRATEGY] + '  - {version: "1.1", decided_on: 2017-02-15}\n'}
        for reviewed, expected in (("2017-02-14", ["not_harmonised"]), ("2017-02-15", [])):
            verdict = judge("2017-03-01", {**strategy, ROUTINE: routine(reviewed)})["socialforvaltningen/orosanmalan"]
            assert states(verdict) == expected

    def test_two_versions_of_one_day_are_both_the_latest(self):
        strategy = {STRATEGY: BASE[STRATEGY] + '  - {version: "1.1", decided_on: 2017-01-01}\n'}
        for version in ("1.0", "1.1"):
            text = routine(extra=f'harmonised_with: "{version}"\n')
            assert states(judge("2017-03-01", {**strategy, ROUTINE: text})["socialforvaltningen/orosanmalan"]) == []

    def test_commitments_run_from_the_day_the_strategy_is_both_decided_and_valid(self):
        files = {AREA: area("every_months: 6")}
        assert "1.1" not in judge("2016-12-31", files)
        assert str(judge("2017-01-01", files)["1.1"].due_on) == "2017-08-01"
        later = BASE[STRATEGY].replace("decided_on: 2017-01-01", "decided_on: 2017-04-01")
        assert "1.1" not in judge("2017-03-31", {**files, STRATEGY: later})
        assert str(judge("2017-04-01", {**files, STRATEGY: later})["1.1"].due_on) == "2017-11-01"

    def test_commitments_run_from_the_first_version(self):
        more = BASE[STRATEGY] + '  - {version: "1.1", decided_on: 2017-06-01}\n'
        assert str(judge("2017-07-01", {AREA: area("every_months: 6"), STRATEGY: more})["1.1"].due_on) == "2017-08-01"

    def test_commitments_of_an_undated_strategy_are_never_shown(self):
        undated = "title: Strategi\ndocument_type: strategi\n"
        verdict = judge("2017-07-01", {AREA: area("every_months: 6"), STRATEGY: undated})["1.1"]
        assert (states(verdict), verdict.due_on) == (["never_reviewed"], None)

    def test_a_broken_strategy_stops_no_other_clock(self):
        files = {AREA: area("every_months: 6", "{date: 2017-03-01, kind: information}"), STRATEGY: "[\n", ROUTINE: routine()}
        verdicts = judge("2017-06-01", files)
        assert str(verdicts["1.1"].due_on) == "2017-10-01"
        assert states(verdicts["socialforvaltningen/orosanmalan"]) == []

    def test_evidence_of_today_counts(self):
        files = {AREA: area("every_months: 6", "{date: 2017-03-01, kind: information}")}
        assert str(judge("2017-02-28", files)["1.1"].due_on) == "2017-08-01"
        assert str(judge("2017-03-01", files)["1.1"].due_on) == "2017-10-01"

    def test_a_situation_picture_of_today_counts_and_the_latest_does(self):
        pictures = [f"{{date: {day}, kind: situation_picture}}" for day in ("2017-03-01", "2017-05-01", "2017-04-01")]
        files = {AREA: area("when: vid behov", *pictures, "{date: 2017-06-01, kind: information}")}
        assert "situation_picture/1.1" not in judge("2017-02-28", files)
        assert str(judge("2017-03-01", files)["situation_picture/1.1"].due_on) == "2019-03-01"
        assert str(judge("2017-07-01", files)["situation_picture/1.1"].due_on) == "2019-05-01"
        assert states(judge("2019-02-28", files)["situation_picture/1.1"]) == []

    def test_the_strategy_is_there_from_the_day_its_first_version_is_decided(self):
        assert "strategy" not in judge("2016-12-31")
        assert "strategy" in judge("2017-01-01")
        assert "strategy" in judge("2016-12-31", {STRATEGY: "title: Strategi\ndocument_type: strategi\n"})

    def test_the_latest_look_at_the_strategy_counts(self):
        for field in ("reviewed_on", "revised_on"):
            files = {STRATEGY: BASE[STRATEGY] + f"{field}: 2018-06-01\n"}
            assert str(judge("2018-07-01", files)["strategy"].due_on) == "2020-06-01"
        files = {STRATEGY: BASE[STRATEGY] + "reviewed_on: 2016-06-01\nreview_interval_months: 12\n"}
        assert str(judge("2017-07-01", files)["strategy"].due_on) == "2018-01-01"

    def test_the_strategy_shows_the_nearest_day_while_all_is_well(self):
        files = {STRATEGY: BASE[STRATEGY] + "valid_to: 2018-06-30\n"}
        verdict = judge("2017-07-01", files)["strategy"]
        assert (states(verdict), str(verdict.due_on)) == ([], "2018-06-30")
        assert str(judge("2017-07-01")["strategy"].due_on) == "2019-01-01"

    def test_the_strategy_has_a_date_for_each_of_its_clocks(self):
        files = {STRATEGY: BASE[STRATEGY] + "valid_to: 2018-06-30\n"}
        review, end = Due(datetime.date(2019, 1, 1)), Due(datetime.date(2018, 6, 30), is_end=True)
        verdict = judge("2019-06-01", files)["strategy"]
        assert (states(verdict), verdict.dates, verdict.is_ending) == (["expired", "overdue"], (review, end), True)
        assert [(states(verdict.on(due)), verdict.on(due).due_on) for due in verdict.dates] == [
            (["overdue"], review.day),
            (["expired"], end.day),
        ]
        assert judge("2017-07-01")["strategy"].dates == (review,)

    def test_a_strategy_that_nobody_has_looked_at(self):
        verdict = judge("2017-07-01", {STRATEGY: "title: Strategi\ndocument_type: strategi\nvalid_to: 2020-01-01\n"})["strategy"]
        assert (states(verdict), str(verdict.due_on)) == (["never_reviewed"], "2020-01-01")


class TestAgreements:
    def test_from_its_first_day(self):
        files = agreements("valid_from: 2017-02-01, valid_to: 2017-12-31")
        assert "polisen/a1" not in judge("2017-01-31", files)
        assert "polisen/a1" in judge("2017-02-01", files)

    def test_without_an_end_it_has_no_clock(self):
        assert "polisen/a1" not in judge("2017-06-01", agreements("valid_from: 2017-02-01"))

    @pytest.mark.parametrize(
        ("periods", "as_of", "listed"),
        [
            (("valid_from: 2016-01-01, valid_to: 2017-12-31", "valid_from: 2017-06-01, valid_to: 2019-12-31"), "2017-05-31", {"a1"}),
            (("valid_from: 2016-01-01, valid_to: 2017-12-31", "valid_from: 2017-06-01, valid_to: 2019-12-31"), "2017-06-01", {"a2"}),
            (("valid_from: 2016-01-01, valid_to: 2017-12-31", "valid_from: 2016-01-01, valid_to: 2018-12-31"), "2017-06-01", {"a1", "a2"}),
            (("valid_to: 2017-12-31", "valid_from: 2018-01-01, valid_to: 2019-12-31"), "2018-01-01", {"a2"}),
            (("valid_to: 2017-12-31", "valid_from: 2016-01-01, valid_to: 2019-12-31"), "2018-01-01", {"a1", "a2"}),
            (("valid_from: 2016-01-01, valid_to: 2017-12-31", "valid_to: 2019-12-31"), "2018-01-01", {"a1", "a2"}),
        ],
    )  # fmt: skip
    def test_a_later_one_takes_over_on_its_first_day(self, periods, as_of, listed):
        verdicts = judge(as_of, agreements(*periods))
        assert {identity.partition("/")[2] for identity in verdicts if identity.startswith("polisen/")} == listed

    def test_its_id_is_its_title_in_plain_letters(self):
        files = agreements("valid_to: 2017-12-31")
        renamed = {name: text.replace("title: A1", "title: '—'") for name, text in files.items()}
        assert "polisen/x" in judge("2017-06-01", renamed)

    @pytest.mark.parametrize(
        ("titles", "ids"),
        [
            (["A", "A"], ["a", "a-2"]),
            (["A", "A", "A"], ["a", "a-2", "a-3"]),
            (["A 2", "A", "A"], ["a-2", "a", "a-3"]),
            (["A", "A", "A 2"], ["a", "a-2", "a-2-2"]),
            (["A", "—", "–", "A"], ["a", "x", "x-2", "a-2"]),
        ],
    )
    def test_each_has_an_id_of_its_own_that_a_later_one_leaves_alone(self, titles, ids):
        for count in range(1, len(titles) + 1):
            listed = "".join(f"      - {{title: {title}, valid_to: 2017-12-31}}\n" for title in titles[:count])
            text = f"{ORGANISATION}partners:\n  - id: polisen\n    name: Polisen\n    agreements:\n{listed}"
            verdicts = judge("2017-06-01", {"strategy/organisation.yaml": text})
            assert [identity for identity in verdicts if identity.startswith("polisen/")] == sorted(
                f"polisen/{identity}" for identity in ids[:count]
            )

    def test_its_id_is_the_same_every_day(self):
        """The second is so named before the first has ended, and when it is alone."""
        periods = ("valid_from: 2016-01-01, valid_to: 2017-12-31", "valid_from: 2017-06-01, valid_to: 2019-12-31")
        files = {name: text.replace("title: A2", "title: A1") for name, text in agreements(*periods).items()}
        assert [i for i in judge("2017-05-31", files) if i.startswith("polisen/")] == ["polisen/a1"]
        assert [i for i in judge("2018-02-01", files) if i.startswith("polisen/")] == ["polisen/a1-2"]


def test_each_waiver_has_an_id_of_its_own():
    waiver = "  - {rule: VBE308, record: strategy, reason: Tomt., decided_by: samordnare, until: 2017-12-31}\n"
    verdicts = judge("2018-01-01", {"vbe.yaml": BASE["vbe.yaml"] + "waivers:\n" + waiver * 2})
    assert {identity for identity in verdicts if identity.startswith("VBE")} == {"VBE308/strategy", "VBE308/strategy-2"}


class TestNamed:
    def ended(self, count, extra=""):
        """A board that has ended, named by so many routines."""
        organisation = ORGANISATION.replace("name: Socialchefen,", f"name: Socialchefen, valid_to: 2017-12-31,{extra}")
        files = {
            "strategy/organisation.yaml": organisation.replace(", head: socialchef", "").replace(", convener: socialchef", "")
        }
        return {**files, **{f"routines/kansliet/r{number}.yaml": routine() for number in range(count)}}

    @pytest.mark.parametrize(
        ("count", "end"), [(6, "kansliet/r4 and kansliet/r5."), (7, "kansliet/r5 and 1 more."), (8, "kansliet/r5 and 2 more.")]
    )
    def test_six_are_listed(self, count, end):
        assert judge("2018-01-01", self.ended(count))["socialchef"].reasons[0].message.endswith(end)

    def test_whoever_took_over_is_named(self):
        assert judge("2018-01-01", self.ended(1))["socialchef"].reasons[0].hint == "Name whoever took over."
        after = judge("2018-01-01", self.ended(1, " successor: [kanslichef],"))["socialchef"]
        assert after.reasons[0].hint == "Name Kanslichefen instead."

    def test_from_the_day_after_the_last(self):
        assert "socialchef" not in judge("2017-12-31", self.ended(1))
        assert "socialchef" in judge("2018-01-01", self.ended(1))

    def test_one_that_has_ended_itself_does_not_count(self):
        text = ORGANISATION.replace("boards: [socialnamnden], head: socialchef", "boards: [namnden-som-var]")
        text = text.replace("name: Nämnden som var", "name: Nämnden som var, valid_to: 2017-06-30")
        assert "namnden-som-var" in judge("2018-01-01", {"strategy/organisation.yaml": text})
        gone = text.replace("boards: [namnden-som-var]}", "boards: [namnden-som-var], valid_to: 2017-06-30}")
        assert "namnden-som-var" not in judge("2018-01-01", {"strategy/organisation.yaml": gone})

    def test_what_once_happened_does_not_count(self):
        ended = ORGANISATION.replace("name: Socialnämnden", "name: Socialnämnden, valid_to: 2017-06-30")
        ended = ended.replace("boards: [socialnamnden]", "boards: [kommunstyrelsen]")
        files = {"strategy/organisation.yaml": ended}
        decided = BASE[STRATEGY].replace("decided_on: 2017-01-01}", "decided_on: 2017-01-01, decided_by: socialnamnden}")
        assert "socialnamnden" not in judge("2018-01-01", {**files, STRATEGY: decided})
        still = judge("2018-01-01", {**files, STRATEGY: decided + "decided_by: socialnamnden\n"})["socialnamnden"]
        assert still.reasons[0].message == "Ended 2017-06-30 but is still named by the plan’s fact box."


class TestGit:
    def verdict(self, reviewed_on="2017-02-15", **clock):
        files = {ROUTINE: routine(reviewed_on)}
        return judge("2017-06-01", files, {ROUTINE: GitClock(**clock)})["socialforvaltningen/orosanmalan"]

    def test_how_the_edit_is_told(self):
        commit = "0123456789abcdef"
        told = [
            self.verdict(edited=True, last=last).reasons[0].message
            for last in (
                None,
                Edit(commit, datetime.date(2017, 2, 16)),
                Edit(commit, datetime.date(2017, 2, 15)),
                Edit(commit, None),
            )
        ]
        assert told == [
            "Changed since the review of 2017-02-15; the change is not committed.",
            "Reviewed 2017-02-15 but changed 2017-02-16 (commit 0123456789).",
            "Changed after the review of 2017-02-15 was recorded (commit 0123456789).",
            "Changed after the review of 2017-02-15 was recorded (commit 0123456789).",
        ]

    def test_without_a_review_nothing_can_come_after_it(self):
        assert states(self.verdict(None, edited=True)) == ["never_reviewed"]
        assert states(self.verdict(None, gap=shallow())) == ["never_reviewed"]

    def test_what_is_known_wins_over_what_is_not(self):
        assert states(self.verdict(edited=True, gap=shallow())) == ["edited_since_review"]

    def test_the_last_change(self):
        assert self.verdict().last_change is None
        assert self.verdict(edited=True).last_change == LastChange(None, None)
        day = datetime.date(2017, 1, 10)
        assert self.verdict(last=Edit("0123456789abcdef", day)).last_change == LastChange("0123456789abcdef", day)

    def test_a_change_of_the_strategy_is_told_where_it_has_been_reviewed(self):
        files = {STRATEGY: BASE[STRATEGY] + "reviewed_on: 2017-02-15\n"}
        clocks = {STRATEGY: GitClock(edited=True)}
        assert states(judge("2017-06-01", files, clocks)["strategy"]) == ["edited_since_review"]
        assert states(judge("2017-06-01", {}, clocks)["strategy"]) == []


class TestTogether:
    def test_a_document_without_a_clock_hides_no_other(self):
        draft = routine().replace("status: in_force", "status: draft")
        early = routine().replace("approved_on: 2017-01-10", "approved_on: 2018-01-10")
        files = {"routines/kansliet/a.yaml": draft, "routines/kansliet/b.yaml": early, ROUTINE: routine()}
        verdicts = judge("2017-06-01", files)
        assert [identity for identity, verdict in verdicts.items() if verdict.kind == "routine"] == [
            "socialforvaltningen/orosanmalan"
        ]

    def test_a_strategy_without_versions_asks_nothing_of_a_routine(self):
        verdicts = judge("2017-06-01", {STRATEGY: "title: Strategi\ndocument_type: strategi\n", ROUTINE: routine()})
        assert states(verdicts["socialforvaltningen/orosanmalan"]) == []

    def test_the_day_that_is_shown_belongs_to_the_state_that_is_shown(self):
        verdict = judge("2019-01-15", {STRATEGY: BASE[STRATEGY] + "valid_to: 2019-02-01\n"})["strategy"]
        assert (states(verdict), str(verdict.due_on)) == (["overdue", "due_soon"], "2019-01-01")

    def freshness(self, identity, due_on=None, *reasons, departments=("d",), kind="routine"):
        day = datetime.date.fromisoformat(due_on) if due_on else None
        listed = tuple(Reason(state, "") for state in reasons)
        return Freshness(identity, kind, "", "f", departments, reasons=listed, due_on=day, as_of=datetime.date(2017, 6, 1))

    def test_the_latest_comes_first_among_equals(self):
        never = State.NEVER_REVIEWED
        listed = [
            self.freshness("a", "2017-06-02", never),
            self.freshness("b", "2017-05-31", never),
            self.freshness("c", None, never),
        ]
        assert [f.id for f in sorted(listed, key=lambda f: f.order)] == ["b", "a", "c"]

    def test_the_worst_reason_comes_first(self):
        verdict = self.freshness("a", None, State.DUE_SOON, State.EXPIRED, State.UNKNOWN)
        assert states(verdict) == ["expired", "unknown", "due_soon"]

    def test_what_a_department_answers_for_is_listed_under_it(self):
        listed = (self.freshness("a", departments=("x", "d", "y")), self.freshness("b"), self.freshness("c", departments=("x",)))
        kept = Assessment(datetime.date(2017, 6, 1), "complete", listed).of_department("d")
        assert [(f.id, f.departments, f.is_shared) for f in kept.freshness] == [
            ("a", ("d", "x", "y"), True),
            ("b", ("d",), False),
        ]
        assert [(share.total, share.stale) for share in kept.shares] == [(1, 0)]
        assert [(share.total, share.stale) for share in kept.shared] == [(1, 0)]

    def test_the_shares_stay_those_of_everything(self):
        listed = (self.freshness("a", None, State.OVERDUE), self.freshness("b"), self.freshness("c", None, State.UNKNOWN))
        kept = Assessment(datetime.date(2017, 6, 1), "complete", listed).in_state(State.OVERDUE)
        assert [f.id for f in kept.freshness] == ["a"]
        assert [(share.total, share.stale) for share in kept.shares] == [(3, 1)]

    def test_a_state_that_is_asked_for_is_found_beside_a_worse_one(self):
        listed = (self.freshness("a", None, State.OVERDUE, State.NOT_HARMONISED), self.freshness("b", None, State.OVERDUE))
        everything = Assessment(datetime.date(2017, 6, 1), "complete", (*listed, self.freshness("c")))
        assert [f.id for f in everything.in_state(State.NOT_HARMONISED).freshness] == ["a"]
        assert [f.id for f in everything.in_state(State.CURRENT, State.NOT_HARMONISED).freshness] == ["a", "c"]

    @pytest.mark.parametrize(
        ("reasons", "code"), [([], 0), ([State.DUE_SOON], 0), ([State.UNKNOWN], 3), ([State.EDITED_SINCE_REVIEW], 1)]
    )
    def test_the_exit_code(self, reasons, code):
        listed = (self.freshness("a", None, *reasons), self.freshness("b"))
        assert Assessment(datetime.date(2017, 6, 1), "complete", listed).exit_code == code

    def test_only_what_has_a_day_is_planned(self):
        listed = (self.freshness("a", "2017-07-01"), self.freshness("b"), self.freshness("c", "2017-07-01", kind="commitment"))
        [made] = plan(Assessment(datetime.date(2017, 6, 1), "complete", listed), 3)
        assert [f.id for month in made.months for f in month.due] == ["a", "c"]

    def stamped(self, count, **clock):
        files = {f"routines/kansliet/r{number}.yaml": routine() for number in range(count)}
        clocks = {file: GitClock(**clock) for file in ("a-file-that-is-gone.yaml", *files)}
        corpus = load(Memory({**FILES, **files}))
        return assess(corpus, clocks, as_of=datetime.date(2017, 6, 1)).remarks

    @pytest.mark.parametrize(("stamps", "count"), [(2, 0), (3, 1)])
    def test_a_date_that_is_moved_three_times(self, stamps, count):
        assert [remark.kind for remark in self.stamped(1, stamps=stamps)] == ["stamped"] * count

    @pytest.mark.parametrize(("count", "remarks"), [(4, 0), (5, 1)])
    def test_five_reviews_in_one_commit(self, count, remarks):
        made = self.stamped(count, stamped_in="0123456789abcdef")
        assert len(made) == remarks
        assert all("one commit (0123456789)" in remark.message for remark in made)


class TestEndsOfTheCalendar:
    """The first and the last day there are: `vbe stale` takes any day, and a record may be valid until 9999-12-31."""

    FIRST, LAST = datetime.date.min, datetime.date.max

    @pytest.mark.parametrize(
        ("as_of", "due_on", "within", "soon"),
        [
            (LAST, LAST, 60, True),
            (LAST, LAST, 0, True),
            (LAST, LAST - datetime.timedelta(days=1), 3660, False),
            (LAST - datetime.timedelta(days=60), LAST, 60, True),
            (LAST - datetime.timedelta(days=61), LAST, 60, False),
            (FIRST, FIRST, 0, True),
            (FIRST, LAST, 3660, False),
        ],
    )
    def test_what_is_soon(self, as_of, due_on, within, soon):
        assert AssessmentContext(None, as_of, within, None).is_soon(due_on) is soon

    @pytest.mark.parametrize(
        ("day", "count", "names"),
        [
            ("9999-12-31", 60, ["9999-12"]),
            ("9999-10-01", 60, ["9999-10", "9999-11", "9999-12"]),
            ("9999-10-31", 2, ["9999-10", "9999-11"]),
            ("0001-01-01", 2, ["0001-01", "0001-02"]),
        ],
    )
    def test_the_months_that_there_are(self, day, count, names):
        months = months_from(datetime.date.fromisoformat(day), count)
        assert [month_name(month) for month in months] == names
        assert {month.day for month in months} == {1}

    @pytest.mark.parametrize(("day", "months"), [("9999-12-31", 1), ("9999-06-15", 7), ("0001-01-01", 60)])
    def test_a_plan_ends_with_the_calendar(self, day, months):
        as_of = datetime.date.fromisoformat(day)
        listed = [Freshness("d/a", "routine", "", "f", ("d",), due_on=as_of, as_of=as_of)]
        listed.append(Freshness("d/b", "routine", "", "f", ("d",), due_on=self.LAST, as_of=as_of))
        [made] = plan(Assessment(as_of, "complete", tuple(listed)), 60)
        assert len(made.months) == months
        assert [f.id for month in made.months for f in month.due] == ["d/a", "d/b"][: 1 if as_of == self.FIRST else 2]
        assert made.reviews[0].freshness.id == "d/a"

    @pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31"])
    @pytest.mark.parametrize("within", [0, 3660])
    def test_everything_is_judged(self, as_of, within):
        late = routine("9999-12-31").replace("approved_on: 2017-01-10\n", "")
        text = BASE[STRATEGY].replace("2017-01-01", "9999-12-31")
        clocked = area("every_months: 6", "{date: 9999-12-31, kind: situation_picture}")
        files = {ROUTINE: late, AREA: clocked, STRATEGY: text, **agreements("valid_to: 9999-12-31")}
        verdicts = judge(as_of, files, within=within)
        assert verdicts["polisen/a1"].state is (State.DUE_SOON if as_of[0] == "9" else State.CURRENT)

    def test_a_change_long_before_a_review_that_is_dated_ahead(self):
        state = ScanState(self.LAST, datetime.date(2017, 6, 1))
        state.edit(Commit("c" * 40, (), 0, datetime.date(2017, 6, 1)), None, skewed=False, was_there=True)
        assert not state.edited

    def test_a_time_zone_carries_no_commit_past_the_end(self):
        told = f"@{'c' * 40} ;{LAST_SECOND} +1400".encode()
        [commit] = parse([told], latest=LAST_SECOND).commits
        assert commit.day == self.LAST
