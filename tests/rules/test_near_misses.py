"""One step on either side of what a rule finds, where its case shows only one: what mutation testing asked for."""

import re

import pytest

from tests.fuzz.mutations import SMALL, Memory
from vbe.language import activate
from vbe.rules import all_rules
from vbe.rules.checker import examine
from vbe.rules.pages import markdown_page, page, summary

PROFILE = "vbe.yaml"
STRATEGY = "strategy/strategy.yaml"
ORGANISATION = "strategy/organisation.yaml"
OBLIGATIONS = "strategy/obligations.yaml"
FIRST = "measures/01-samordning.yaml"
SECOND = "measures/02-stod.yaml"
EXECUTIVE = "followup/2024/kommunstyrelsen.yaml"
REPORT = "followup/2024/socialnamnden.yaml"
DECISIONS = "followup/2024/decisions.yaml"
GUIDANCE = "guidance/socialnamnden/foraldrastod.yaml"
LEADING = "routines/kommunledningsforvaltningen/misstanke.yaml"
OVERALL = "routines/overall/misstanke.yaml"
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"


@pytest.fixture(autouse=True)
def english():
    activate("en")
    yield
    activate("sv")


def examined(*changes, more=(), without=()):
    """What is found after replacing some texts, each of which must be there, and adding some files."""
    files = {name: text for name, text in SMALL.items() if name not in without} | dict(more)
    for file, old, new in changes:
        assert old in files[file], (file, old)
        files[file] = files[file].replace(old, new)
    return examine(Memory(files)).open


def places(code, *changes, **files):
    """File and line of what one rule finds."""
    return [(d.location.file, d.location.line) for d in examined(*changes, **files) if d.code == code]


def told(code, *changes, **files):
    """The message and the hint of what one rule finds; it must find one thing."""
    [diagnostic] = [d for d in examined(*changes, **files) if d.code == code]
    return diagnostic.message, diagnostic.hint


def line_of(file, text, *changes):
    """The line on which a text stands after the changes."""
    content = SMALL[file]
    for _file, old, new in (change for change in changes if change[0] == file):
        content = content.replace(old, new)
    return content[: content.index(text)].count("\n") + 1


class TestIdentity:
    def test_what_cannot_be_looked_up_stops_no_other_reference(self):
        broken = (ORGANISATION, "boards:\n", "board:\n")
        assert places("VBE201", broken, (SECOND, "obligations: [O-02-01]", "obligations: [O-09-09]")) == [(SECOND, 13)]

    @pytest.mark.parametrize(
        ("change", "message", "hint"),
        [
            ((SECOND, "responsible: [socialforvaltningen]", "responsible: [socialforvaltninge]"), "actor", "Did you mean"),
            ((SECOND, "responsible: [socialforvaltningen]", "responsible: [xyz]"), "actor", "strategy/organisation.yaml"),
            ((SECOND, "obligations: [O-02-02]", "obligations: [O-77-88]"), "obligation", "strategy/obligations.yaml"),
            ((ROUTINE, 'commitments: ["2.2"]', 'commitments: ["88.77"]'), "commitment", "measures/"),
            ((LEADING, "based_on: overall/misstanke", "based_on: xyz/xyz"), "routine", "routines/"),
            ((GUIDANCE, "aims: [framja, forebygga]", "aims: [xyz]"), "aim", "vbe.yaml (aims)"),
            ((OVERALL, "published_at: [intranatet]", "published_at: [xyz]"), "channel", "strategy/organisation.yaml (channels)"),
        ],
    )
    def test_a_name_that_leads_nowhere_says_what_and_where(self, change, message, hint):
        said, remedy = told("VBE201", change)
        assert said.startswith(f"There is no {message} “")
        assert hint in remedy

    def test_a_name_that_is_nearly_right_can_be_replaced_at_once(self):
        for name, replacement in (("socialforvaltninge", "socialforvaltningen"), ("xyz", "")):
            change = (SECOND, "responsible: [socialforvaltningen]", f"responsible: [{name}]")
            assert [d.replacement for d in examined(change) if d.code == "VBE201"] == [replacement]

    @pytest.mark.parametrize(
        ("more", "listed"),
        [
            (2, "a1, a2, kommundirektor, medarbetare, sakerhetschef …"),
            (0, "kommundirektor, medarbetare, sakerhetschef, socialchef."),
        ],
    )
    def test_another_kind_of_actor_is_told_with_some_that_fit(self, more, listed):
        roles = "".join(f"  - {{id: a{number}, name: Roll}}\n" for number in range(1, more + 1))
        wrong = (OVERALL, "owner_role: sakerhetschef", "owner_role: invanare")
        message, hint = told("VBE202", wrong, (ORGANISATION, "roles:\n", f"roles:\n{roles}"))
        assert message == "“invanare” is an audience, and a role is wanted here."
        assert listed in hint

    def test_of_several_kinds_one_is_enough(self):
        message, _hint = told("VBE202", (SECOND, "responsible: [socialforvaltningen]", "responsible: [invanare]"))
        assert message.endswith(", a collective or a partner is wanted here.")

    def test_five_that_fit_are_all(self):
        wrong = (OVERALL, "owner_role: sakerhetschef", "owner_role: invanare")
        _message, hint = told("VBE202", wrong, (ORGANISATION, "roles:\n", "roles:\n  - {id: a1, name: Roll}\n"))
        assert "…" not in hint

    def test_another_kind_of_actor_is_told_with_the_one_that_was_meant(self):
        organisation = (ORGANISATION, "  - id: intranatet", "  - id: intranatet")
        wrong = (OVERALL, "owner_role: sakerhetschef", "owner_role: socialchefe")
        extra = (ORGANISATION, "partners:\n", "partners:\n  - {id: socialchefe, name: Partner}\n")
        assert "socialchef" in told("VBE202", organisation, wrong, extra)[1]
        assert "Name one" not in told("VBE202", organisation, wrong, extra)[1]

    def test_where_none_fits_one_is_to_be_added(self):
        groups = SMALL[ORGANISATION].replace("groups:\n", "units:\n  - {id: enheten, name: Enheten}\ngroups:\n")
        without = re.sub(r"departments:\n(?:  .*\n)+", "", groups)
        changes = [(ORGANISATION, SMALL[ORGANISATION], without)]
        unit = (ORGANISATION, "name: Enheten}", "name: Enheten, department: kommunstyrelsen}")
        found = [d.hint for d in examined(*changes, unit) if d.code == "VBE202" and d.location.file == ORGANISATION]
        assert "Add it in strategy/organisation.yaml, or correct the name." in found

    @pytest.mark.parametrize(
        ("folder", "hint"),
        [
            ("guidance/overall", "Add it to strategy/organisation.yaml, or rename the folder."),
            ("guidance/socialnamnde", "Did you mean “socialnamnden”?"),
            ("routines/xyz", "Add it to strategy/organisation.yaml, or rename the folder."),
        ],
    )
    def test_a_folder_of_nobody(self, folder, hint):
        text = SMALL[GUIDANCE if folder.startswith("guidance") else ROUTINE]
        message, remedy = told("VBE204", more={f"{folder}/x.yaml": text})
        name, sort = folder.split("/")[1], "board" if folder.startswith("guidance") else "department"
        assert message == f"The organisation has no {sort} “{name}”."
        assert hint in remedy


class TestGoverning:
    @pytest.mark.parametrize(
        ("first", "last", "years", "found"),
        [
            ("2023-01-01", "2026-12-31", 4, False),
            ("2023-01-01", "2027-01-01", 4, True),
            ("2023-01-29", "2027-01-28", 4, False),
            ("2023-01-29", "2027-01-29", 4, True),
            ("2023-02-01", "2027-02-01", 4, True),
            ("2024-02-29", "2025-02-28", 1, False),
            ("2024-02-29", "2025-03-01", 1, True),
            ("2024-02-29", "2028-02-29", 4, False),
            ("2024-02-29", "2028-03-01", 4, True),
        ],
    )
    def test_the_longest_validity_to_the_day(self, first, last, years, found):
        profile = (PROFILE, "    validity: bounded\n    max_years: 4\n", f"    max_years: {years}\n")
        days = (STRATEGY, "valid_from: 2023-01-01\nvalid_to: 2026-10-14", f"valid_from: {first}\nvalid_to: {last}")
        assert bool(places("VBE302", profile, days)) is found

    @pytest.mark.parametrize(("first", "found"), [("2022-10-14", True), ("2022-10-15", False)])
    def test_a_term_changes_on_the_fifteenth_of_october(self, first, found):
        profile = (PROFILE, "    max_years: 4\n", "")
        days = (STRATEGY, "valid_from: 2023-01-01", f"valid_from: {first}")
        assert bool(places("VBE302", profile, days)) is found

    @pytest.mark.parametrize(("sort", "words"), [("rutin", "approved by a manager"), ("policy", "not by “kommunstyrelsen”")])
    def test_what_kind_of_decider_is_wrong(self, sort, words):
        found = examined((STRATEGY, "document_type: strategi", f"document_type: {sort}"))
        messages = [d.message for d in found if d.code == "VBE303"]
        assert len(messages) == 3
        assert all(words in message for message in messages)

    @pytest.mark.parametrize(("name", "hint"), [("stratgi", "Did you mean “strategi”?"), ("xyz", "Add it to document_types")])
    def test_an_unknown_type_that_may_be_meant(self, name, hint):
        assert hint in told("VBE306", (STRATEGY, "document_type: strategi", f"document_type: {name}"))[1]

    def test_a_decided_document_without_its_case_number(self):
        change = (STRATEGY, 'case_number: "KS/2022:100"\n', "")
        assert places("VBE309", change) == [(STRATEGY, line_of(STRATEGY, "versions:", change))]

    def test_two_versions_with_one_number(self):
        assert places("VBE316", (STRATEGY, '- version: "1.1"', '- version: "1.0"')) == [
            (STRATEGY, line_of(STRATEGY, '- version: "1.1"'))
        ]

    def test_two_versions_of_one_day_are_in_order(self):
        assert not places("VBE316", (STRATEGY, "decided_on: 2023-05-15", "decided_on: 2022-11-28"))

    @pytest.mark.parametrize(("said", "words"), [("false", "is not part of"), ("null", "is not said")])
    def test_extremism_denied_or_unsaid(self, said, words):
        change = (ORGANISATION, "includes_extremism: true", f"includes_extremism: {said}")
        assert words in told("VBE312", change)[0]

    def test_a_strategy_that_ends_before_it_begins(self):
        assert places("VBE315", (STRATEGY, "valid_to: 2026-10-14", "valid_to: 2022-12-31")) == [(STRATEGY, 5)]
        assert not places("VBE315", (STRATEGY, "valid_to: 2026-10-14", "valid_to: 2023-01-01"))

    def test_successors_in_a_row_are_no_cycle(self):
        row = "  - {id: a, name: A, successor: [b]}\n  - {id: b, name: B, successor: [c]}\n  - {id: c, name: C, successor: [d]}\n"
        roles = (ORGANISATION, "roles:\n", f"roles:\n{row}  - {{id: d, name: D}}\n")
        assert not places("VBE322", roles)
        assert len(places("VBE322", roles, (ORGANISATION, "name: D}", "name: D, successor: [b]}"))) == 3

    @pytest.mark.parametrize(
        ("board", "department", "found"), [("", ", x", True), ("x", "x", False), ("", "", False), ("x", "", False)]
    )
    def test_a_board_whose_departments_have_ended(self, board, department, found):
        ended = "    valid_to: 2024-01-01\n    successor: [kommunstyrelsen]\n"
        changes = []
        if board:
            changes.append((ORGANISATION, "    name: Socialnämnden\n", f"    name: Socialnämnden\n{ended}"))
        if department:
            ended = ended.replace("kommunstyrelsen", "kommunledningsforvaltningen")
            changes.append((ORGANISATION, "    boards: [socialnamnden]\n", f"    boards: [socialnamnden]\n{ended}"))
        assert bool(places("VBE319", *changes)) is found

    @pytest.mark.parametrize(("digits", "found"), [(32, False), (33, True)])
    def test_the_longest_case_number(self, digits, found):
        pattern = (PROFILE, "areas: 2\n", "areas: 2\ncase_number_pattern: '^KS/2024:\\d+$'\n")
        number = (DECISIONS, "KS/2025:20", f"KS/2024:{'1' * digits}")
        files = {number[0]: SMALL[number[0]].replace(number[1], number[2])}
        assert bool([place for place in places("VBE313", pattern, more=files) if place[0] == DECISIONS]) is found

    @pytest.mark.parametrize(
        ("pattern", "found"), [("x" * 200, False), ("x" * 201, True), (r"\d+" * 5, False), (r"\d+" * 6, True), ("[[]KS", False)]
    )
    def test_the_longest_pattern_and_the_most_choices(self, pattern, found):
        change = (PROFILE, "areas: 2\n", f"areas: 2\ncase_number_pattern: '{pattern}'\n")
        assert bool(places("VBE314", change)) is found

    def test_a_case_number_in_a_list_is_compared_with_the_strategys_own(self):
        first = '    case_number: "KS/2025:20"\n    paragraph: 41\n'
        found = [d for d in examined((DECISIONS, first, first.replace("KS/", "KS "))) if d.code == "VBE313"]
        assert [(d.location.file, d.location.line) for d in found] == [(DECISIONS, 3)]
        assert "write it like KS/2022:100" in found[0].hint

    def test_where_no_case_number_is_right_the_form_is_shown(self):
        found = [d for d in examined((PROFILE, "areas: 2\n", "areas: 2\ncase_number_pattern: ^X$\n")) if d.code == "VBE313"]
        assert len(found) > 5
        assert all(d.hint.endswith("vbe.yaml: ^X$") for d in found)


class TestCommitments:
    def test_a_board_is_busy_through_a_role_of_its_department(self):
        alone = [(SECOND, "responsible: [socialnamnden]", "responsible: [medarbetare]")]
        idle = places("VBE411", *alone, (SECOND, "responsible: [socialforvaltningen]", "responsible: [sakerhetschef]"))
        assert idle == [(ORGANISATION, line_of(ORGANISATION, "- id: socialnamnden"))]
        assert not places("VBE411", *alone, (SECOND, "responsible: [socialforvaltningen]", "responsible: [socialchef]"))

    @pytest.mark.parametrize(
        ("lifetime", "found"),
        [
            ("valid_to: 2022-12-31", True),
            ("valid_to: 2023-01-01", False),
            ("valid_from: 2026-10-14", False),
            ("valid_from: 2026-10-15", True),
        ],
    )
    def test_who_answers_lives_on_the_first_or_the_last_day(self, lifetime, found):
        change = (ORGANISATION, "    boards: [socialnamnden]\n", f"    boards: [socialnamnden]\n    {lifetime}\n")
        assert bool(places("VBE417", change)) is found

    def test_a_boundary_is_to_partners_and_what_is_unknown_is_another_rule(self):
        for actor, found in (("okand", False), ("polisen", False), ("socialnamnden", True)):
            assert bool(places("VBE412", (OBLIGATIONS, "responsible: [polisen]", f"responsible: [{actor}]"))) is found

    def twins(self, first, second, third):
        """Three demands that are said to be the same; only the first is answered."""
        ids = "  - id: {id}\n    section: S\n    responsible: [alla-namnder]\n    kind: must\n    demand: D.\n    answered_by: strategy\n{same}"
        more = "".join(
            ids.format(id=identity, same=f"    same_as: [{same}]\n" if same else "")
            for identity, same in (("O-00-08", second), ("O-00-09", third))
        )
        text = SMALL[OBLIGATIONS].replace("    answer: [goals]\n", f"    answer: [goals]\n{first}", 1)
        return places("VBE412", more={OBLIGATIONS: text + more})

    def test_a_twin_answers_whichever_says_so(self):
        assert len(self.twins("", "", "")) == 2
        assert len(self.twins("    same_as: [O-00-08]\n", "", "")) == 1
        assert len(self.twins("", "O-00-01", "")) == 1
        assert self.twins("", "O-00-01", "O-00-08") == []
        assert self.twins("    same_as: [O-00-08]\n", "O-00-09", "") == []

    def test_a_demand_that_is_the_same_as_itself(self):
        change = (OBLIGATIONS, "    answer: [goals]\n", "    answer: [goals]\n    same_as: [O-00-01]\n")
        assert told("VBE414", change)[0] == "The demand is said to be the same as itself."

    @pytest.mark.parametrize(
        ("answer", "message", "hint"),
        [
            ("gruppen", "There is no “gruppen” in strategy/organisation.yaml.", "Write a field"),
            ("samordningsgruppen.member", "“samordningsgruppen” has no field “member”.", "Did you mean “members”?"),
            ("samordningsgruppen.on_call", "“samordningsgruppen.on_call” is empty.", "Fill it in"),
            ("units", "“units” is empty.", "Fill it in"),
        ],
    )
    def test_what_an_answer_leads_to(self, answer, message, hint):
        said, remedy = told("VBE413", (OBLIGATIONS, "answer: [groups]", f"answer: [{answer}]"))
        assert said == message
        assert hint in remedy

    @pytest.mark.parametrize(
        ("answer", "hint"), [("vbe repor", "Did you mean “vbe report”?"), ("xyz", "`vbe --help` lists them.")]
    )
    def test_a_command_that_may_be_meant(self, answer, hint):
        assert hint in told("VBE413", (OBLIGATIONS, "answer: [vbe report]", f"answer: [{answer}]"))[1]

    def test_an_assignment_after_a_commitment_that_says_who_gave_it(self):
        basis = "    basis: {given_by: kommunfullmaktige, given_in: Budget 2024}\n"
        changes = [
            (OBLIGATIONS, "answered_by: guidance", "answered_by: commitment"),
            (SECOND, "    obligations: [O-02-01]\n", f"    obligations: [O-02-01]\n{basis}"),
        ]
        assert places("VBE416", *changes) == [(SECOND, line_of(SECOND, "obligations: [O-02-04]", *changes))]
        assert not places("VBE416", *changes, (SECOND, "obligations: [O-02-04]\n", f"obligations: [O-02-04]\n{basis}"))


class TestFollowUp:
    def report(self, text, *changes, code="VBE609"):
        """What is found where the report on 2.1 says this."""
        old = SMALL[REPORT].partition('  "2.1":\n')[2].partition('  "2.2":')[0]
        new = "".join(f"    {line}\n" for line in text.split("; "))
        return len(places(code, (REPORT, old, new), *changes))

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("status: done; done_on: 2024-11-20; paragraph: 88", 0),
            ('status: done; done_on: 2024-11-20; case_number: "SN/2024:31"', 0),
            ("status: done; done_on: 2024-11-20", 1),
            ("status: done; paragraph: 88", 1),
            ("status: done", 2),
            ("status: ongoing; cause: A.; next_step: B.", 0),
        ],
    )
    def test_done_since_when_and_shown_by_what(self, text, count):
        assert self.report(text) == count

    @pytest.mark.parametrize(("year", "count"), [(2023, 0), (2024, 0), (2025, 1)])
    def test_evidence_of_the_year_or_earlier_shows_it(self, year, count):
        evidence = (
            SECOND,
            "    indicators: [utbildade]\n",
            f"    indicators: [utbildade]\n    evidence: [{{date: {year}-01-01, kind: information}}]\n",
        )
        assert self.report("status: done; done_on: 2024-11-20", evidence) == count

    @pytest.mark.parametrize(("why", "found"), [("", True), ("\n    deviation: A.", False), ("\n    cause: A.", False)])
    def test_a_step_back_is_explained_by_either(self, why, found):
        text = f'reported_on: 2026-02-17\ncommitments:\n  "2.1":\n    status: ongoing{why}\n'
        assert bool(places("VBE610", more={"followup/2025/socialnamnden.yaml": text})) is found

    @pytest.mark.parametrize(
        ("text", "deadline", "message"),
        [
            ("status: ongoing; cause: A.", "2024-12-31", "Commitment 2.1 is late, without"),
            ("status: continuous; cause: A.", "2024-12-31", "Commitment 2.1 is late, without"),
            ("status: continuous; deviation: A.", "2025-12-31", "A deviation without"),
        ],
    )
    def test_late_or_deviating(self, text, deadline, message):
        old = SMALL[REPORT].partition('  "2.1":\n')[2].partition('  "2.2":')[0]
        new = "".join(f"    {line}\n" for line in text.split("; "))
        assert told("VBE611", (REPORT, old, new), (SECOND, "deadline: 2024-12-31", f"deadline: {deadline}"))[0].startswith(
            message
        )

    def test_boards_that_report_are_not_known_where_the_organisation_is_broken(self):
        listed = (PROFILE, "reporting_boards: [kommunstyrelsen, socialnamnden]", "reporting_boards: [kommunstyrelsen]")
        assert places("VBE617", listed) == [(REPORT, 1)]
        assert not places("VBE617", listed, (ORGANISATION, "boards:\n", "board:\n"))
        assert not places("VBE617", (PROFILE, "  reporting_boards: [kommunstyrelsen, socialnamnden]\n", ""))

    def test_a_board_that_took_over_may_report(self):
        after = "    successor: [omsorgsnamnden]\n  - id: omsorgsnamnden\n    name: Omsorgsnämnden\n"
        report = {"followup/2025/omsorgsnamnden.yaml": 'commitments:\n  "2.1": {status: continuous}\n'}
        listed = (
            PROFILE,
            "reporting_boards: [kommunstyrelsen, socialnamnden]",
            "reporting_boards: [kommunstyrelsen, omsorgsnamnden]",
        )
        ended = f"    name: Socialnämnden\n    valid_to: 2024-12-31\n{after}"
        undated = f"    name: Socialnämnden\n{after}"
        assert places("VBE607", (ORGANISATION, "    name: Socialnämnden\n", ended), more=report) == []
        late = [(REPORT, 7), (REPORT, 13), (REPORT, 16)]
        assert places("VBE607", (ORGANISATION, "    name: Socialnämnden\n", undated), listed, more=report) == late
        plain = after.removeprefix("    successor: [omsorgsnamnden]\n")
        assert places("VBE607", (ORGANISATION, "    name: Socialnämnden\n", f"    name: Socialnämnden\n{plain}"), more=report)

    def test_boards_that_succeed_each_other_are_followed_once(self):
        round_again = "    successor: [kommunstyrelsen]\n"
        both = (ORGANISATION, "    level: executive\n", "    level: executive\n    successor: [socialnamnden]\n")
        found = examined(both, (ORGANISATION, "    name: Socialnämnden\n", f"    name: Socialnämnden\n{round_again}"))
        assert {d.code for d in found} == {"VBE322"}

    def test_the_second_remark_is_read_too(self):
        more = "  - id: KF-2025-2\n    by: kommunfullmaktige\n    to: socialnamnden\n    text: Och sedan.\n    answer: Ja.\n"
        text = SMALL[DECISIONS] + more
        assert places("VBE619", more={DECISIONS: text}) == [(DECISIONS, text.count("\n"))]

    @pytest.mark.parametrize(
        ("definition", "found"),
        [
            ("Fördelat per skola.", True),
            ("Aldrig per skola.", False),
            ("Värdet gäller Ekskolan.", True),
            ("Aldrig Ekskolan.", True),
        ],
    )
    def test_a_part_of_the_city_is_named_or_ruled_out(self, definition, found):
        change = (FIRST, "Antal möten som gruppen har haft under året.", definition)
        assert bool(places("VBE606", change)) is found

    @pytest.mark.parametrize(
        ("unit", "value", "found"),
        [
            ("number", "-1", True), ("number", "0", False), ("number", "true", True), ("number", '"<5"', False),
            ("percent", "-1", True), ("percent", "0", False), ("percent", "100", False), ("percent", "101", True),
            ("yes_no", "true", False), ("yes_no", "5", True), ("yes_no", "null", False),
        ],
    )  # fmt: skip
    def test_a_value_of_its_unit(self, unit, value, found):
        changes = [(FIRST, "unit: number", f"unit: {unit}"), (FIRST, "    target: {2024: 4}\n", "")]
        assert bool(places("VBE615", *changes, (EXECUTIVE, "{value: 4}", f"{{value: {value}}}"))) is found

    @pytest.mark.parametrize(
        ("year", "months", "found"),
        [
            (2024, 24, False),
            (2025, 24, True),
            (2023, 24, True),
            (2022, 24, False),
            (2023, 13, True),
            (2023, 12, False),
            (2023, 6, False),
        ],
    )
    def test_a_value_in_a_year_that_has_one(self, year, months, found):
        changes = [(FIRST, "    every_months: 12\n    target", f"    every_months: {months}\n    first_year: {year}\n    target")]
        assert bool(places("VBE616", *changes)) is found

    def test_an_indicator_without_a_first_year_hides_no_other(self):
        second = "    every_months: 12\n    target: {2024: 100}"
        assert places("VBE616", (SECOND, second, f"    first_year: 2025\n{second}")) == [(REPORT, line_of(REPORT, "utbildade:"))]

    def test_a_share_without_its_number_hides_no_other(self):
        more = SMALL[SECOND].partition("indicators:\n  - ")[2].replace("id: utbildade", "id: andra")
        counted = "unit: percent\n    counts: persons"
        text = (SMALL[SECOND] + f"  - {more}").replace("unit: percent", counted)
        report = SMALL[REPORT].replace("utbildade: {value: 100, n: 40}", "utbildade: {value: 50}\n  andra: {value: 2, n: 100}")
        found = places("VBE604", more={SECOND: text, REPORT: report})
        assert found == [(REPORT, report.count("\n"))]

    def test_a_share_of_less_than_one_percent_gives_away_too(self):
        persons = (SECOND, "unit: percent", "unit: percent\n    counts: persons")
        assert places("VBE604", persons, (REPORT, "{value: 100, n: 40}", "{value: 0.5, n: 100}"))


class TestRoutines:
    def test_a_routine_without_a_known_approver_hides_no_other(self):
        changes = [
            (LEADING, "approved_by: kommundirektor", "approved_by: okand"),
            (ROUTINE, "approved_by: socialchef", "approved_by: medarbetare"),
        ]
        assert places("VBE508", *changes) == [(ROUTINE, 4)]

    def test_the_head_of_a_department_approves_wherever_the_head_sits(self):
        change = (ROUTINE, "approved_by: socialchef", "approved_by: kommundirektor")
        assert places("VBE508", change) == [(ROUTINE, 4)]
        assert not places("VBE508", change, (ORGANISATION, "head: socialchef", "head: kommundirektor"))

    def test_what_is_not_known_of_an_approver_is_no_fault(self):
        unknown = (
            ORGANISATION,
            "    name: Socialchefen\n    department: socialforvaltningen",
            "    name: Socialchefen\n    department: okand",
        )
        assert not [place for place in places("VBE508", unknown) if place[0] == GUIDANCE]

    @pytest.mark.parametrize(("reviewed", "found"), [("2023-02-28", True), ("2023-03-01", False)])
    def test_a_review_on_the_day_of_the_approval(self, reviewed, found):
        assert bool(places("VBE516", (ROUTINE, "- date: 2024-03-01", f"- date: {reviewed}"))) is found

    @pytest.mark.parametrize(
        ("basis", "message"),
        [
            ("kommunledningsforvaltningen/misstanke", "is no overall routine."),
            ("socialforvaltningen/orosanmalan", "builds on itself."),
        ],
    )
    def test_what_a_routine_may_build_on(self, basis, message):
        assert message in told("VBE518", (ROUTINE, "steps:\n", f"based_on: {basis}\nsteps:\n"))[0]

    def test_what_does_not_exist_is_another_rule(self):
        change = (LEADING, "based_on: overall/misstanke", "based_on: xyz/okand")
        assert places("VBE201", change)
        assert not places("VBE518", change)

    def test_overall_routines_that_build_on_each_other_are_followed_once(self):
        other = {"routines/overall/annan.yaml": SMALL[OVERALL].replace("steps:\n", "based_on: overall/misstanke\nsteps:\n")}
        assert examined((OVERALL, "steps:\n", "based_on: overall/annan\nsteps:\n"), more=other) == ()

    def test_a_step_is_wanted_where_the_profile_wants_it(self):
        step = "\n    obligations: [O-02-02]"
        for where, files in (("overall", {OVERALL}), ("department", {LEADING, ROUTINE}), ("all", {OVERALL, LEADING, ROUTINE})):
            profile = (
                PROFILE,
                "      what: kontakta säkerhetschefen\n",
                f"      what: kontakta säkerhetschefen\n      applies_to: {where}\n",
            )
            found = places("VBE502", profile, (OVERALL, step, ""), (ROUTINE, step, ""))
            assert {file for file, _line in found} == files

    def test_an_overall_routine_is_published_where_the_profile_wants_it(self):
        channels = (PROFILE, "  contact_point:", "  routine_channels: [webben]\n  contact_point:")
        webb = (ORGANISATION, "channels:\n", "channels:\n  - {id: webben, name: Webben}\n")
        assert places("VBE510", channels, webb) == [(OVERALL, line_of(OVERALL, "published_at"))]
        assert not places("VBE510", channels, webb, (OVERALL, "[intranatet]", "[intranatet, webben]"))
        assert places("VBE510", (OVERALL, "published_at: [intranatet]\n", "")) == [(OVERALL, 1)]

    def test_a_law_cited_by_what_was_never_approved_hides_no_other(self):
        changes = [
            (
                LEADING,
                'approved_on: 2023-03-01\nreviews:\n  - date: 2024-03-01\n    by: kommundirektor\n    outcome: no-change\n    version: "1.1"\n',
                'law_refs: ["2001:453"]\n',
            ),
            (ROUTINE, "- date: 2024-03-01", "- date: 2025-07-01"),
        ]
        assert [file for file, _line in places("VBE509", *changes)] == [ROUTINE]

    def test_a_law_is_replaced_from_its_day(self):
        assert not places("VBE509", (ROUTINE, "- date: 2024-03-01", "- date: 2025-06-30"))

    def test_a_step_of_the_police_hides_no_other(self):
        first = "  - who: polisen\n    does: Utreder och förhör den misstänkte.\n    within: genast\n"
        changes = [(ROUTINE, "steps:\n", f"steps:\n{first}")]
        assert not places("VBE504", *changes)
        wrong = (ROUTINE, "does: Kontaktar säkerhetschefen.", "does: Förhör eleven.")
        assert places("VBE504", *changes, wrong) == [(ROUTINE, line_of(ROUTINE, "does: Förhör", *changes, wrong))]

    @pytest.mark.parametrize(("version", "hint"), [("1.2", "Did you mean"), ("2017", "Its versions are 1.0 and 1.1.")])
    def test_an_unknown_version_that_may_be_meant(self, version, hint):
        assert hint in told("VBE515", (ROUTINE, 'version: "1.1"', f'version: "{version}"'))[1]


class TestPrivacy:
    @pytest.mark.parametrize(
        ("guarded", "obligation", "named"),
        [(2, "O-02-04", True), (1, "O-02-04", False), (2, "O-77-77", False), (2, "O-00-01", False)],
    )
    def test_a_club_in_guidance_that_carries_a_guarded_demand(self, guarded, obligation, named):
        changes = [
            (PROFILE, "areas: 2\n", f"areas: 2\nguarded_areas: [{guarded}]\n"),
            (GUIDANCE, 'commitments: ["2.3"]\nobligations: [O-02-04]', f"obligations: [{obligation}]"),
            (GUIDANCE, "Föräldrar får råd och kurser.", "Avtalet med Lindviks BK har sagts upp."),
        ]
        assert bool(places("VBE707", *changes)) is named

    def test_a_partner_may_be_named_and_staff_are_no_partners(self):
        guarded = (PROFILE, "areas: 2\n", "areas: 2\nguarded_areas: [2]\n")
        club = (REPORT, "Alla chefer gick utbildningen.", "Avtalet med Lindviks BK har sagts upp.")
        assert not places("VBE707", guarded, club, (ORGANISATION, "name: Polisen", "name: Lindviks BK"))
        assert places("VBE707", guarded, club, (ORGANISATION, "name: Samordningsgruppen", "name: Lindviks BK"))

    def test_a_role_is_read_for_a_name_in_its_account_too(self):
        for handle, found in (("@sakerhetschefen", False), ("@anna.andersson", True)):
            change = (ORGANISATION, "    contact: 0123-456 00\n", f"    contact: 0123-456 00\n    handle: '{handle}'\n")
            assert bool(places("VBE704", change)) is found

    @pytest.mark.parametrize(
        ("audience", "found"),
        [("medarbetare", False), ("invanare", True), ("polisen", True), ("okand", False), ("okand, invanare", True)],
    )
    def test_a_channel_is_public_when_the_public_reads_it(self, audience, found):
        channel = (ORGANISATION, "    name: Intranätet\n", f"    name: Intranätet\n    audience: [{audience}]\n")
        assert bool(places("VBE708", channel)) is found

    def test_a_public_document_hides_no_internal_one(self):
        channel = (ORGANISATION, "    name: Intranätet\n", "    name: Intranätet\n    audience: [invanare]\n")
        first = (LEADING, "based_on:", "audience: public\nbased_on:")
        assert places("VBE708", channel, first) == [(OVERALL, line_of(OVERALL, "published_at"))]

    STORY = "en 14-årig flicka på skolan"

    @pytest.mark.parametrize("story", [STORY, STORY.upper(), STORY.replace("å", "a\u030a"), STORY.replace("årig", "å\u00adrig")])
    def test_a_story_however_it_is_written(self, story):
        assert places("VBE705", (REPORT, "Alla chefer gick utbildningen.", f"Gäller {story}."))

    def test_a_story_hidden_by_escapes(self):
        hidden = self.STORY.replace("å", "\\u00e5")
        assert places("VBE705", (REPORT, "Alla chefer gick utbildningen.", f'"Gäller {hidden}."'))

    def test_a_story_in_a_comment_is_placed_at_its_sign(self):
        change = (REPORT, "    result: Alla chefer gick utbildningen.\n", f"    result: Ja.  # Gäller {self.STORY}.\n")
        [found] = [d.location for d in examined(change) if d.code == "VBE705"]
        where = (found.line, found.column, found.end_line, found.end_column)
        line = line_of(REPORT, "    result: Alla")
        assert where == (line, 18, line, 19)

    NUMBER = "0701-740605"

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            (f"    contact: {NUMBER}\n", "in the field “contact”"),
            (f"    anna_andersson: {NUMBER}\n", "A phone number that is not on the list"),
            (f"    # {NUMBER}\n", "A phone number that is not on the list"),
            (f"    {NUMBER}: x\n", "A phone number that is not on the list"),
        ],
    )
    def test_a_number_is_told_with_its_field_where_it_is_one(self, line, words):
        assert words in told("VBE703", (ORGANISATION, "    contact: 0123-456 00\n", line))[0]

    @pytest.mark.parametrize(
        ("code", "text", "message"),
        [
            ("VBE701", "19121212-1212", "A personal number stands"),
            ("VBE702", "anna.andersson@lindvik.example", "A personal e-mail address"),
            ("VBE703", NUMBER, "A phone number"),
        ],
    )
    def test_what_stands_in_a_name_is_told_apart_from_what_stands_inside(self, code, text, message):
        inside = told(code, (REPORT, "Alla chefer gick utbildningen.", text))[0]
        named = told(code, more={f"routines/socialforvaltningen/{text}.yaml": SMALL[ROUTINE]})[0]
        assert inside.startswith(message)
        assert "file's name" not in inside
        assert "file's name" in named


class TestWording:
    TERMS = (
        PROFILE,
        "areas: 2\n",
        "areas: 2\nterms:\n  - {find: hemsida, use: webbplats, why: Språkrådet.}\n  - {find: gamla ordet, use: nya ordet}\n",
    )

    def test_a_term_is_pointed_at_and_explained(self):
        change = (REPORT, "Exemplet har setts över.", "Det finns på en Hemsida nu.")
        [found] = [d for d in examined(self.TERMS, change) if d.code == "VBE801"]
        line = line_of(REPORT, "    result: Exemplet")
        assert (found.location.line, found.location.column, found.location.end_column) == (line, 29, 36)
        assert found.hint == "Write “webbplats”. Språkrådet."
        assert told("VBE801", self.TERMS, (REPORT, "Exemplet har setts över.", "Det gamla ordet."))[1] == "Write “nya ordet”."

    def test_a_term_that_begins_its_value_is_pointed_at(self):
        [found] = [d for d in examined(self.TERMS, (REPORT, "Exemplet har setts över.", "hemsida")) if d.code == "VBE801"]
        assert (found.location.column, found.location.end_column) == (13, 20)

    def test_a_word_that_only_looks_alike_hides_no_term_after_it(self):
        assert len(places("VBE801", self.TERMS, (REPORT, "Exemplet har setts över.", "En hemsıda och en hemsida."))) == 1

    def test_an_id_is_no_word(self):
        channel = [(ORGANISATION, "- id: intranatet", "- id: hemsida"), (OVERALL, "[intranatet]", "[hemsida]")]
        assert not places("VBE801", self.TERMS, *channel)

    def test_a_term_that_is_folded_or_escaped_is_found(self):
        assert places("VBE801", self.TERMS, (REPORT, "Exemplet har setts över.", "Det\n      gamla\n      ordet."))
        assert places("VBE801", self.TERMS, (REPORT, "Exemplet har setts över.", '"Vår hem\\u0073ida."'))

    @pytest.mark.parametrize(
        ("ended", "found"), [("", True), ("    valid_to: 2024-01-01\n", False), ("    successor: [polisen]\n", False)]
    )
    def test_an_actor_that_has_ended_keeps_its_name(self, ended, found):
        change = (ORGANISATION, "    name: Invånarna\n", f"    name: Hemsida\n{ended}")
        second = (ORGANISATION, "audiences:\n", "audiences:\n  - {id: forst, name: Först}\n")
        assert bool(places("VBE801", self.TERMS, change, second)) is found

    def test_other_names_and_other_texts_of_an_ended_actor_are_read(self):
        ended = "    name: Polisen\n    valid_to: 2024-01-01\n    successor: [polisen]\n"
        actor = (ORGANISATION, "    name: Polisen\n", ended)
        assert places("VBE801", self.TERMS, actor, (ORGANISATION, "duty: Utreder brott.", "duty: Har en hemsida."))
        assert places("VBE801", self.TERMS, (ORGANISATION, "name: Intranätet", "name: Hemsida"))

    @pytest.mark.parametrize(("words", "found"), [(30, False), (31, True)])
    def test_a_sentence_of_thirty_words(self, words, found):
        assert bool(places("VBE802", (REPORT, "Exemplet har setts över.", " ".join(["vi"] * words) + "."))) is found

    @pytest.mark.parametrize(
        "change",
        [
            (REPORT, "    result: Exemplet har setts över.\n", f"    result: Ja.\n    internal_note: {'vi ' * 40}\n"),
            (SECOND, "budget_ref: Verksamhetsplan och budget 2024", f"budget_ref: {'vi ' * 40}"),
            (ORGANISATION, "duty: Utreder brott.", f"duty: {'vi ' * 40}"),
        ],
    )
    def test_what_nobody_reads_as_prose_may_be_long(self, change):
        assert not places("VBE802", change)

    @pytest.mark.parametrize(
        ("texts", "words", "long", "lix"),
        [(10, 100, 40, None), (10, 100, 41, 51), (10, 99, 99, None), (1, 100, 41, 141), (10, 102, 41, None), (10, 102, 42, 51)],
    )
    def test_a_hard_text_to_the_word(self, texts, words, long, lix):
        """So many words, of which so many have seven letters and the others six, in so many texts."""
        listed = ["sjusjus"] * long + ["sexsex"] * (words - long)
        parts = [" ".join(listed[number::texts]) for number in range(texts)]
        fields = ("result", "deviation", "cause", "next_step")
        content = "".join(
            f'  "{identity}":\n    status: ongoing\n'
            + "".join(f"    {field}: {part}\n" for field, part in zip(fields, parts[start : start + 4], strict=False))
            for identity, start in (("2.1", 0), ("2.2", 4), ("2.3", 8))
        )
        found = [d.message for d in examined(more={REPORT: f"commitments:\n{content}"}) if d.code == "VBE803"]
        assert found == ([] if lix is None else [f"The text is hard to read: LIX {lix}."])

    def test_the_second_piece_of_evidence_is_read_too(self):
        pieces = "[{date: 2024-01-01, kind: information}, {date: 2024-01-02, kind: situation_picture, partners: [polisen], environments: [autonom]}]"
        change = (SECOND, "    indicators: [utbildade]\n", f"    indicators: [utbildade]\n    evidence: {pieces}\n")
        assert len(places("VBE806", change)) == 1


class TestPages:
    def test_a_page_for_a_terminal(self):
        lines = page(all_rules()["VBE201"]).splitlines()
        assert lines[0] == "VBE201 dangling-reference (error)"
        assert lines[2] == "A record names something that does not exist."
        assert "    responsible: [socialnamden]" in lines
        assert max(map(len, lines)) <= 80

    def test_a_page_as_markdown(self):
        text = markdown_page(all_rules()["VBE201"])
        assert "```yaml\nresponsible: [socialnamden]\n```" in text
        assert "obligations, indicators, routines and channels are named by their ids. A name" in text

    def test_an_example_keeps_its_lines(self):
        assert "\n        - {who: medarbetare, does: Pratar med sin chef.}\n" not in page(all_rules()["VBE502"])
        assert "    steps:\n      - {who: medarbetare, does: Pratar med sin chef.}\n" in page(all_rules()["VBE502"])

    def test_the_first_line_is_the_summary_in_the_readers_language(self):
        assert summary(all_rules()["VBE201"]) == "A record names something that does not exist."
        activate("sv")
        assert summary(all_rules()["VBE201"]) != "A record names something that does not exist."
