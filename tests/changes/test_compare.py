"""What is seen as a change, and what is not."""

from __future__ import annotations

import pytest
from small_repositories import corpus_of

from vbe.domain.changes.compare import compare, compare_records
from vbe.domain.changes.model import ChangeType

ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
AREA = "measures/02-stod.yaml"


def only(changes):
    (change,) = changes
    return change


def test_nothing_changed(base, files):
    assert compare(base, corpus_of(files)) == ()


def test_layout_comments_and_key_order_are_no_changes(base, edited):
    after = edited(
        ROUTINE,
        ("title: Orosanmälan\nstatus: in_force\n", "# said first\nstatus: 'in_force'\ntitle:   Orosanmälan\n"),
    )
    assert compare(base, after) == ()


def test_a_field_before_and_after(base, edited):
    change = only(compare(base, edited(ROUTINE, ("owner_role: socialchef", "owner_role: sakerhetschef"))))
    assert (change.kind, change.id, change.what) == ("routine", "socialforvaltningen/orosanmalan", ChangeType.CHANGED)
    assert (change.owners, change.departments) == (("socialforvaltningen",), ("socialforvaltningen",))
    field = only(change.fields)
    assert (field.route, field.old, field.new) == (("owner_role",), "socialchef", "sakerhetschef")


def test_a_step_in_front_leaves_the_others_alone(base, edited):
    after = edited(ROUTINE, ("steps:\n", "steps:\n  - {who: medarbetare, does: Andas lugnt., within: genast}\n"))
    field = only(only(compare(base, after)).fields)
    assert (field.what, field.new_position, field.old_position) == (ChangeType.ADDED, 0, None)


def test_a_changed_step_is_the_same_step(base, edited):
    field = only(only(compare(base, edited(ROUTINE, ("within: genast", "within: inom 24 timmar")))).fields)
    assert field.what is ChangeType.CHANGED
    assert only(field.parts).route == ("steps", 0, "within")


def test_steps_that_change_places(base, files):
    steps = (
        "  - {who: medarbetare, does: Ringer alarmnumret., when: Någon är i fara.}\n"
        "  - {who: socialchef, does: Skriver en rapport., when: Veckan efter.}\n"
    )
    swapped = "".join(reversed(steps.splitlines(keepends=True)))
    before = corpus_of(files | {ROUTINE: files[ROUTINE].replace("prohibitions:", steps + "prohibitions:")})
    after = corpus_of(files | {ROUTINE: files[ROUTINE].replace("prohibitions:", swapped + "prohibitions:")})
    field = only(only(compare(before, after)).fields)
    assert field.what is ChangeType.MOVED


def test_a_list_of_ids_is_a_set_with_an_order(base, edited):
    after = edited(AREA, ("aims: [framja, forebygga]", "aims: [forebygga, framja]"))
    assert only(only(compare(base, after)).fields).what is ChangeType.MOVED
    after = edited(AREA, ("aims: [forebygga, framja]", "aims: [forebygga]"))
    assert only(only(compare(base, after)).fields).old == ("framja",)


def test_true_is_not_one(base, edited):
    before = edited("followup/2024/socialnamnden.yaml", ("value: 100", "value: 1"))
    after = edited("followup/2024/socialnamnden.yaml", ("value: 1", "value: true"))
    assert only(compare(before, after)).fields


def test_a_renamed_file_is_followed(base, files):
    files["routines/socialforvaltningen/anmalan.yaml"] = files.pop(ROUTINE).replace("within: genast", "within: samma dag")
    change = only(compare(base, corpus_of(files)))
    assert (change.what, change.old_id) == (ChangeType.RENAMED, "socialforvaltningen/orosanmalan")
    assert change.fields


def test_a_routine_in_another_department_has_moved(base, files):
    files["routines/kommunledningsforvaltningen/orosanmalan.yaml"] = files.pop(ROUTINE)
    assert only(compare(base, corpus_of(files))).what is ChangeType.MOVED


def test_a_renamed_area_file_is_the_same_area(base, files):
    files["measures/02-stod-till-den-som-behover.yaml"] = files.pop(AREA)
    change = only(compare(base, corpus_of(files)))
    assert (change.what, change.id, change.old_file) == (ChangeType.RENAMED, "02", AREA)


def test_a_commitment_with_another_number_and_those_who_name_it(base, files):
    for file, text in files.items():
        files[file] = text.replace('"2.3"', '"2.7"')
    changes = {(change.kind, change.id): change for change in compare(base, corpus_of(files))}
    moved = changes.pop(("commitment", "2.7"))
    assert (moved.what, moved.old_id, moved.fields) == (ChangeType.RENAMED, "2.3", ())
    assert changes
    assert all(change.follows for change in changes.values())


def test_commitments_that_swap_numbers(base, edited):
    after = edited(AREA, ('id: "2.1"', 'id: "2.9"'), ('id: "2.3"', 'id: "2.1"'), ('id: "2.9"', 'id: "2.3"'))
    renamed = {c.old_id: c.id for c in compare(base, after) if c.kind == "commitment"}
    assert renamed == {"2.1": "2.3", "2.3": "2.1"}


def test_a_commitment_that_moves_to_another_area(base, files):
    _head, middle = files[AREA].split('  - id: "2.3"', 1)
    moved, tail = middle.split("indicators:\n  - id: utbildade", 1)
    files[AREA] = files[AREA].replace('  - id: "2.3"' + moved, "")
    files["measures/01-samordning.yaml"] = files["measures/01-samordning.yaml"].replace(
        "indicators:\n  - id: moten", '  - id: "1.2"' + moved + "indicators:\n  - id: moten"
    )
    change = only(c for c in compare(base, corpus_of(files)) if c.kind == "commitment")
    assert (change.what, change.old_id, change.id) == (ChangeType.MOVED, "2.3", "1.2")
    assert tail


@pytest.mark.parametrize(
    ("replacement", "review"),
    [
        (("- date: 2024-03-01", "- date: 2024-09-01"), True),
        (("outcome: no-change", "outcome: revised"), True),
        (("within: genast", "within: samma dag"), False),
    ],
)
def test_reviews_stand_apart_from_edits(base, edited, replacement, review):
    assert only(compare(base, edited(ROUTINE, replacement))).review is review


def test_a_waiver_is_an_entry(base, edited):
    waiver = 'waivers: [{rule: VBE401, record: "2.1", reason: Texten säger inget., decided_by: socialchef, until: 2025-01-01}]\n'
    after = edited("vbe.yaml", ("executive_board:", waiver + "executive_board:"))
    change = only(compare(base, after))
    assert (change.kind, change.id, change.what) == ("waiver", "VBE401 2.1", ChangeType.ADDED)


def test_an_actor_that_becomes_another_sort(base, edited):
    after = edited(
        "strategy/organisation.yaml",
        ("audiences:\n  - id: invanare\n    name: Invånarna\n", "units:\n  - id: invanare\n    name: Invånarna\n"),
    )
    change = only(compare(base, after))
    assert (change.id, [field.field for field in change.fields]) == ("invanare", ["sort"])


def test_one_record_over_time(base, edited):
    before = base.by_file[AREA]
    after = edited(AREA, ("priority: 2", "priority: 1")).by_file[AREA]
    assert [c.kind for c in compare_records(before, after)] == ["commitment"]
    assert [c.what for c in compare_records(None, base.by_file[ROUTINE])] == [ChangeType.ADDED]
    assert [c.what for c in compare_records(base.by_file[ROUTINE], None)] == [ChangeType.REMOVED]
    assert compare_records(None, None) == ()


def test_board_changes_belong_to_the_departments_that_serve_it(base, edited):
    change = only(compare(base, edited("guidance/socialnamnden/foraldrastod.yaml", ("title: Stöd", "title: Mer stöd"))))
    assert (change.owners, change.departments) == (("socialnamnden",), ("socialforvaltningen",))
