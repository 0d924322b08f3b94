"""Document → record: does it have the form of its kind? pydantic's complaints become findings in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from vbe.diagnostics import Finding
from vbe.language import _, did_you_mean, nearest
from vbe.language.patterns import later
from vbe.model.complaints import CHOICES, complaint_of
from vbe.model.formats import FORMAT, is_older, raised
from vbe.model.guesses import Guess, key_meant
from vbe.model.introspection import fields_of, model_at, words_at
from vbe.model.records import Kind, Record
from vbe.model.values import holds, node_route, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from vbe.diagnostics import Route
    from vbe.documents import Document, Value
    from vbe.model.fields import Model
    from vbe.model.kinds import M

FIELD = later(r"[a-z_]+")
NUMBER = later(r"-?\d+(?:\.\d+)?")
DECIMALS = later(r"(?<![\w.])\d+,\Z")
MOST_FIELDS = 100
"""No record has more at its root; of a flood of keys nobody asks where each belongs."""
COMMON = ("missing", "extra_forbidden")
"""Complaints about keys, each of which is told for itself."""
FOREIGN = 4
"""As many unknown fields as nobody misspells in one file."""


def validate(document: Document, kind: Kind[M], identity: str, *, since: int = FORMAT) -> tuple[Record[M] | None, list[Finding]]:
    """The record that a document holds, or what is wrong with its form. `since` is the format of its repository."""
    if (value := raised(kind.name, document.value, since=since)) is not document.value:
        document = document.meaning(value)
    try:
        content = kind.model.model_validate(document.value)
    except ValidationError as error:
        listed = error.errors(include_url=False)
        if _is_foreign(document.value, listed):
            return None, [_foreign(document, kind)]
        misspelt = {
            (*details["loc"][:-1], nearest(str(details["loc"][-1]), _known_keys(kind.model, document.value, details["loc"][:-1])))
            for details in listed
            if details["type"] == "extra_forbidden"
        }
        # A key that is missing because it is misspelt is found where it stands.
        about = [d for d in listed if not _is_fulfilled(d) and (d["type"] != "missing" or d["loc"] not in misspelt)]
        return None, [_finding(document, kind, each) for each in _by_value(document.value, about)]
    return Record(kind.name, identity, document, content), list(_empty(document, kind))


def _is_fulfilled(details: ErrorDetails) -> bool:
    """Whether a list is called too short only because what stands in it is wrong, which is told for itself."""
    least = details.get("ctx", {}).get("min_length")
    return details["type"] == "too_short" and least is not None and len(details["input"]) >= least


def _is_foreign(value: Value, listed: list[ErrorDetails]) -> bool:
    """Whether a document is something else than what its place is for: most of its fields are unknown there."""
    unknown = [each for each in listed if each["type"] == "extra_forbidden" and len(each["loc"]) == 1]
    return isinstance(value, dict) and len(unknown) >= FOREIGN and 3 * len(unknown) > 2 * len(value)


def _foreign(document: Document, kind: Kind) -> Finding:
    """One finding instead of one for each field."""
    message = _("Of the fields in the file hardly any belongs in this place: it is something else.")
    hint = _("Move it out of the folders of records, or write it as {example} is written.").format(example=kind.place.example)
    return _placed(document, "unknown-key", message, hint, ())


def _empty(document: Document, kind: Kind) -> Iterator[Finding]:
    """A key with nothing after it is no answer, and not the same as no key: somebody meant to fill it in."""
    waiting: list[tuple[Route, Value]] = [((), document.value)] if document.holds_null else []
    while waiting:
        route, value = waiting.pop()
        if value is None and _may_be_left_out(kind.model, document.value, route):
            message = _("The field “{name}” is empty.").format(name=_field_at(document.value, route))
            yield _placed(document, "wrong-type", message, _("Write a value, or delete the line."), route)
        elif isinstance(value, dict):
            waiting += [((*route, key), inner) for key, inner in value.items()]
        elif isinstance(value, tuple):
            waiting += [((*route, index), inner) for index, inner in enumerate(value)]


def _may_be_left_out(model: type[Model], value: Value, route: Route) -> bool:
    """Whether leaving out the key is how to say nothing; where the key is required, an empty value is itself an answer."""
    parent = model_at(model, value, route[:-1])
    field = parent.model_fields.get(str(route[-1])) if parent is not None and route else None
    return field is not None and not field.is_required()


def _by_value(value: Value, about: list[ErrorDetails]) -> Iterator[list[ErrorDetails]]:
    """The complaints, those together that are about the same value: it fits none of the forms that it may have."""
    together: dict[Route, list[ErrorDetails]] = {}
    for number, details in enumerate(about):
        route: Route = tuple(details["loc"])
        key = (number, *route) if details["type"] in COMMON or "[key]" in route else ("", *node_route(value, route))
        together.setdefault(key, []).append(details)
    yield from together.values()


def _finding(document: Document, kind: Kind, listed: list[ErrorDetails]) -> Finding:
    """What is said of a key, or of a value by all the complaints about it."""
    details = listed[0]
    route: Route = tuple(details["loc"])
    sort = details["type"]
    name = str(route[-1]) if route else ""
    if sort == "extra_forbidden":
        return _unknown_key(document, kind, route)
    if sort == "invalid_key" and (found := _decimal_comma(document, route)) is not None:
        return found
    if sort == "missing":
        message = _("The field “{name}” is missing.").format(name=name)
        description = _description(kind.model, route)
        hint = _("Write the field {name}: {description}").format(name=name, description=description) if description else ""
        return _placed(document, "missing-key", message, hint, route[:-1], on_key=True)
    if sort == "union_tag_not_found":
        # It decides which other fields there are, so nothing more can be said.
        message = _("The field “{name}” is missing.").format(name=str(details.get("ctx", {}).get("discriminator", "")).strip("'"))
        return _placed(document, "missing-key", message, "", route, on_key=True)
    field = _field_at(document.value, route)
    rule, message, hint, guess = complaint_of(
        listed, field, words_at(kind.model, document.value, route) if sort in CHOICES else ()
    )
    message = _naming(field, message, rule, details["input"])
    if rule == "value-not-allowed" and not hint:
        hint = _description(kind.model, route)
    if sort == "string_type" and len(listed) == 1:
        guess = _quoted(document, route, details["input"])
        hint = _("Write {text}.").format(text=guess.text) if guess.text else hint
    return _placed(document, rule, message, hint, node_route(document.value, route) or route, guess=guess)


def _unknown_key(document: Document, kind: Kind, route: Route) -> Finding:
    name = str(route[-1])
    known = _known_keys(kind.model, document.value, route[:-1])
    holder = value_at(document.value, route[:-1])
    guess = key_meant(name, known, holder if isinstance(holder, dict) else ())
    above = _further_in(document, kind, route)
    hint = did_you_mean(name, known) or _("Allowed here: {keys}.").format(keys=", ".join(sorted(known)))
    if above:
        hint = _("It belongs to “{name}” above: indent it as far as the other fields there.").format(name=above)
        guess = Guess()
    elif is_older(kind.name, name):
        hint, guess = _("It is from an older format; `vbe upgrade` brings the file to today's."), Guess()
    message = _("There is no field with the name “{name}” here.").format(name=name)
    return _placed(document, "unknown-key", message, hint, route, on_key=True, guess=guess)


def _further_in(document: Document, kind: Kind, route: Route) -> str:
    """The entry straight above that the key is a field of, where it stands at the margin and was meant further in."""
    name = str(route[-1])
    if len(route) > 1 or len(document.value) > MOST_FIELDS:
        return ""
    value: Value = document.value
    keys = list(document.value)[: list(document.value).index(name)] if name in document.value else []
    above: Route = ()
    while keys:
        above, value = (*above, keys[-1]), value_at(value, (keys[-1],))
        if len(above) > 1 and name in _known_keys(kind.model, document.value, above) and not holds(value, name):
            return str(above[-1])
        keys = list(value) if isinstance(value, dict) else []
    return ""


def _decimal_comma(document: Document, route: Route) -> Finding | None:
    """`{value: 12,5}`: inside braces the comma begins a new field, with the decimals for its name."""
    place = document.locate(route, on_key=True)
    line = document.lines[place.line - 1] if place.line <= len(document.lines) else ""
    before = DECIMALS.search(line[: place.column - 1])
    if before is None or not isinstance(route[-1], int):
        return None
    written = f"{before[0]}{line[place.column - 1 : place.end_column - 1]}"
    number = written.replace(",", ".")
    message = _("Inside braces a decimal comma begins a new field.")
    hint = _("Write {text}.").format(text=number)
    place = place._replace(column=before.start() + 1)
    return Finding(document.file, message, hint, location=place, rule="wrong-type", replacement=number, is_certain=True)


def _quoted(document: Document, route: Route, value: object) -> Guess:
    """A number that should be a text, as it stands in the file, in quotation marks."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Guess()
    place = document.locate(route)
    line = document.lines[place.line - 1] if place.line <= len(document.lines) else ""
    written = line[place.column - 1 : place.end_column - 1]
    return Guess(f'"{written}"', is_certain=True) if NUMBER.fullmatch(written) else Guess()


def _field_at(value: Value, route: Route) -> str:
    """The field that a route leads to, or leads through; nothing where its name is not one that a field can have."""
    name = ""
    for part in route:
        if holds(value, part):
            name = str(part) if isinstance(value, dict) else name
            value = value_at(value, (part,))
    return name if FIELD.fullmatch(name) else ""


def _naming(name: str, message: str, rule: str, value: object) -> str:
    """The message, with the name of the field that it is about."""
    if not name or rule not in ("wrong-type", "value-not-allowed", "bad-date", "bad-form"):
        return message
    if value is None and rule == "wrong-type":
        return _("The field “{name}” is empty.").format(name=name)
    return _("The field “{name}”: {message}").format(name=name, message=message[:1].lower() + message[1:])


def _placed(
    document: Document, rule: str, message: str, hint: str, route: Route, *, on_key: bool = False, guess: Guess | None = None
) -> Finding:
    """The finding with its place: a document whose form is wrong does not come further than here."""
    location, guess = document.locate(route, on_key=on_key), guess or Guess()
    return Finding(
        document.file, message, hint, location=location, rule=rule, replacement=guess.text, is_certain=guess.is_certain
    )


def _known_keys(model: type[Model], value: Value, route: Route) -> list[str]:
    found = model_at(model, value, route)
    return list(fields_of(found)) if found is not None else []


def _description(model: type[Model], route: Route) -> str:
    parent = model_at(model, None, route[:-1])
    field = fields_of(parent).get(str(route[-1])) if parent is not None and route else None
    return _(field.description) if field is not None and field.description else ""
