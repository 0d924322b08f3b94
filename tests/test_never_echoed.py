"""Whatever is found, no format prints it: neither where it stands nor where another rule would quote it.

The numbers belong to nobody and are made when the test runs; see `privacy/number_corpus.py`.
"""

from __future__ import annotations

import importlib.util
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.rule_cases import changed_files
from vbe.cli import run
from vbe.output.registry import names, writer
from vbe.rules import all_rules
from vbe.rules.checker import examine
from vbe.rules.pages import summary
from vbe.store.repository import Disk

HERE = Path(__file__).parent
BASE = HERE / "rules" / "base"
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
ORGANISATION = "strategy/organisation.yaml"
AREA = "measures/01-samordning.yaml"


def _number_corpus():
    spec = importlib.util.spec_from_file_location("number_corpus_of_never_echoed", HERE / "privacy" / "number_corpus.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


corpus = _number_corpus()
RNG = random.Random(20170227)
KINDS = ("personal", "coordination", "interim")


def hyphened(number: str) -> str:
    return f"{number[:8]}-{number[8:]}"


def short(number: str) -> str:
    return f"{number[2:8]}-{number[8:]}"


def escaped(number: str) -> str:
    """Digits that only a YAML parser sees."""
    return "".join(f"\\x{ord(character):02x}" for character in number)


class Tree:
    """A clean repository in which things are planted."""

    def __init__(self, root: Path):
        self.root = root
        shutil.copytree(BASE, root, dirs_exist_ok=True)

    def change(self, file: str, old: str, new: str):
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def rename(self, file: str, name: str):
        target = self.root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.root / file).rename(target)


# Where a number is planted: in what is found (value, key, comment, name, escape) and where another rule would quote it.
# Each takes the tree and the number, and gives the code of the rule that would quote it, or none.


def in_value(tree, n):
    tree.change(ROUTINE, "title: Orosanmälan", f"title: Orosanmälan {hyphened(n)}")


def in_comment(tree, n):
    tree.change(ROUTINE, "title:", f"# se {short(n)}\ntitle:")


def in_comment_that_suppresses(tree, n):
    tree.change(ROUTINE, "title: Orosanmälan", f"title: Orosanmälan # vbe: ignore[VBE701,VBE201] gäller {n}")


def in_escape(tree, n):
    tree.change(ROUTINE, "title: Orosanmälan", f'title: "Orosanmälan {escaped(n)}"')


def in_folded_text(tree, n):
    tree.change(ROUTINE, "title: Orosanmälan", f"title: Orosanmälan\nnotes: >-\n  Gäller {n[:8]}-\n\n  {n[8:]} enligt uppgift.")


def in_full_width(tree, n):
    tree.change(ROUTINE, "title: Orosanmälan", "title: " + "".join(chr(ord(c) + 0xFEE0) for c in short(n)))


def in_unknown_key(tree, n):
    tree.change(ROUTINE, "title:", f'"{n}": x\ntitle:')
    return "VBE117"


def in_duplicate_key(tree, n):
    tree.change(ROUTINE, "title:", f'"{short(n)}": x\n"{short(n)}": y\ntitle:')
    return "VBE115"


def in_dangling_reference(tree, n):
    tree.change(ROUTINE, "who: medarbetare", f"who: chef-{short(n).replace('+', '-').lower()}")
    return "VBE201"


def in_owner_that_is_nobody(tree, n):
    tree.rename(ROUTINE, f"routines/enhet-{short(n).lower()}/orosanmalan.yaml")
    return "VBE204"


def in_did_you_mean(tree, n):
    known = f"enhet-{short(n).lower()}"
    tree.change(ORGANISATION, "roles:", f"units:\n  - id: {known}\n    name: Enheten\nroles:")
    tree.change(ROUTINE, "who: medarbetare", f"who: enheten-{short(n).lower()}")
    return "VBE201"


def in_duplicate_id(tree, n):
    entry = f"  - id: enhet-{short(n).lower()}\n    name: Enheten\n"
    tree.change(ORGANISATION, "roles:", f"units:\n{entry}{entry}roles:")
    return "VBE203"


def in_foreign_enumeration(tree, n):
    tree.change(ROUTINE, "status: in_force", f'status: "{n}"')
    return "VBE120"


def in_case_number(tree, n):
    tree.change("strategy/strategy.yaml", '"KS/2022:100"', f'"Dnr {hyphened(n)}"')
    return "VBE313"


def in_unquoted_number(tree, n):
    tree.change(ROUTINE, "title: Orosanmälan", f"title: {n}")


def in_waiver(tree, n):
    with (tree.root / "vbe.yaml").open("a", encoding="utf-8") as profile:
        profile.write(
            f"waivers:\n  - rule: VBE701\n    record: x-{short(n)}\n    reason: Gäller {n}.\n"
            "    decided_by: sakerhetschef\n    until: 2099-12-31\n"
        )
    return "VBE207"


def in_file_name(tree, n):
    tree.rename(ROUTINE, f"routines/socialforvaltningen/barn-{short(n).lower()}.yaml")


def in_name_of_broken_file(tree, n):
    tree.rename(ROUTINE, f"routines/socialforvaltningen/{short(n).lower()}.yaml")
    (tree.root / f"routines/socialforvaltningen/{short(n).lower()}.yaml").write_text("a: [", encoding="utf-8")
    return "VBE107"


def in_name_that_is_bad(tree, n):
    tree.rename(ROUTINE, f"routines/socialforvaltningen/Å {short(n)}.yaml")
    return "VBE126"


def in_name_that_differs_in_case(tree, n):
    for name in ("a", "A"):
        shutil.copy(tree.root / ROUTINE, tree.root / f"routines/socialforvaltningen/{name}-{short(n).lower()}.yaml")
    return "VBE127"


def in_attachment(tree, n):
    (tree.root / "measures" / "brev.eml").write_text(f"Subject: {hyphened(n)}\n\nHej\n", encoding="utf-8")
    return "VBE706"


def in_stray_file(tree, n):
    (tree.root / "measures" / f"lista-{short(n).lower()}.txt").write_text(f"{n}\n", encoding="utf-8")
    return "VBE125"


def in_broken_yaml(tree, n):
    tree.change(ROUTINE, "title: Orosanmälan", f"title: Orosanmälan: {hyphened(n)}")
    return "VBE107"


def in_broken_profile(tree, n):
    tree.change("vbe.yaml", "areas: 2", f'areas: "{hyphened(n)}"')
    return "VBE119"


def in_outdated_term(tree, n):
    tree.change("vbe.yaml", "contacts:", f'terms:\n  - find: barn {short(n)}\n    use: "{n}"\ncontacts:')
    tree.change(ROUTINE, "Kontaktar säkerhetschefen.", f"Kontaktar Barn {short(n)}.")
    return "VBE801"


PLANTED = [value for name, value in list(globals().items()) if name.startswith("in_")]
CLEAR_OF_701 = {in_broken_profile}
"""Where the profile itself is broken, the rules are not run; that nothing is printed holds all the same."""


def is_told(code: str, output: str, form: str) -> bool:
    """Whether the output names the rule. Suggestions only tell of what has one right answer, and never beside a person."""
    return form == "suggestions" or code in output


def seen(output: str, number: str) -> bool:
    """Whether the number, as written or as the format escapes it, is in the output."""
    folded = "".join(chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else c for c in output)
    decoded = re.sub(r"\\x([0-9a-fA-F]{2})", lambda match: chr(int(match[1], 16)), folded)
    unescaped = re.sub(r"%([0-9A-Fa-f]{2})", lambda match: chr(int(match[1], 16)), decoded)
    whole = rf"{number[2:8]}\W{{0,20}}{number[8:]}"
    return any(re.search(whole, text, re.IGNORECASE) for text in (output, folded, decoded, unescaped))


def validate(root: Path, capfd, *arguments: str) -> tuple[int, str, str]:
    capfd.readouterr()
    code = run(["validate", "--root", str(root), *arguments])
    out, err = capfd.readouterr()
    return code, out, err


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_no_format_prints_a_number(plant, kind, tmp_path, capfd):
    number = corpus.number(RNG, kind)
    tree = Tree(tmp_path)
    quoted_by = plant(tree, number)
    code, out, err = validate(tree.root, capfd, "--format", "json")
    assert code == 1
    assert not seen(out + err, number)
    codes = set(re.findall(r'"code": "(VBE\d+)"', out))
    assert plant in CLEAR_OF_701 or "VBE701" in codes, codes
    assert quoted_by is None or quoted_by in codes, codes
    source = Disk(tree.root)
    verdict = examine(source)
    for form in names("validate"):
        for show_waived in (False, True):
            assert not seen(writer("validate", form)(verdict, source, show_waived=show_waived), number), form


@pytest.mark.parametrize("form", names("validate"))
def test_no_format_prints_any_of_many_numbers(form, tmp_path, capfd):
    """All at once, as the command prints it, in both languages."""
    tree = Tree(tmp_path)
    numbers = []
    for plant in (
        in_value,
        in_comment,
        in_folded_text,
        in_did_you_mean,
        in_case_number,
        in_outdated_term,
        in_attachment,
        in_stray_file,
    ):
        numbers.append(corpus.number(RNG))
        plant(tree, numbers[-1])
    for language in ("sv", "en"):
        code, out, err = validate(tree.root, capfd, "--format", form, "--show-waived", "--lang", language)
        assert code == 1
        assert not [number for number in numbers if seen(out + err, number)]


def test_the_check_itself_sees_a_number():
    number = corpus.number(RNG)
    for written in (number, hyphened(number), short(number), escaped(number), number.replace("-", "%2D")):
        assert seen(f"x {written} y", number)
    assert not seen("x 2017-02-15 y", number)


@pytest.mark.parametrize("form", names("validate"))
def test_a_file_with_a_number_in_its_name_is_found_when_it_is_asked_for(form, tmp_path, capfd):
    number = corpus.number(RNG)
    tree = Tree(tmp_path / "tree")
    in_file_name(tree, number)
    asked = tree.root / f"routines/socialforvaltningen/barn-{short(number)}.yaml"
    code, out, err = validate(tree.root, capfd, "--format", form, str(asked))
    assert code == 1
    assert is_told("VBE701", out, form)
    assert not seen(out + err, number)


def test_a_file_that_is_not_there_is_not_named_by_its_number(tmp_path, capfd):
    number = corpus.number(RNG)
    tree = Tree(tmp_path / "tree")
    code, out, err = validate(tree.root, capfd, str(tree.root / "routines" / f"{short(number)}.yaml"))
    assert code == 2
    assert not seen(out + err, number)


# What is no number: an address, a phone, a name, a story.

PRIVATE = {
    "address": ("VBE702", "fornamn.efternamn@lindvik.example"),
    "phone": ("VBE703", "070-174 06 05"),
    "name": ("VBE704", "Anna Andersson"),
}
PLACES = {
    "role name": lambda tree, text: tree.change(ORGANISATION, "name: Socialchefen", f"name: {text}"),
    "contact": lambda tree, text: tree.change(ORGANISATION, "contact: 0123-456 00", f"contact: {text}"),
    "unknown key": lambda tree, text: tree.change(ORGANISATION, "    contact: 0123-456 00", f'    "{text}": x'),
}


@pytest.mark.parametrize("form", names("validate"))
@pytest.mark.parametrize("sort", PRIVATE)
@pytest.mark.parametrize("place", ["role name", "contact"])
def test_no_format_prints_a_person(place, sort, form, tmp_path, capfd):
    code, text = PRIVATE[sort]
    tree = Tree(tmp_path / "tree")
    PLACES[place](tree, text)
    exit_code, out, err = validate(tree.root, capfd, "--format", form)
    assert exit_code == 1
    assert is_told(code, out, form)
    assert not re.search(re.escape(text), out + err, re.IGNORECASE)


@pytest.mark.parametrize("form", names("validate"))
@pytest.mark.parametrize("sort", ["address", "phone"])
def test_no_message_quotes_an_address_or_a_phone(sort, form, tmp_path, capfd):
    tree = Tree(tmp_path / "tree")
    PLACES["unknown key"](tree, PRIVATE[sort][1])
    _code, out, err = validate(tree.root, capfd, "--format", form)
    assert is_told("VBE117", out, form)
    assert PRIVATE[sort][1] not in out + err


@pytest.mark.parametrize("form", names("validate"))
def test_an_id_that_is_a_name_is_quoted_by_no_rule(form, tmp_path, capfd):
    tree = Tree(tmp_path / "tree")
    tree.change(ROUTINE, "who: medarbetare", "who: anna-andersson")
    tree.change(ROUTINE, "owner_role: socialchef", "owner_role: erik-karlsson")
    tree.change(ORGANISATION, "  - id: sakerhetschef", "  - id: erik-karlson\n    name: Chef\n  - id: sakerhetschef")
    _code, out, err = validate(tree.root, capfd, "--format", form)
    assert is_told("VBE704", out, form)
    assert is_told("VBE201", out, form)
    assert not re.search("andersson|karlsson", out + err)


STORY = "En 17-årig elev"


@pytest.mark.parametrize("form", names("validate"))
def test_no_line_of_a_story_is_shown(form, tmp_path, capfd):
    tree = Tree(tmp_path / "tree")
    tree.change("vbe.yaml", "contacts:", "terms:\n  - find: hemsida\n    use: webbplats\ncontacts:")
    tree.change(
        ROUTINE,
        "does: Kontaktar säkerhetschefen.",
        f"does: >-\n      {STORY}\n      som läste kommunens hemsida\n      och sade något.",
    )
    _code, out, err = validate(tree.root, capfd, "--format", form)
    assert is_told("VBE705", out, form)
    assert is_told("VBE801", out, form)
    for words in ("17-årig", "som läste", "sade något"):
        assert words not in out + err


@pytest.mark.parametrize("code", [code for code in all_rules() if code.startswith("VBE7")])
def test_privacy_is_neither_suppressed_nor_waived(code, tmp_path, capfd):
    case = HERE / "rules" / f"{code}-{all_rules()[code].name}" / "bad"
    tree = Tree(tmp_path / "tree")
    number = corpus.number(RNG)
    for file, content in changed_files(case).items():
        text = re.sub(r"# expect: (VBE\d+).*", f"# vbe: ignore[{code}] prov", content.decode())
        (tree.root / file).write_text(re.sub("NUMMER-[A-Z]+", hyphened(number), text), encoding="utf-8")
    if code == "VBE706":
        (tree.root / "measures" / "lista.xlsx").write_bytes(b"PK")
    with (tree.root / "vbe.yaml").open("a", encoding="utf-8") as profile:
        profile.write(
            f'waivers:\n  - rule: {code}\n    record: "*"\n    reason: Prov.\n    decided_by: sakerhetschef\n    until: 2099-12-31\n'
        )
    exit_code, out, _err = validate(tree.root, capfd, "--format", "json", "--strict")
    assert exit_code == 1
    assert re.search(rf'"code": "{code}"[^{{}}]*"waived": false', out)
    assert not re.search(rf'"code": "{code}"[^{{}}]*"waived": true', out)


@pytest.mark.parametrize("form", names("validate"))
def test_no_format_prints_a_small_count(form, tmp_path, capfd):
    tree = Tree(tmp_path)
    tree.change(AREA, "    direction: increase\n", "    direction: watch\n    counts: cases\n")
    tree.change(AREA, "    target: {2024: 4}\n", "    target: {2024: 40}\n")
    tree.change("followup/2024/kommunstyrelsen.yaml", "moten: {value: 4}", "moten: {value: 3}")
    _code, out, err = validate(tree.root, capfd, "--format", form)
    assert is_told("VBE603", out, form)
    assert "moten: {value: 3" not in out + err


def test_beside_a_number_a_message_says_only_what_its_rule_is_about(tmp_path):
    tree = Tree(tmp_path)
    in_dangling_reference(tree, corpus.number(RNG))
    tree.change(ROUTINE, "owner_role: socialchef", "owner_role: socialchefn")
    dangling = [d for d in examine(Disk(tree.root)).diagnostics if d.code == "VBE201"]
    assert ["socialchef" in d.message for d in dangling] == [True, False]
    assert dangling[1].message == summary(all_rules()["VBE201"])


def test_a_process_of_its_own_prints_nothing_either(tmp_path):
    """With the colours, the streams and the traceback hooks of a real run."""
    number = corpus.number(RNG)
    tree = Tree(tmp_path / "tree")
    in_unknown_key(tree, number)
    result = subprocess.run(
        [sys.executable, "-m", "vbe", "validate", "--root", str(tree.root)],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        env={"FORCE_COLOR": "1", "VBE_DEBUG": "1", "PATH": "", "PYTHONIOENCODING": "utf-8"},
    )
    assert result.returncode == 1
    assert "VBE701" in result.stdout
    assert not seen(result.stdout + result.stderr, number)
