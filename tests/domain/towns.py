"""Municipalities for the tests of the domain: Solna, Lindvik (the rules' base), and made-up ones by hypothesis."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.report.small import BASE, Memory
from vbe.store.loader import load

REPOSITORY = Path(__file__).parents[2]
FOLDERS = ("followup", "guidance", "measures", "routines", "strategy")
YEAR = 2024
ORGANISATION = "strategy/organisation.yaml"


@cache
def _files(root: Path) -> dict[str, str]:
    found = {"vbe.yaml": (root / "vbe.yaml").read_text("utf-8")}
    for folder in FOLDERS:
        found |= {p.relative_to(root).as_posix(): p.read_text("utf-8") for p in sorted((root / folder).rglob("*.yaml"))}
    return found


def solna(*edits: tuple[str, str, str]) -> dict[str, str]:
    """Solna's files; an edit is a file, what stands in it, and what shall stand there."""
    return edited(_files(REPOSITORY), *edits)


def lindvik(*edits: tuple[str, str, str]) -> dict[str, str]:
    """The base of the rules' cases."""
    return edited(_files(BASE), *edits)


def edited(files: dict[str, str], *edits: tuple[str, str, str]) -> dict[str, str]:
    """The files with some of their text replaced, once each."""
    changed = dict(files)
    for file, old, new in edits:
        assert old in changed[file], (file, old)
        changed[file] = changed[file].replace(old, new, 1)
    return changed


def corpus(files: dict[str, str]):
    """The files as a corpus; fails where one has faults of form."""
    loaded = load(Memory(files))
    assert not loaded.findings, loaded.findings
    return loaded


def written(value: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(written(part) for part in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if value is None:
        return "null"
    return value.isoformat() if isinstance(value, datetime.date) else f'"{value}"'


DAYS = st.dates(datetime.date(2022, 1, 1), datetime.date(2026, 12, 31))
JOINT = ("grannfullmaktige", "grannstyrelsen")
"""The boards of a municipality that has the plan together with Lindvik; not in every made-up municipality."""
BOARDS = ("kommunstyrelsen", "socialnamnden", "skolnamnden", "barnnamnden", "radet", *JOINT)
OWN = BOARDS[:5]
DEPARTMENTS = ("kommunledningsforvaltningen", "socialforvaltningen", "skolforvaltningen", "barnforvaltningen")
ROLES = ("kommundirektor", "socialchef", "sakerhetschef", "skolchef", "barnchef")
UNITS = ("kontaktcenter", "elevhalsan")
GROUPS = ("samordningsgruppen",)
PARTNERS = ("polisen", "lansstyrelsen")
NEIGHBOUR = "grannkommunen"
COLLECTIVES = ("alla-namnder", "alla-forvaltningar")


@st.composite
def lifetimes(draw, *successors: str) -> dict[str, Any]:
    """Days that are known or not, and who came after."""
    fields: dict[str, Any] = {}
    if draw(st.integers(0, 3)) == 0:
        fields["valid_from"] = draw(DAYS)
    if draw(st.integers(0, 2)) == 0:
        fields["valid_to"] = draw(DAYS.filter(lambda day: day >= fields.get("valid_from", day)))
    if successors and draw(st.booleans()):
        fields["successor"] = draw(st.lists(st.sampled_from(successors), unique=True, max_size=2))
    return fields


@st.composite
def organisations(draw, *, joint: bool) -> str:
    """An organisation with boards, departments, units, roles, a group, partners and collectives: ended, future, succeeded.

    Where the plan is joint it has the neighbour's council and board too.
    """

    def some(names: tuple[str, ...], most: int = 2) -> list[str]:
        return draw(st.lists(st.sampled_from(names), unique=True, max_size=most))

    def one(names: tuple[str, ...]) -> str | None:
        return draw(st.sampled_from((*names, None)))

    def kept(**fields: Any) -> dict[str, Any]:
        return {key: value for key, value in fields.items() if value is not None}

    levels = {"kommunstyrelsen": "executive", "radet": "advisory", "grannfullmaktige": "council"}
    neighbours = [
        {"id": b, "name": b.capitalize(), "level": levels.get(b, "board"), "municipality": NEIGHBOUR} for b in JOINT if joint
    ]
    lists = {
        "boards": [
            {"id": b, "name": b.capitalize(), "level": levels.get(b, "board")}
            | (draw(lifetimes(*(o for o in OWN if o not in (b, "kommunstyrelsen")))) if b != "kommunstyrelsen" else {})
            for b in OWN
        ]
        + neighbours,
        "departments": [
            kept(id=d, name=d.capitalize(), boards=some((*OWN, COLLECTIVES[0])), head=one(ROLES))
            | draw(lifetimes(*(o for o in DEPARTMENTS if o != d)))
            for d in DEPARTMENTS
        ],
        "units": [kept(id=u, name=u.capitalize(), department=one(DEPARTMENTS)) for u in UNITS],
        "roles": [
            kept(id=r, name=r.capitalize(), department=one(DEPARTMENTS), manager=True, handle=f"@lindvik/{r}")
            | draw(lifetimes(*(o for o in ROLES if o != r)))
            for r in (*ROLES, "medarbetare")
        ],
        "groups": [kept(id=g, name=g.capitalize(), convener=one(ROLES), obligations=["O-01-01"]) for g in GROUPS],
        "partners": [{"id": p, "name": p.capitalize(), "obligations": ["O-00-02"]} for p in PARTNERS]
        + [{"id": NEIGHBOUR, "name": NEIGHBOUR.capitalize(), "kind": "municipality"} for _one in neighbours[:1]],
        "audiences": [{"id": "invanare", "name": "Invånarna"}],
        "collectives": [
            {"id": COLLECTIVES[0], "name": "Alla nämnder", "members": some(OWN, 5) or ["kommunstyrelsen"]},
            {"id": COLLECTIVES[1], "name": "Alla förvaltningar", "members": some(DEPARTMENTS, 4) or [DEPARTMENTS[0]]},
        ],
        "channels": [{"id": "intranatet", "name": "Intranätet"}],
    }
    return "".join(f"{key}:\n" + "".join(f"  - {written(entry)}\n" for entry in part) for key, part in lists.items())


ANSWERERS = (*BOARDS[:4], *DEPARTMENTS, *UNITS, *ROLES, *GROUPS, *PARTNERS, *COLLECTIVES)
WAYS = ("commitment", "routine", "guidance", "organisation", "boundary", "rule", "command")
STATUSES = ("draft", "referred", "decided", "in_force", "under_revision", "superseded", "repealed")
PROGRESS = ("not_started", "ongoing", "done", "continuous", "cancelled", "replaced")
DEMANDS = ("O-00-01", "O-00-02", "O-01-01", "O-02-01", "O-02-02", "O-02-03")


@st.composite
def towns(draw) -> dict[str, str]:
    """The files of a made-up municipality of whatever organisation, demands, documents and reports."""
    files = lindvik()
    joint = draw(st.integers(0, 3)) == 0
    boards = (*BOARDS[:4], *(JOINT if joint else ()))
    listed = draw(st.lists(st.sampled_from(boards), unique=True, max_size=3))
    profile = edited(
        files, ("vbe.yaml", "reporting_boards: [kommunstyrelsen, socialnamnden]", f"reporting_boards: {written(listed)}")
    )["vbe.yaml"]
    files = {"vbe.yaml": profile + draw(_waivers()), "strategy/strategy.yaml": draw(_fact_box(joint=joint))}
    files[ORGANISATION] = draw(organisations(joint=joint))
    files["strategy/obligations.yaml"] = draw(_demands())
    commitments = [f"{area}.{number}" for area in (1, 2) for number in range(1, draw(st.integers(1, 3)) + 1)]
    answerers = (*ANSWERERS, *(JOINT if joint else ()))
    for area in (1, 2):
        files[f"measures/0{area}-omrade.yaml"] = draw(
            _area(area, [c for c in commitments if c.startswith(f"{area}.")], answerers)
        )
    files |= draw(_documents(commitments))
    for year in (YEAR - 1, YEAR):
        for board in draw(st.lists(st.sampled_from(boards), unique=True, max_size=4)):
            files[f"followup/{year}/{board}.yaml"] = draw(_report(year, commitments))
        if draw(st.booleans()):
            files[f"followup/{year}/decisions.yaml"] = draw(_decisions(year, commitments))
    return files


@st.composite
def _waivers(draw) -> str:
    """Departures from rules that are over, are not, or name nothing."""
    waivers = [
        {
            "rule": draw(st.sampled_from(("VBE401", "VBE412", "VBE607"))),
            "record": draw(st.sampled_from(("*", "01", "strategy", "vbe.yaml"))),
            "reason": "Det är beslutat.",
            "decided_by": draw(st.sampled_from(("kommunstyrelsen", *ROLES))),
            "until": draw(DAYS),
        }
        for _number in range(draw(st.integers(0, 2)))
    ]
    return "waivers:\n" + "".join(f"  - {written(waiver)}\n" for waiver in waivers) if waivers else ""


@st.composite
def _fact_box(draw, *, joint: bool) -> str:
    """The plan: until a day, until further notice or neither; of one council, of two, or a board's below the city's."""
    fields: dict[str, Any] = {"title": "Plan mot våldsbejakande extremism", "document_type": "strategi"}
    first = draw(st.dates(datetime.date(2021, 12, 1), datetime.date(2024, 6, 30)))
    fields |= {"valid_from": first, "decided_by": "kommunstyrelsen"}
    lasts = st.sampled_from(({}, {"until_further_notice": True}))
    fields |= draw(st.one_of(st.sampled_from((datetime.date(2025, 12, 31), datetime.date(2027, 6, 30))).map(_last), lasts))
    fields |= draw(st.sampled_from(({}, {"parent": "Stadens program för trygghet"}, {"political_owner": "socialnamnden"})))
    if draw(st.booleans()):
        fields["owner_role"] = draw(st.sampled_from((*ROLES, *DEPARTMENTS, *GROUPS, *PARTNERS)))
    if draw(st.booleans()):
        fields["next_review_on"] = draw(DAYS)
    fields["reviews"] = [{"date": day} for day in sorted(draw(st.lists(DAYS, max_size=1)))]
    if draw(st.booleans()):
        fields["follow_up"] = {"by": "kommunstyrelsen", "every_months": 12}
    versions = [first - datetime.timedelta(days=30), *draw(st.lists(DAYS.filter(lambda day: day > first), max_size=1))]
    fields["versions"] = [
        {"version": f"1.{number}", "decided_on": day}
        | (
            {
                "decisions": [
                    {"body": body, "date": draw(st.sampled_from((day, draw(DAYS))))} for body in ("kommunstyrelsen", JOINT[0])
                ]
            }
            if joint
            else {}
        )
        for number, day in enumerate(versions)
    ]
    return "".join(f"{key}: {written(value)}\n" for key, value in fields.items())


def _last(day: datetime.date) -> dict[str, Any]:
    return {"valid_to": day}


@st.composite
def _demands(draw) -> str:
    lines = ['source: "KS/2022:100"', "obligations:"]
    for demand in DEMANDS:
        way = draw(st.sampled_from(WAYS))
        answer = {"rule": ["VBE601"], "command": ["vbe stale"]}.get(way, []) if draw(st.integers(0, 4)) else []
        entry = {
            "id": demand,
            "section": "Inledning",
            "kind": "must",
            "demand": f"Kravet {demand} uppfylls.",
            "responsible": [draw(st.sampled_from(("polisen", "kommunstyrelsen")))],
            "answered_by": way,
            "answer": answer,
            "same_as": draw(st.lists(st.sampled_from(DEMANDS).filter(lambda other, own=demand: other != own), max_size=1)),
        }
        lines.append(f"  - {written(entry)}")
    return "\n".join(lines) + "\n"


@st.composite
def _area(draw, number: int, commitments: list[str], answerers: tuple[str, ...]) -> str:
    lead = st.sampled_from((*ANSWERERS, "not_stated"))
    lines = ["title: Ett område", "purpose: Arbetet hålls ihop.", "aims: [framja]", f"lead: {draw(lead)}"]
    lines += ["example: true"] if draw(st.integers(0, 5)) == 0 else []
    indicators = draw(_indicators(number))
    lines.append("commitments:")
    responsible = st.lists(st.sampled_from(answerers), min_size=1, max_size=3, unique=True)
    for identity in commitments:
        entry = {
            "id": identity,
            "text": f"Kommunen gör {identity}.",
            "responsible": draw(st.one_of(responsible, st.just("not_stated"))),
            "with": draw(st.lists(st.sampled_from(ANSWERERS), max_size=1)),
            **draw(CLOCKS),
            **draw(st.sampled_from(({}, {}, {}, {"example": True}))),
            "milestones": [
                {"date": day, "what": "Ett steg på vägen.", **draw(st.sampled_from(({}, {"done_on": day})))}
                for day in draw(st.lists(DAYS, max_size=2, unique=True))
            ],
            "obligations": draw(st.lists(st.sampled_from(DEMANDS), max_size=2, unique=True)),
            "indicators": draw(st.lists(st.sampled_from([i["id"] for i in indicators]), max_size=1)) if indicators else [],
            "evidence": [
                {"date": day, "kind": "information", "audience": ["invanare"]} for day in draw(st.lists(DAYS, max_size=2))
            ],
        }
        if draw(st.integers(0, 4)) == 0:
            entry["starts_on"] = draw(DAYS)
        lines.append(f"  - {written(entry)}")
    lines += ["indicators:", *(f"  - {written(indicator)}" for indicator in indicators)] if indicators else []
    return "\n".join(lines) + "\n"


CLOCKS = st.one_of(
    DAYS.map(lambda day: {"deadline": day}),
    DAYS.map(lambda day: {"deadline": day, "then_every_months": 12}),
    st.sampled_from((3, 12, 24)).map(lambda months: {"every_months": months}),
    st.sampled_from((["03-31"], ["01-31", "12-31"])).map(lambda days: {"yearly_on": days}),
    st.sampled_from(("löpande", "vid behov", "not_stated")).map(lambda when: {"when": when}),
)
"""When something is to be done."""


@st.composite
def _indicators(draw, area: int) -> list[dict[str, Any]]:
    """Indicators of boards, partners and nobody; some for women and men, some that are counted every other year."""
    return [
        {
            "id": f"matt-{area}-{number}",
            "title": f"Mätetal {number} i område {area}",
            "unit": draw(st.sampled_from(("number", "percent"))),
            "direction": "increase",
            "every_months": draw(st.sampled_from((12, 24))),
            "by_sex": draw(st.booleans()),
            "counts": draw(st.sampled_from(("persons", "other"))),
            **draw(st.sampled_from(({}, *({"owner": owner} for owner in (*BOARDS[:4], *PARTNERS, "socialchef"))))),
            **draw(st.sampled_from(({}, {"first_year": YEAR}))),
            "target": {YEAR: 10},
        }
        for number in range(draw(st.integers(0, 2)))
    ]


@st.composite
def _documents(draw, commitments: list[str]) -> dict[str, str]:
    files = {}
    for kind, owners in (("routines", (*DEPARTMENTS, "overall")), ("guidance", BOARDS[:4])):
        for owner in draw(st.lists(st.sampled_from(owners), unique=True, max_size=3)):
            fields = {
                "title": f"Text för {owner}",
                "status": draw(st.sampled_from(STATUSES)),
                "owner_role": draw(st.sampled_from(ROLES)),
                "approved_by": draw(st.sampled_from(ROLES)),
                "approved_on": draw(DAYS),
                "commitments": draw(st.lists(st.sampled_from(commitments), max_size=1)),
                "obligations": draw(st.lists(st.sampled_from(DEMANDS), max_size=2, unique=True)),
            }
            if draw(st.booleans()):
                fields["reviews"] = [{"date": draw(DAYS), **draw(st.sampled_from(({}, {"version": "1.0"})))}]
            if draw(st.integers(0, 3)) == 0:
                fields |= draw(st.sampled_from(({"example": True}, {"audience": "public"}, {"review_interval_months": 6})))
            if kind == "guidance":
                fields |= {"what": "Personalen möter unga.", "how": "De samtalar varje vecka."}
            files[f"{kind}/{owner}/text.yaml"] = "".join(f"{key}: {written(value)}\n" for key, value in fields.items())
    return files


@st.composite
def _report(draw, year: int, commitments: list[str]) -> str:
    lines = []
    if draw(st.integers(0, 3)):
        lines.append(f"reported_on: {draw(st.dates(datetime.date(year, 2, 1), datetime.date(year + 1, 4, 1)))}")
    reported = draw(st.lists(st.sampled_from(commitments), unique=True))
    if reported:
        lines.append("commitments:")
    for identity in reported:
        content: dict[str, Any] = {"status": draw(st.sampled_from(PROGRESS))}
        if draw(st.booleans()):
            content["result"] = "Det är gjort."
        if draw(st.integers(0, 4)) == 0:
            content |= {"deviation": "Ett möte ställdes in.", "cause": "Sjukdom."}
        if content["status"] == "done" and draw(st.booleans()):
            content["done_on"] = draw(st.dates(datetime.date(year, 1, 1), datetime.date(year, 12, 31)))
        lines.append(f'  "{identity}": {written(content)}')
    given = draw(st.lists(st.sampled_from([f"matt-{area}-0" for area in (1, 2)]), unique=True))
    lines += ["indicators:"] if given else []
    for identity in given:
        value = {"value": draw(st.sampled_from((None, "<5", 3, 40))), "n": draw(st.sampled_from((10, 60)))}
        value |= draw(st.sampled_from(({}, {"women": 20, "men": 20}, {"women": "<5", "men": 38})))
        lines.append(f"  {identity}: {written(value)}")
    return "\n".join([*lines, ""]) if lines else "summary: Inget.\n"


@st.composite
def _decisions(draw, year: int, commitments: list[str]) -> str:
    """What the executive board decided of a year's report, and what it asked of somebody."""
    after = st.dates(datetime.date(year + 1, 1, 15), datetime.date(year + 1, 12, 31))
    lines = [f"decisions: [{written({'body': 'kommunstyrelsen', 'date': draw(after), 'text': 'Uppföljningen godkänns.'})}]"]
    remark = {"id": f"KS-{year}-1", "by": "kommunstyrelsen", "to": draw(st.sampled_from(BOARDS[:4])), "text": "Gör klart det."}
    remark |= {"due": draw(after), "commitment": draw(st.sampled_from(commitments))}
    if draw(st.booleans()):
        remark |= {"answer": "Det är klart.", "answered_on": draw(after)}
    return "\n".join([*lines, f"remarks: [{written(remark)}]", ""])
