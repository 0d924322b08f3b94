"""English towns of every state that the model has room for: what a field may hold is read from the model and drawn by chance.

Every text that such a town writes itself is made of words that nobody else uses, so that whatever else a document says is ours.
"""

from __future__ import annotations

import datetime
import json
import random
from collections import defaultdict
from typing import Any

from pydantic import ValidationError

from tests.english.town import corpus, files
from tests.report.small import Memory
from vbe.model.fields import Model
from vbe.model.introspection import Shape, fields_of, kinds_of
from vbe.model.records import kind_of
from vbe.store.loader import load

OWN = ("Zarbo", "quilm", "dreft", "womble", "snork", "plint", "groak", "yarl")
"""Words of the towns' own, in no language."""
PATTERNED = {
    "yearly_on": lambda chance: f"{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
    "value": lambda _chance: "<5",
}
MOST = 2
"""Entries that are added to a list."""
DEEP = 3


class Town:
    """A town that grows: its files as plain data."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.names: dict[str, list[str]] = defaultdict(list)
        found = corpus()
        for key, actor in found.actors.items():
            self.names["actor"].append(key)
            self.names[type(actor).__name__.lower()].append(key)
        self.names["commitment"] = [*found.commitments]
        self.names["indicator"] = [*found.indicators]
        self.names["obligation"] = [*found.obligations]
        self.names["aim"] = [*found.profile.aims]
        self.names["environment"] = [*found.profile.environments]
        self.files = {record.file: dumped(record.content) for record in found.records if record.file != "vbe.yaml"}
        self.profile = files()["vbe.yaml"]

    def text(self) -> str:
        """A sentence of the town's own."""
        first, *rest = self.chance.sample(OWN, 4)
        return f"{first.capitalize()} {' '.join(rest)} {self.chance.randint(10, 99)}."

    def value(self, shape: Shape, name: str, deep: int = 0) -> Any:
        """A value that a field may hold, as plain data; None where nothing is known that it may."""
        if shape.words and (not (shape.plain or shape.refers or shape.models) or self.chance.random() < 0.2):
            return self.chance.choice(shape.words)
        if shape.item is not None:
            return [self.value(shape.item, name, deep + 1) for _ in range(self.chance.randint(1, MOST))]
        if shape.value is not None and shape.key is not None:
            return {self.value(shape.key, "year", deep): self.value(shape.value, name, deep + 1)}
        if shape.models:
            return self.filled(self.chance.choice(shape.models), {}, deep + 1)
        if shape.refers is not None:
            among = [name for sort in shape.refers.among for name in self.names[sort]]
            return self.chance.choice(among or self.names[shape.refers.kind] or [""])
        if name == "year":
            return self.chance.choice((2023, 2024, 2025))
        if datetime.date in shape.plain:
            return datetime.date(2022, 6, 1) + datetime.timedelta(self.chance.randint(0, 1500))
        if bool in shape.plain and (shape.plain == (bool,) or self.chance.random() < 0.3):
            return self.chance.random() < 0.7
        if int in shape.plain:
            return self.chance.choice((1, 3, 4, 12, 18, 24, 40))
        if shape.is_patterned and name in PATTERNED:
            return PATTERNED[name](self.chance)
        return self.text() if str in shape.plain and not shape.is_patterned else None

    def filled(self, model: type[Model], held: dict[str, Any], deep: int = 0) -> dict[str, Any]:
        """A record or a part of one with some of its fields changed, and only such as its model accepts."""
        known = {"kind": kinds_of(model)[0]} if len(kinds_of(model)) == 1 else {}
        made = {**known, **held}
        for name, form in fields_of(model).items():
            must = model.model_fields[name].is_required() and name not in made
            if (name in ("id", "name", "title") and name in made) or (deep > DEEP and not must):
                continue
            if name in made and name in held and self.chance.random() < 0.6:
                made[name] = self.deeper(form.shape, made[name], deep)
                continue
            if not must and self.chance.random() < 0.55:
                continue
            before = made.get(name)
            made[name] = self.value(form.shape, name, deep)
            if made[name] is None or (not must and not accepted(model, made)):
                if before is None:
                    made.pop(name)
                else:
                    made[name] = before
        return made

    def deeper(self, shape: Shape, value: Any, deep: int) -> Any:
        """What stands already, changed inside."""
        if isinstance(value, dict) and shape.models:
            model = shape.model(value.get("kind"))
            changed = self.filled(model, value, deep + 1) if model else value
            return changed if model and accepted(model, changed) else value
        if isinstance(value, dict) and shape.value is not None:
            return {key: self.deeper(shape.value, inner, deep) for key, inner in value.items()}
        if isinstance(value, list) and shape.item is not None:
            return [self.deeper(shape.item, inner, deep) for inner in value]
        return value

    def corpus(self) -> Any:
        """The town after a day of everything, loaded as any repository is."""
        written = {"vbe.yaml": self.profile}
        for file, held in self.files.items():
            kind, _identity = kind_of(file)
            changed = self.filled(kind.model, held)
            written[file] = as_yaml(changed if accepted(kind.model, changed) else held)
        return load(Memory(written))


def accepted(model: type[Model], held: Any) -> bool:
    """Whether a model takes the data, as far as it is there."""
    try:
        model.model_validate(held)
    except ValidationError:
        return False
    return True


def dumped(content: Model) -> dict[str, Any]:
    """A record as plain data, without what it does not say."""
    return content.model_dump(mode="python", exclude_unset=True, by_alias=True)


def as_yaml(value: Any) -> str:
    """Plain data on one line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{as_yaml(key)}: {as_yaml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
