"""The five formats: valid, harmless, and the same bytes each time."""

import csv
import datetime
import html
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.fuzz.mutations import Memory
from tests.git.stories import BASE, ROUTINE, Story, routine
from vbe.app.assess import judge, narrow, setting_of
from vbe.domain.freshness.assessing import assess
from vbe.domain.freshness.assessment import Assessment, Share
from vbe.domain.freshness.model import Freshness, Reason, State
from vbe.domain.freshness.plan import plan
from vbe.language import activate, unmarked
from vbe.output.freshness import table
from vbe.output.freshness.labels import share_words, shared_words, total_words
from vbe.output.media import marked_down_sentence as said
from vbe.output.media import safe_cell as safe
from vbe.output.registry import names, writer
from vbe.output.tabular import Sheet, as_csv
from vbe.output.width import shortened
from vbe.store.history import GitClock, gaps
from vbe.store.loader import load
from vbe.store.repository import Disk

DAY = datetime.date(2018, 3, 1)
EVIL = '=HYPERLINK("x") <script> [bold]fet[/bold] `rm -rf` | ::error:: åäö'


@pytest.fixture(autouse=True)
def english():
    activate("en")
    yield
    activate("sv")


@pytest.fixture
def judged(tmp_path):
    """A verdict on a routine with an evil title, beside a calm one."""
    text = routine("2017-02-15", title="'" + EVIL.replace("'", "''") + "'")
    calm = routine("2018-02-01", title="Lugn")
    story = Story()
    story.commit("2017-02-15", {ROUTINE: text})
    story.commit("2018-02-01", {"routines/socialforvaltningen/lugn.yaml": calm})
    return judge(Disk(story.write(tmp_path / "r")), DAY, None)


@pytest.mark.parametrize("name", names("stale"))
def test_the_same_bytes_and_nothing_harmful(judged, name):
    text = writer("stale", name)(*judged)
    assert text == writer("stale", name)(*judged)
    if isinstance(text, bytes):
        return
    assert text.endswith("\n")
    assert "\x1b" not in text
    assert not re.search(r"^\s*::", text, re.MULTILINE)


def test_the_table_fits(judged):
    text = writer("stale", "table")(*judged)
    assert max(map(len, text.splitlines())) <= 80
    assert "Socialförvaltningen: 1 of 3 stale (33 %)" in text
    assert "14 days late" in text
    assert "Lugn" not in text


def test_the_table_shows_what_is_current_when_asked(judged):
    assessment, setting = judged
    text = writer("stale", "table")(narrow(assessment, setting, None, (State.CURRENT,)), setting)
    assert "Lugn" in text


def test_the_table_begins_with_an_overview_where_there_are_several_departments(judged):
    assessment, setting = judged
    other = replace(assessment.freshness[-1], departments=("fritid",), owner_role=None, reasons=())
    text = writer("stale", "table")(replace(assessment, freshness=(*assessment.freshness, other)), setting)
    assert text.splitlines()[:4] == [
        "  Socialförvaltningen  1 of 3  33 %",
        "  fritid               0 of 1   0 %",
        "",
        "1 of 4 stale as of 2018-03-01.",
    ]


@pytest.mark.parametrize(("stale", "word"), [(0, "inaktuella"), (1, "inaktuell"), (2, "inaktuella"), (21, "inaktuella")])
def test_one_is_singular_in_swedish(stale, word):
    activate("sv")
    share = Share("d", 30, stale)
    late = Freshness("d/a", "routine", "", "f", ("d",), reasons=(Reason(State.OVERDUE, ""),))
    calm = replace(late, reasons=())
    whole = Assessment(DAY, "complete", (late,) * stale + (calm,) * (30 - stale))
    assert f"{stale} av 30 {word} (" in share_words(share)
    assert f"{stale} av 30 är {word} (räknas hos den som leder)" in shared_words(share)
    assert not stale or total_words(whole) == f"{stale} av 30 är {word} per 2018-03-01"


def test_what_another_department_leads_is_told_and_not_counted(judged):
    assessment, setting = judged
    led = replace(assessment.freshness[0], departments=("fritid", "socialforvaltningen"), owner_role=None)
    both = replace(assessment, freshness=(led, *assessment.freshness))
    whole, narrowed = both, narrow(both, setting, "socialforvaltningen", ())
    own = [share for share in whole.shares if share.department == "socialforvaltningen"]
    assert list(narrowed.shares) == own
    data = json.loads(writer("stale", "json")(narrowed, setting))
    assert data["summary"] == {"socialforvaltningen": {"total": 3, "stale": 1}}
    assert data["shared"] == {"socialforvaltningen": {"total": 1, "stale": 1}}
    for form in ("table", "md"):
        assert "Together with departments that lead: 1 of 1 stale" in writer("stale", form)(narrowed, setting)
    assert "no owner; falls on Socialförvaltningen" in " ".join(writer("stale", "table")(narrowed, setting).split())


@pytest.mark.parametrize("form", ["table", "md"])
def test_where_nothing_is_stale_that_is_said(judged, form):
    assessment, setting = judged
    calm = replace(assessment, freshness=tuple(replace(f, reasons=()) for f in assessment.freshness))
    assert "Nothing is stale as of 2018-03-01 (0 of 3)." in writer("stale", form)(calm, setting)
    assert "Lugn" not in writer("stale", form)(calm, setting)


EDITED, OVERDUE = State.EDITED_SINCE_REVIEW, State.OVERDUE


@pytest.mark.parametrize(
    ("listed", "outcome"),
    [
        ([("routine", OVERDUE)], "no-change"),
        ([("guidance", State.NEVER_REVIEWED), ("routine", State.NOT_HARMONISED)], "no-change"),
        ([("routine", EDITED)], "revised"),
        ([("routine", EDITED, OVERDUE)], "revised"),
        ([("routine", EDITED), ("guidance", OVERDUE)], "no-change|revised"),
        ([("strategy", OVERDUE)], "no-change"),
        ([("strategy", State.EXPIRED)], ""),
        ([("strategy", State.EXPIRED), ("routine", EDITED)], "revised"),
        ([("commitment", OVERDUE), ("agreement", State.EXPIRED), ("routine", State.DUE_SOON)], ""),
        ([("routine", State.UNKNOWN)], ""),
    ],
)
def test_the_command_fits_what_is_listed(judged, listed, outcome):
    assessment, setting = judged
    freshness = tuple(
        replace(assessment.freshness[0], id=f"d/{number}", kind=kind, reasons=tuple(Reason(state, "") for state in states))
        for number, (kind, *states) in enumerate(listed)
    )
    text = writer("stale", "table")(replace(assessment, freshness=freshness), setting)
    commands = [line.partition("vbe review ID --outcome ")[2] for line in text.splitlines() if "vbe review ID" in line]
    assert commands == [outcome] * bool(outcome)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Samråd " * 15 + "åtta", "Samråd " * 15 + "åtta"),
        ("Samråd " * 15 + "sista", "Samråd " * 15 + "sista"),
        ("Samråd " * 15 + "längre", "Samråd " * 15 + "…"),
        ("Samråd, " * 20, "Samråd, " * 12 + "Samråd …"),
        ("Samråd " * 10 + "x" * 80, "Samråd " * 10 + "…"),
        ("Om " + "x" * 200, "Om " + "x" * 106 + "…"),
        ("x" * 111, "x" * 109 + "…"),
    ],
)
def test_a_long_title_is_cut_at_the_end_of_a_word(judged, title, shown):
    assessment, setting = judged
    assert shortened(title, table.TITLE_LENGTH) == shown
    text = writer("stale", "table")(replace(assessment, freshness=(replace(assessment.freshness[0], title=title),)), setting)
    column = [line[11:68].rstrip() for line in text.partition("\n    socialforvaltningen/")[0].splitlines()]
    assert "".join(column).replace(" ", "").endswith(shown.replace(" ", ""))
    assert "…" not in column
    assert max(map(len, text.splitlines())) <= 80


def test_what_is_masked_is_masked_before_a_title_is_cut(judged):
    assessment, setting = judged
    title = "Samråd " * 14 + "med 850709-9805 om läget i kommunen"
    text = writer("stale", "table")(replace(assessment, freshness=(replace(assessment.freshness[0], title=title),)), setting)
    assert "8507" not in text


def test_an_id_is_never_broken(judged):
    assessment, setting = judged
    long = replace(assessment.freshness[0], id="polisen/" + "samverkan-" * 12 + "slut")
    assert long.id in writer("stale", "table")(replace(assessment, freshness=(long,)), setting)


def test_markdown_keeps_our_code_and_none_of_theirs(judged):
    assessment, setting = judged
    reason = Reason(State.OVERDUE, "Namn `<b>` *fet*.", "Add what was done under `evidence`; see `vbe history`.")
    told = replace(assessment, freshness=(replace(assessment.freshness[0], reasons=(reason,)),))
    text = writer("stale", "md")(told, setting)
    assert "under `evidence`; see `vbe history`." in text
    assert r"Namn \`&lt;b&gt;\` \*fet\*." in text


@pytest.mark.parametrize("text", ["@alla", "#12", "http://lindvik.example/x", "www.lindvik.example", "&lt;"])
def test_markdown_calls_nobody_and_links_nowhere(judged, text):
    """An escape is no help against a mention: it is looked for where the markup has been taken away."""
    assessment, setting = judged
    named = replace(assessment.freshness[0], title=text, reasons=(Reason(State.OVERDUE, text, text),))
    told = writer("stale", "md")(replace(assessment, freshness=(named,)), setting)
    assert text not in told.replace("\\", "")


def test_a_line_of_a_mail_begins_no_heading_and_no_list():
    assert [said(text)[:7] for text in ("# x", "- x", "1. x", "/close")] == ["&#8203;"] * 4
    assert said("`evidence` - x") == "`evidence` - x"


def code(markdown):
    """What a reader of Markdown sees as code; a sign after a backslash begins none."""
    return [found for found in re.findall(r"\\[^\w\s]|`[^`]*(?:`|$)", markdown) if found[0] == "`"]


OURS = [
    "git fetch --unshallow",
    "git add routines/socialforvaltningen/orosanmalan.yaml",
    "git config --global --add safe.directory C:/Förvaltning (x86)/vbe_2.0",
    "evidence",
    "vbe history",
]


def test_every_command_of_ours_is_code():
    told = " ".join(f"Gör `{each}`." for each in OURS)
    assert said(told) == told


HOSTILE = st.lists(
    st.sampled_from(["`", "``", "`git add x`", "`vbe ", "\\", "\\`", "*", "<b>", "Ann", " ", "\n", "./"]), max_size=8
)


EXPECTED = re.compile(r"`(vbe review [a-z/-]+ --outcome [a-z-]+( --harmonised)?|git add routines/[^`]*\.yaml|git commit)`")


def hostile(name, version, title):
    """A repository in which a role, a version and a routine are so called, and a file that git does not know."""
    organisation = (
        f"  - {{id: ny, name: {json.dumps(name)}, department: socialforvaltningen}}\n"
        "  - {id: forr, name: Förr, department: socialforvaltningen, valid_to: 2017-01-31, successor: [ny]}\n"
    )
    files = {
        **BASE,
        "strategy/strategy.yaml": BASE["strategy/strategy.yaml"].replace('"1.0"', json.dumps(version)),
        "strategy/organisation.yaml": BASE["strategy/organisation.yaml"] + organisation,
        ROUTINE: routine("2016-02-15", title=json.dumps(title)).replace("who: socialchef", "who: forr"),
    }
    corpus = load(Memory(files))
    clocks = {ROUTINE: GitClock(gaps.untracked(f"routines/{name}.yaml"))}
    return assess(corpus, clocks, as_of=DAY), setting_of(corpus, datetime.datetime(2018, 1, 1, tzinfo=datetime.UTC))


@given(*[HOSTILE.map(lambda parts: "".join(parts).strip() or "x")] * 3)
@example("`", "x`y", "`")
@example("\\", "`vbe x` \\`", "`git add `")
def test_no_value_begins_or_ends_code(name, version, title):
    activate("en")
    assessment, setting = hostile(name, version, title)
    text = writer("stale", "md")(assessment, setting)
    found = code(text)
    assert [span for span in found if not EXPECTED.fullmatch(span)] == []
    assert "`git commit`" in found
    assert "`vbe review socialforvaltningen/orosanmalan --outcome no-change --harmonised`" in found
    shown = html.unescape(re.sub(r"\\([^\w\s])", r"\1", " ".join(text.split())))
    assert " ".join(f"Name {unmarked(name)} instead.".split()) in shown


def test_json(judged):
    data = json.loads(writer("stale", "json")(*judged))
    assert data["version"] == 1
    assert data["as_of"] == "2018-03-01"
    assert data["summary"] == {"socialforvaltningen": {"total": 3, "stale": 1}}
    item = data["items"][0]
    assert {key: item[key] for key in ("state", "reasons", "reviewed_on", "due_on", "days_overdue", "department", "owner_role")} == {
        "state": "overdue", "reasons": ["overdue"], "reviewed_on": "2017-02-15", "due_on": "2018-02-15", "days_overdue": 14,
        "department": "socialforvaltningen", "owner_role": "socialchef",
    }  # fmt: skip
    assert json.dumps(data, ensure_ascii=False, indent=2) + "\n" == writer("stale", "json")(*judged)


def test_csv_holds_no_formula(judged):
    rows = list(csv.DictReader(io.StringIO(writer("stale", "csv")(*judged))))
    assert rows[0]["title"] == "'" + EVIL
    assert not [cell for row in rows for cell in row.values() if cell and cell[0] in "=+-@\t\r"]


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Rutin;=1+1", "Rutin;'=1+1"),
        ("Rutin; \xa0 =1+1", "Rutin; '=1+1"),
        ("Rutin,@SUM(A1)", "Rutin,'@SUM(A1)"),
        ("Rutin\t+1", "Rutin +1"),
        ("Rutin;\t+1", "Rutin; '+1"),
        ("Rutin;-cmd|x", "Rutin;'-cmd|x"),
        ("Rutin;-1+cmd|x", "Rutin;'-1+cmd|x"),
        ('Rutin;"=1+1"', 'Rutin;"\'=1+1"'),
        ('"=1+1', "\"'=1+1"),
        ("a;=1;=2,=3", "a;'=1;'=2,'=3"),
        ("=1;=2", "'=1;'=2"),
        ("\t=1", "'=1"),
        ("\tRutin", "'Rutin"),
        ("＝1;＋1", "'＝1;'＋1"),
        *((same, same) for same in ("Granskad 2017-02-15; nästa granskning skulle göras senast 2018-02-15.", "a - b", "3–4")),
        *((same, same) for same in ("socialforvaltningen/orosanmalan", "2018-02-15", "1 = 1, 2 + 2", "Råd; stöd, hjälp", "")),
        *((same, same) for same in ("namn@lindvik.example", "Om; – att, e-post", "'=1", ";'=1")),
    ],
)
def test_a_formula_is_guarded_wherever_a_cell_may_begin(title, cell):
    assert safe(title) == cell


def test_a_number_of_ours_is_a_number():
    assert as_csv(Sheet(("a", "b", "c"), [(-5, safe("-5"), None)])) == "a,b,c\n-5,'-5,\n"


PIECES = st.lists(st.sampled_from([*"=+-@;,\t\"' \n\r\xa0a1|%", "\u2028", "\u200b", "\x1f", "Rutin", "=1+1"]), max_size=12)


@given(st.text(max_size=30) | PIECES.map("".join), st.integers(-9, 9))
@example("Rutin;=1+1", 0)
@example('";="', 0)
def test_no_split_of_a_line_begins_with_a_formula(title, number):
    for line in as_csv(Sheet((), [(safe(title), number, "x", safe(title))])).split("\n"):
        for piece in re.split("[;,\t]", line):
            bare = piece.strip('" \xa0')
            assert not re.match("[=+@]|-[^0-9 ]", bare), (line, piece)


def test_markdown_has_the_command(judged):
    text = writer("stale", "md")(*judged)
    assert "## Socialförvaltningen: 1 of 3 stale (33 %)" in text
    assert "Owner roles: Socialchefen." in text
    assert "`vbe review socialforvaltningen/orosanmalan --outcome no-change`" in text
    assert "<script>" not in text.replace(r"\<script\>", "")


def test_ics_is_a_calendar(judged):
    calendar = Calendar.from_ical(writer("stale", "ics")(*judged))
    events = list(calendar.walk("VEVENT"))
    uids = [str(event["UID"]) for event in events]
    assert len(set(uids)) == len(uids)
    assert "routine.socialforvaltningen.orosanmalan@9999.vbe" in uids
    for event in events:
        assert str(event["UID"]).isascii()
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event["DTEND"].dt - event["DTSTART"].dt == datetime.timedelta(days=1)
        assert event["DTSTAMP"].dt == datetime.datetime(2018, 2, 1, 11, tzinfo=datetime.UTC)


REVIEW, END = "strategy.strategy@9999.vbe", "strategy.strategy.end@9999.vbe"


@pytest.fixture
def ending(tmp_path):
    """Judges a strategy that is due for a review on 2019-01-01 and valid until a day."""

    def judged(as_of, valid_to):
        story = Story(base={**BASE, "strategy/strategy.yaml": BASE["strategy/strategy.yaml"] + f"valid_to: {valid_to}\n"})
        story.commit("2017-02-15", {})
        return judge(Disk(story.write(tmp_path / "r")), datetime.date.fromisoformat(as_of), None)

    return judged


@pytest.mark.parametrize(
    ("as_of", "valid_to", "state"),
    [
        ("2018-03-01", "2021-12-31", {REVIEW: "current", END: "current"}),
        ("2018-12-15", "2021-12-31", {REVIEW: "due soon", END: "current"}),
        ("2021-11-30", "2021-12-31", {REVIEW: "overdue", END: "due soon"}),
        ("2022-01-01", "2021-12-31", {REVIEW: "overdue", END: "expired"}),
        ("2017-12-01", "2017-12-31", {REVIEW: "current", END: "due soon"}),
    ],
)
def test_the_strategy_has_an_event_for_each_of_its_dates(ending, as_of, valid_to, state):
    events = {str(e["UID"]): e for e in Calendar.from_ical(writer("stale", "ics")(*ending(as_of, valid_to))).walk("VEVENT")}
    assert {uid: str(event["DTSTART"].dt) for uid, event in events.items()} == {REVIEW: "2019-01-01", END: valid_to}
    assert {uid: event["DESCRIPTION"].splitlines()[0] for uid, event in events.items()} == state
    assert (events[REVIEW]["SUMMARY"], events[END]["SUMMARY"]) == ("Strategy: Strategi", "Validity ends: Strategi")
    assert "vbe review strategy" in events[REVIEW]["DESCRIPTION"]
    assert "vbe review" not in events[END]["DESCRIPTION"]
    assert ("until" in events[END]["DESCRIPTION"], "until" in events[REVIEW]["DESCRIPTION"]) == (state[END] != "current", False)


def test_the_strategy_is_one_item_with_one_date_for_programs(ending):
    [item] = json.loads(writer("stale", "json")(*ending("2021-11-30", "2021-12-31")))["items"]
    assert (item["id"], item["due_on"], item["reasons"]) == ("strategy", "2019-01-01", ["overdue", "due_soon"])


@pytest.mark.parametrize(
    ("valid_to", "uids"), [("2018-06-30", {END, REVIEW}), ("2019-01-01", {END, REVIEW}), ("2021-12-31", {REVIEW})]
)
def test_a_plan_moves_the_events_of_the_days_that_it_plans(ending, valid_to, uids):
    assessment, setting = ending("2018-03-01", valid_to)
    text = writer("plan", "ics")(plan(assessment, 12), assessment, setting)
    assert {str(event["UID"]) for event in Calendar.from_ical(text).walk("VEVENT")} == uids


@pytest.mark.parametrize(
    ("department", "states", "name"),
    [
        ("socialforvaltningen", (), "Reviews: Socialförvaltningen"),
        ("socialforvaltningen", (State.EXPIRED,), "Reviews: Socialförvaltningen"),
        ("museet", (), "Reviews: Museet"),
        (None, (State.EXPIRED,), "Reviews: Lindviks kommun"),
    ],
)
def test_a_calendar_bears_the_name_of_whose_it_is(judged, department, states, name):
    """Whether anything is listed or not."""
    assessment, setting = judged
    setting = setting._replace(names={**setting.names, "museet": "Museet"}, departments=(*setting.departments, "museet"))
    narrowed = narrow(assessment, setting, department, states)
    for text in (writer("stale", "ics")(narrowed, setting), writer("plan", "ics")(plan(narrowed, 12), narrowed, setting)):
        assert Calendar.from_ical(text)["X-WR-CALNAME"] == name


def test_two_agreements_of_the_same_name_are_two_events(tmp_path):
    agreement = "{title: Samverkan, valid_from: 2017-01-01, valid_to: 2018-12-31}"
    partner = f"partners:\n  - {{id: polisen, name: Polisen, agreements: [{agreement}, {agreement}]}}\n"
    story = Story(base={**BASE, "strategy/organisation.yaml": BASE["strategy/organisation.yaml"] + partner})
    story.commit("2017-02-15", {})
    text = writer("stale", "ics")(*judge(Disk(story.write(tmp_path / "r")), DAY, None))
    uids = [str(event["UID"]) for event in Calendar.from_ical(text).walk("VEVENT")]
    assert uids[:2] == ["agreement.polisen.samverkan@9999.vbe", "agreement.polisen.samverkan-2@9999.vbe"]
    assert len(set(uids)) == len(uids)


def test_a_calendar_holds_the_last_day_there_is(judged):
    assessment, setting = judged
    last = replace(assessment.freshness[0], due_on=datetime.date.max)
    [event] = Calendar.from_ical(writer("stale", "ics")(replace(assessment, freshness=(last,)), setting)).walk("VEVENT")
    assert event["DTSTART"].dt == datetime.date.max
    assert "DTEND" not in event


@pytest.fixture
def piled(judged):
    """A plan of a year: one review late, and two due in the same month, of which one is to be made earlier."""
    assessment, setting = judged
    calm = replace(next(f for f in assessment.freshness if f.title == "Lugn"), due_on=datetime.date(2018, 9, 10))
    twin = replace(calm, id=calm.id + "-2", title=EVIL, due_on=datetime.date(2018, 9, 20))
    freshness = tuple(f for f in assessment.freshness if f.title != "Lugn")
    whole = replace(assessment, freshness=(*freshness, calm, twin))
    return plan(whole, 10), whole, setting


@pytest.mark.parametrize("name", names("plan"))
def test_a_plan_is_the_same_bytes_and_nothing_harmful(piled, name):
    text = writer("plan", name)(*piled)
    assert text == writer("plan", name)(*piled)
    if isinstance(text, str):
        assert text.endswith("\n")
        assert "\x1b" not in text
        assert not re.search(r"^\s*::", text, re.MULTILINE)


@pytest.mark.parametrize("name", names("plan"))
def test_a_plan_of_nothing_can_be_written(judged, name):
    _assessment, setting = judged
    assert writer("plan", name)((), replace(judged[0], freshness=()), setting)


@pytest.mark.parametrize("name", [name for name in names("plan") if name not in ("xlsx", "ics", "table")])
def test_every_form_of_a_plan_has_every_day_of_it(piled, name):
    text = writer("plan", name)(*piled)
    for plan_ in piled[0]:
        for review in plan_.reviews:
            assert review.day.isoformat() in text


def test_a_plan_for_people_fits(piled):
    for whole in (True, False):
        text = writer("plan", "table")(*piled, whole=whole)
        assert max(map(len, text.splitlines())) <= 80
        assert "1 is late and has been spread over working days." in text


@pytest.mark.parametrize("length", [50, 67, 68, 74, 160])
def test_a_plan_breaks_its_lines_and_no_id(piled, length):
    plans, assessment, setting = piled
    identity = "d/" + "x-" * (length // 2 - 1) + "x" * (length % 2)
    reviews = tuple(r._replace(freshness=replace(r.freshness, id=identity)) for r in plans[0].reviews)
    text = writer("plan", "table")((plans[0]._replace(reviews=reviews),), assessment, setting)
    assert identity in text.split()


def test_a_plan_in_a_calendar_has_the_day_to_do_it_and_the_identity_of_what_is_due(piled):
    _plans, assessment, setting = piled
    events = {str(e["UID"]): e for e in Calendar.from_ical(writer("plan", "ics")(*piled)).walk("VEVENT")}
    assert [str(event["DTSTART"].dt) for event in events.values()] == ["2018-03-15", "2018-08-31", "2018-09-20"]
    assert events.keys() <= {
        str(e["UID"]) for e in Calendar.from_ical(writer("stale", "ics")(assessment, setting)).walk("VEVENT")
    }
    moved = events["routine.socialforvaltningen.lugn@9999.vbe"]
    assert "to even out the load; due 2018-09-10." in moved["DESCRIPTION"]
    assert moved["DTEND"].dt - moved["DTSTART"].dt == datetime.timedelta(days=1)
    assert moved["DTSTAMP"].dt == datetime.datetime(2018, 2, 1, 11, tzinfo=datetime.UTC)
