"""The schemas take what the models take, explain every field in Swedish, and stand in `schemas/` as they are."""

import copy
import re
from pathlib import Path

import jsonschema
import pytest
from pydantic import ValidationError

from tools.generated import ROOT, generated
from vbe.documents import parse_text
from vbe.language import activate, active_language
from vbe.model.fields import Year
from vbe.model.labels import VALUES
from vbe.model.places import FOLDERS
from vbe.model.records import KINDS, kind_of
from vbe.model.schemas import YEAR_PATTERN, english_texts, modeline, schema

BASE = Path(__file__).parent / "rules" / "base"
KIND_CASES = [pytest.param(kind, id=kind.name) for kind in KINDS]


def files(root):
    found = [root / "vbe.yaml", *(file for folder in FOLDERS for file in (root / folder).rglob("*.yaml"))]
    return [pytest.param(root, file.relative_to(root).as_posix(), id=f"{root.name}/{file.stem}") for file in sorted(found)]


DATA = [*files(ROOT), *files(BASE)]


def plain(value):
    """As an editor reads it: every key a text, lists as lists."""
    if isinstance(value, dict):
        return {str(key): plain(member) for key, member in value.items()}
    return [plain(member) for member in value] if isinstance(value, tuple) else value


def read(root, file):
    document, findings = parse_text(file, (root / file).read_text(encoding="utf-8"))
    assert document is not None, findings
    return kind_of(file)[0], document.value


def checker(kind):
    form = schema(kind)
    jsonschema.Draft202012Validator.check_schema(form)
    return jsonschema.Draft202012Validator(form)


def parts(form):
    return [form, *form.get("$defs", {}).values()]


@pytest.mark.parametrize("path", sorted(generated()))
def test_what_is_generated_stands_in_its_file(path):
    assert (ROOT / path).read_text(encoding="utf-8") == generated()[path], "run `make schemas docs`"


@pytest.mark.parametrize(("root", "file"), DATA)
def test_the_schema_takes_every_record(root, file):
    kind, value = read(root, file)
    assert [f"{list(error.path)}: {error.message}" for error in checker(kind).iter_errors(plain(value))] == []


@pytest.mark.parametrize(("root", "file"), DATA)
def test_the_schema_takes_nothing_where_the_model_does(root, file):
    kind, value = read(root, file)
    form = checker(kind)
    for name, field in kind.model.model_fields.items():
        if field.is_required() or field.default is not None:
            continue
        emptied = {**value, name: None}
        kind.model.model_validate(emptied)
        assert form.is_valid(plain(emptied)), name


@pytest.mark.parametrize(("root", "file"), files(BASE))
def test_the_schema_refuses_an_unknown_field_wherever_the_model_does(root, file):
    kind, value = read(root, file)
    form = checker(kind)
    tried = 0
    for place in mappings(plain(value)):
        bad = copy.deepcopy(plain(value))
        target = bad
        for step in place:
            target = target[step]
        target["okand"] = 1
        try:
            kind.model.model_validate(frozen(bad, value))
        except ValidationError as error:
            if any(fault["type"] == "extra_forbidden" for fault in error.errors()):
                tried += 1
                assert not form.is_valid(bad), place
    assert tried


def mappings(value, place=()):
    if isinstance(value, dict):
        yield place
    for key, member in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from mappings(member, (*place, key))


def frozen(changed, original):
    """The changed value with the types that reading gives."""
    if isinstance(changed, dict):
        keys = {str(key): key for key in original} if isinstance(original, dict) else {}
        inner = original if isinstance(original, dict) else {}
        return {keys.get(key, key): frozen(member, inner.get(keys.get(key))) for key, member in changed.items()}
    if isinstance(changed, list):
        return tuple(frozen(member, old) for member, old in zip(changed, original, strict=True))
    return changed


@pytest.mark.parametrize("kind", KIND_CASES)
def test_every_field_has_a_title_and_a_description_in_swedish(kind):
    english = set(english_texts())
    same = {"Text", "Organisation", "Status", "Information", "Version", "Format", "Definition", "Id", "Situation"}
    for part in parts(schema(kind)):
        assert part["additionalProperties"] is False
        for words in (part, *part["properties"].values()):
            assert words["title"]
            assert words["title"] not in english - same
            assert words["description"]
            assert words["description"] not in english


@pytest.mark.parametrize("kind", KIND_CASES)
def test_every_fixed_value_is_explained(kind):
    for part in parts(schema(kind)):
        for name, field in part["properties"].items():
            for value in re.findall(r"'enum': \[([^\]]*)\]", repr(field)):
                for word in re.findall(r"'([^']+)'", value):
                    assert f"{word} (" in field["description"], f"{name}: {word}"


def test_years_are_the_same_as_in_the_model():
    limits = {type(limit).__name__: limit for limit in Year.__metadata__[0].metadata}
    low, high = limits["Ge"].ge, limits["Le"].le
    assert [year for year in range(1900, 2200) if re.match(YEAR_PATTERN, str(year))] == list(range(low, high + 1))


@pytest.mark.parametrize(("root", "file"), files(ROOT))
def test_data_files_name_their_schema(root, file):
    assert (root / file).read_text(encoding="utf-8").splitlines()[0] == modeline(file)
    target = (root / file).parent / modeline(file).partition("$schema=")[2]
    assert target.resolve().is_file()


def test_the_schema_speaks_english_when_asked():
    before = active_language()
    activate("en")
    try:
        assert schema(kind_of("vbe.yaml")[0])["properties"]["municipality"]["title"] == "Municipality"
    finally:
        activate(before)


FILES = {"logo.png", "logo.svg"}
"""Values that are names of files."""


def test_every_value_that_a_field_is_limited_to_has_a_word():
    def values(form):
        if isinstance(form, list):
            return {value for part in form for value in values(part)}
        if not isinstance(form, dict):
            return set()
        here = {*form.get("enum", ()), *([form["const"]] if "const" in form else ())} - FILES
        return here | {value for part in form.values() for value in values(part)}

    limited = {value for kind in KINDS for value in values(kind.model.model_json_schema()) if isinstance(value, str)}
    assert limited <= VALUES.keys()
