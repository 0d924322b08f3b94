"""JSON Schemas of the record kinds, so that editors complete field names and explain them while somebody types.

pydantic writes the form; titles, descriptions and the meaning of enumerated values are added here in the active language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from vbe.language import N_, _, enumerate_words
from vbe.model.labels import value_word
from vbe.model.records import KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schemas"
DEFINITIONS = "#/$defs/"
UNDESCRIBED = {"kind": N_("What kind it is; it decides which other fields there are.")}
"""Fields that only tell alternatives apart, which have no description in their model."""
CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
ROOT = ""
"""The record itself among its parts."""
YEAR_PATTERN = "^(199[0-9]|20[0-9]{2}|2100)$"
"""The years of `fields.Year` as text: in JSON every key is a text."""


def file_name(kind: str) -> str:
    """The file that holds the schema of a kind."""
    return f"{kind}.schema.json"


def modeline(file: str) -> str:
    """The first line of a record's file: where editors find the schema."""
    placed = kind_of(file)
    assert placed is not None
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{file_name(placed[0].name)}"


def schema(kind: Kind) -> dict[str, Any]:
    """The schema of a kind, in the active language."""
    parts = _parts(kind)
    document = {"$schema": DIALECT, "$id": file_name(kind.name), **_object(parts.pop(ROOT), parts)}
    definitions = {name: _object(part, parts) for name, part in sorted(parts.items())}
    return {**document, "$defs": definitions} if definitions else document


def english_texts() -> Iterator[str]:
    """Every text of the models that a schema shows, as it stands in the code: for the catalogue."""
    for kind in KINDS:
        parts = _parts(kind)
        for part in parts.values():
            yield _english_title(part["title"])
            yield _one_line(part["description"])
            for name, field in part.get("properties", {}).items():
                yield _english_title(name)
                yield _english_description(name, field, parts)


def _parts(kind: Kind) -> dict[str, dict[str, Any]]:
    """The form of the record itself and of each part of it, as pydantic writes them."""
    form = kind.model.model_json_schema()
    return {**form.pop("$defs", {}), ROOT: form}


def _object(form: dict[str, Any], parts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        "title": _(_english_title(form["title"])),
        "description": _(_one_line(form["description"])),
        "type": "object",
        "properties": {name: _field(name, field, parts) for name, field in form.get("properties", {}).items()},
        **({"required": form["required"]} if "required" in form else {}),
        "additionalProperties": False,
    }


def _field(name: str, form: dict[str, Any], parts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    description = _(_english_description(name, form, parts))
    values = [value for value in _enumerated(form) if isinstance(value, str)]
    if len(values) > 1 and not all(value in description for value in values):
        listed = enumerate_words(f"{value} ({value_word(value)})" for value in values)
        description = f"{description} {_('Allowed: {values}.').format(values=listed)}"
    rest = {key: value for key, value in _plain(form).items() if key not in ("title", "description")}
    return {"title": _(_english_title(name)), "description": description, **rest}


def _plain(form: Any) -> Any:
    """The form without what says nothing to an editor, and with keys that no other key may stand beside."""
    if isinstance(form, list):
        return [_plain(part) for part in form]
    if not isinstance(form, dict):
        return form
    plain = {key: _plain(value) for key, value in form.items() if key != "discriminator"}
    if isinstance(plain.get("default"), dict | list | None):
        plain.pop("default", None)
    if "patternProperties" in plain:
        plain["additionalProperties"] = False
    elif isinstance(plain.get("additionalProperties"), dict):
        # A mapping from some given words, or from years: integers in YAML, texts in JSON.
        words = _enumerated(plain.get("propertyNames"))
        pattern = f"^({'|'.join(words)})$" if words else YEAR_PATTERN
        plain["patternProperties"] = {pattern: plain["additionalProperties"]}
        plain["additionalProperties"] = False
        plain.pop("propertyNames", None)
    return plain


def _enumerated(form: Any) -> list[Any]:
    """The fixed values that a field allows, whatever they are wrapped in."""
    if isinstance(form, list):
        return [value for part in form for value in _enumerated(part)]
    if not isinstance(form, dict):
        return []
    if "enum" in form:
        return list(form["enum"])
    if "const" in form:
        return [form["const"]]
    return [value for key in ("anyOf", "items") for value in _enumerated(form.get(key))]


def _english_title(name: str) -> str:
    """`review_interval_months` and `FollowUpDuty` as words."""
    words = CAPITAL.sub(" ", name).replace("_", " ")
    return " ".join(word[:1].upper() + word[1:] for word in words.split())


def _english_description(name: str, form: dict[str, Any], parts: dict[str, dict[str, Any]]) -> str:
    # pydantic leaves the field's description out where it says the same as that of its model.
    part = parts.get(str(form.get("$ref")).removeprefix(DEFINITIONS), {})
    return _one_line(form.get("description") or part.get("description") or UNDESCRIBED[name])


def _one_line(text: str) -> str:
    return " ".join(text.split())
