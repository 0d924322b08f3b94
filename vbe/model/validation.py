"""Document → record: does it have the form of its kind? pydantic's complaints become findings in plain words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from vbe.diagnostics import Finding
from vbe.language import _, did_you_mean, enumerate_words, nearest
from vbe.model.fields import SLUG
from vbe.model.formats import FORMAT, is_older, raised
from vbe.model.introspection import fields_of, model_at
from vbe.model.labels import value_word
from vbe.model.records import Kind, Record
from vbe.privacy import looks_like_person_name
from vbe.privacy.redaction import redact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from vbe.diagnostics import Route
    from vbe.documents import Document
    from vbe.model.fields import Model
    from vbe.model.kinds import M

FIELD = re.compile(r"[a-z_]+")
MAX_SLUG = 80
TYPES = frozenset(
    ("string_type", "int_type", "float_type", "bool_type", "tuple_type", "dict_type", "model_type", "model_attributes_type")
)


def validate(document: Document, kind: Kind[M], identity: str, *, since: int = FORMAT) -> tuple[Record[M] | None, list[Finding]]:
    """The record that a document holds, or what is wrong with its form. `since` is the format of its repository."""
    if (value := raised(kind.name, document.value, since=since)) is not document.value:
        document = document.meaning(value)
    try:
        content = kind.model.model_validate(document.value)
    except ValidationError as error:
        listed = error.errors(include_url=False)
        misspelt = {
            (*details["loc"][:-1], nearest(str(details["loc"][-1]), _known_keys(kind.model, document.value, details["loc"][:-1])))
            for details in listed
            if details["type"] == "extra_forbidden"
        }
        # A key that is missing because it is misspelt is found where it stands.
        told = [details for details in listed if details["type"] != "missing" or details["loc"] not in misspelt]
        return None, [_finding(document, kind, details) for details in told]
    return Record(kind.name, identity, document, content), list(_empty(document, kind))


def _empty(document: Document, kind: Kind) -> Iterator[Finding]:
    """A key with nothing after it is no answer, and not the same as no key: somebody meant to fill it in."""
    waiting: list[tuple[Route, Any]] = [((), document.value)]
    while waiting:
        route, value = waiting.pop()
        if value is None and _may_be_left_out(kind.model, document.value, route):
            message = _("The field “{name}” is empty.").format(name=_field_at(document.value, route))
            yield _placed(document, "wrong-type", message, _("Write a value, or delete the line."), route)
        elif isinstance(value, dict):
            waiting += [((*route, key), inner) for key, inner in value.items()]
        elif isinstance(value, tuple):
            waiting += [((*route, index), inner) for index, inner in enumerate(value)]


def _may_be_left_out(model: type[Model], value: Any, route: Route) -> bool:
    """Whether leaving out the key is how to say nothing; where the key is required, an empty value is itself an answer."""
    parent = model_at(model, value, route[:-1])
    field = parent.model_fields.get(str(route[-1])) if parent is not None and route else None
    return field is not None and not field.is_required()


def _finding(document: Document, kind: Kind, details: ErrorDetails) -> Finding:
    route: Route = tuple(details["loc"])
    sort = details["type"]
    name = str(route[-1]) if route else ""
    if sort == "extra_forbidden":
        known = _known_keys(kind.model, document.value, route[:-1])
        hint = did_you_mean(name, known) or _("Allowed here: {keys}.").format(keys=", ".join(sorted(known)))
        if is_older(kind.name, name):
            hint = _("It is from an older format; `vbe upgrade` brings the file to today's.")
        message = _("There is no field with the name “{name}” here.").format(name=name)
        return _placed(document, "unknown-key", message, hint, route, on_key=True, replacement=nearest(name, known))
    if sort == "missing":
        message = _("The field “{name}” is missing.").format(name=name)
        description = _description(kind.model, route)
        hint = _("Write the field {name}: {description}").format(name=name, description=description) if description else ""
        return _placed(document, "missing-key", message, hint, route[:-1], on_key=True)
    if sort == "union_tag_not_found":
        # It decides which other fields there are, so nothing more can be said.
        message = _("The field “{name}” is missing.").format(name=str(details.get("ctx", {}).get("discriminator", "")).strip("'"))
        return _placed(document, "missing-key", message, "", route, on_key=True)
    rule, message, hint = _explain(details)
    message = _naming(_field_at(document.value, route), message, rule, details["input"])
    if rule == "value-not-allowed" and not hint:
        hint = _description(kind.model, route)
    return _placed(document, rule, message, hint, route, replacement=_guess(details))


def _field_at(value: Any, route: Route) -> str:
    """The field that a route leads to, or leads through; nothing where its name is not one that a field can have."""
    name = ""
    for part in route:
        inner = value.get(part) if isinstance(value, dict) else None
        if isinstance(value, dict) and part in value:
            name, value = str(part), inner
        elif isinstance(value, tuple) and isinstance(part, int) and part < len(value):
            value = value[part]
    return name if FIELD.fullmatch(name) else ""


def _naming(name: str, message: str, rule: str, value: Any) -> str:
    """The message, with the name of the field that it is about."""
    if not name or rule not in ("wrong-type", "value-not-allowed", "bad-date", "bad-form"):
        return message
    if value is None and rule == "wrong-type":
        return _("The field “{name}” is empty.").format(name=name)
    return _("The field “{name}”: {message}").format(name=name, message=message[:1].lower() + message[1:])


def _guess(details: ErrorDetails) -> str:
    """What was most likely meant: an allowed value, also when it is written in words; or an id."""
    value, context = details.get("input"), details.get("ctx", {})
    if not isinstance(value, str):
        return ""
    if details["type"] == "string_pattern_mismatch" and context.get("pattern") == SLUG:
        return _slug_of(value)
    meant = {value_word(word).lower(): word for word in _allowed(context)} | {word: word for word in _allowed(context)}
    return meant.get(nearest(value.strip().lower(), meant) or "", "")


def _slug_of(text: str) -> str:
    """A text as an id; nothing where none can be made, or where it may be about a person."""
    plain = unicodedata.normalize("NFD", text.lower().replace("æ", "a").replace("ø", "o"))
    slug = re.sub(r"[^a-z0-9]+", "-", "".join(letter for letter in plain if not unicodedata.combining(letter))).strip("-")
    private = looks_like_person_name(text) or looks_like_person_name(slug.replace("-", " ")) or redact(text) != text
    return slug if 0 < len(slug) <= MAX_SLUG and not private and redact(slug) == slug else ""


def _meant(guess: str) -> str:
    return _("Did you mean “{name}”?").format(name=guess) if guess else ""


def _with_word(value: str) -> str:
    """An allowed value, with what it means."""
    word = value_word(value)
    return value if word in (value, value.replace("_", " ")) else f"{value} ({word})"


def _placed(
    document: Document, rule: str, message: str, hint: str, route: Route, *, on_key: bool = False, replacement: str | None = None
) -> Finding:
    """The finding with its place: a document whose form is wrong does not come further than here."""
    location = document.locate(route, on_key=on_key)
    return Finding(document.file, message, hint, location=location, rule=rule, replacement=replacement or "")


def _explain(details: ErrorDetails) -> tuple[str, str, str]:
    """The rule, the message and the remedy for one of pydantic's complaints."""
    sort = details["type"]
    context: dict[str, Any] = details.get("ctx", {})
    value = details.get("input")
    if sort in ("literal_error", "enum", "union_tag_invalid"):
        allowed = _allowed(context)
        message = _("The value is not one of those allowed.")
        hint = _("Allowed: {values}.").format(values=enumerate_words(_with_word(word) for word in allowed))
        return "value-not-allowed", message, f"{_meant(_guess(details))} {hint}".strip()
    if sort in TYPES:
        return "wrong-type", *_type_words(sort, value)
    if sort in ("iso_date", "impossible_date"):
        message = _("This is no date in the calendar.") if sort == "impossible_date" else _("This is not a date.")
        return "bad-date", message, _("Write year, month and day: 2017-12-31.")
    if sort == "one_clock":
        message = _("A commitment has only one of deadline, every_months and when.")
        return "several-clocks", message, _("Keep the one that the decision states and delete the others.")
    if sort in ("blank_text", "string_too_short"):
        return "bad-form", _("The text is empty."), _("Write something, or delete the field.")
    if sort == "string_too_long":
        message = _("The text is longer than {count} characters.").format(count=context.get("max_length"))
        return "bad-form", message, _("Shorten it.")
    if sort == "string_pattern_mismatch":
        hint = f"{_meant(_guess(details))} {_pattern_hint(str(context.get('pattern', '')))}".strip()
        return "bad-form", _("The value is not written in the right form."), hint
    if sort in ("too_short", "tuple_too_short"):
        return "bad-form", _("The list is empty."), _("At least one is needed.")
    if sort.startswith(("greater_than", "less_than")):
        limit = next((context[k] for k in ("ge", "gt", "le", "lt") if k in context), "")
        words = _("at least {limit}") if sort.startswith("greater") else _("at most {limit}")
        message = _("The number is out of range.")
        return "bad-form", message, _("It must be {words}.").format(words=words.format(limit=limit))
    return "wrong-type", _("The value has the wrong form."), ""


def _allowed(context: dict[str, Any]) -> list[str]:
    listed = str(context.get("expected") or context.get("expected_tags") or "")
    return [word.strip(" '") for word in listed.replace(" or ", ", ").split(",") if word.strip(" '")]


def _type_words(sort: str, value: Any) -> tuple[str, str]:
    quote = _('Put the value in quotation marks: "…".')
    if value is None:
        return _("The field is empty."), _("Fill it in, or delete the field.")
    words = {
        "string_type": (_("A text is wanted here."), quote if isinstance(value, int | float) else ""),
        "int_type": (_("A whole number is wanted here."), _("Write it in figures, without quotation marks.")),
        "float_type": (_("A number is wanted here."), _("Write it in figures, with a decimal point, without quotation marks.")),
        "bool_type": (_("true or false is wanted here."), _("Write true or false, without quotation marks.")),
        "tuple_type": (_("A list is wanted here."), _("Write one line for each, beginning with a hyphen and a space.")),
    }
    keys = (_("Keys with values are wanted here."), _("Write one line for each: key, colon, space, value."))
    return words.get(sort, keys)


def _pattern_hint(pattern: str) -> str:
    examples = {
        r"^[1-9]\d?\.[1-9]\d?$": _('Write area and number in quotation marks: "4.5".'),
        r"^[A-Z]{1,3}-\d{2}-\d{2}$": _("Write it like O-04-05."),
        r"^\d{4}$": _('Write four digits in quotation marks: "0184".'),
        r"^VBE\d{3}$": _("Write it like VBE401; `vbe rules` lists them."),
        r"^<\d+$": _('Write a number, or "<5" for a small one.'),
    }
    return examples.get(pattern, _("Use only a–z, 0–9 and hyphens."))


def _known_keys(model: type[Model], value: Any, route: Route) -> list[str]:
    found = model_at(model, value, route)
    return list(fields_of(found)) if found is not None else []


def _description(model: type[Model], route: Route) -> str:
    parent = model_at(model, None, route[:-1])
    field = fields_of(parent).get(str(route[-1])) if parent is not None and route else None
    return _(field.description) if field is not None and field.description else ""
