"""Keep the translations in step with the code: extract, update, compile. Prints what is not translated.

Run it as often as you like: a translation is never lost. One whose text has left the code is kept at the end of the
catalogue, and comes back with the text. `--compile` only compiles what stands in the catalogues.

`documents.po`, the other way round, has the prose of documents from Swedish: kept by hand (docs/sprak.md), compiled here.
"""

from __future__ import annotations

import ast
import datetime
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "vbe" / "locale"
KEYWORDS = {"_": 1, "N_": 1, "ngettext": 2}
"""Function → how many of its arguments are messages."""
WIDTH = 118
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
Texts = str | tuple[str, str]


def code_texts() -> Iterator[tuple[str, Texts]]:
    """File and message, for everything that is marked in the code. From the syntax tree, which also sees into f-strings."""
    for file in sorted((ROOT / "vbe").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
                parts = node.args[: KEYWORDS[node.func.id]]
                texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                if texts and texts[0]:
                    yield file.relative_to(ROOT).as_posix(), texts[0] if len(texts) == 1 else (texts[0], texts[1])


def model_texts() -> Iterator[tuple[str, Texts]]:
    """What the schemas say about records."""
    from vbe.model.schemas import english_texts

    for text in english_texts():
        yield "vbe/model/schemas.py", text


def command_texts() -> Iterator[tuple[str, Texts]]:
    """What each command does."""
    from vbe.commands import COMMANDS

    for text in COMMANDS.values():
        yield "vbe/commands.py", text


def rule_texts() -> Iterator[tuple[str, Texts]]:
    """The rules' pages, a paragraph each; examples are the same in every language."""
    from vbe.rules import all_rules
    from vbe.rules.pages import EXAMPLE, english_paragraphs

    for rule in all_rules().values():
        for text in english_paragraphs(rule):
            if not text.startswith(EXAMPLE):
                yield f"{rule.code}", text


def all_texts() -> dict[Texts, list[str]]:
    """Message → where it is from, in a steady order."""
    found: dict[Texts, set[str]] = {}
    for place, texts in (*code_texts(), *model_texts(), *command_texts(), *rule_texts()):
        found.setdefault(texts, set()).add(place)
    return {texts: sorted(places) for texts, places in sorted(found.items(), key=lambda item: (sorted(item[1]), str(item[0])))}


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it stands, kept translations included."""
    file = po_file(language)
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def updated(old: Catalog, language: str) -> Catalog:
    """A catalogue of exactly what the code says, with every translation that the old one has."""
    known = {message.id: message.string for message in (*old.obsolete.values(), *old) if message.id and message.string}
    new = Catalog(locale=language, fuzzy=False, header_comment="# Swedish for vbe. Written by `make catalogues`.")
    for texts, places in all_texts().items():
        new.add(texts, string=known.pop(texts, None), locations=[(place, 0) for place in places])
    for texts, string in sorted(known.items(), key=lambda item: str(item[0])):
        if any(string):
            kept = Catalog().add(texts, string=string)
            new.obsolete[new._key_for(texts)] = kept
    return new


def po_bytes(new: Catalog) -> bytes:
    """The catalogue as text, without dates and line numbers, which would change when nothing else does."""
    stream = io.BytesIO()
    write_po(stream, new, width=WIDTH, include_lineno=False, omit_header=True)
    head = (
        "# The texts of vbe in another language. `make catalogues` keeps it in step with the code.\n"
        'msgid ""\nmsgstr ""\n'
        '"Project-Id-Version: vbe\\n"\n'
        f'"Language: {new.locale}\\n"\n'
        f'"Plural-Forms: {new.plural_forms}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    return head.encode() + stream.getvalue()


def mo_bytes(po: bytes, language: str) -> bytes:
    """The same, compiled: what gettext reads. Babel's header tells the time, ours does not."""
    compiled = read_po(io.BytesIO(po), locale=language)
    compiled.creation_date = compiled.revision_date = EPOCH
    stream = io.BytesIO()
    write_mo(stream, compiled)
    return stream.getvalue()


def untranslated(new: Catalog) -> list[str]:
    """The messages that have no translation, or not in every form."""
    return [str(m.id) for m in new if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)]


def po_file(language: str) -> Path:
    """Where the catalogue of a language is."""
    return LOCALE / language / "LC_MESSAGES" / "vbe.po"


def write(file: Path, content: bytes) -> None:
    """Write a file whole: somebody else may be reading it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    beside.write_bytes(content)
    beside.replace(file)


def compile_all() -> None:
    """Compile every catalogue as it stands."""
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        write(po.with_suffix(".mo"), mo_bytes(po.read_bytes(), po.parts[-3]))


def main() -> int:
    """Bring every catalogue up to date; 1 when something is not translated."""
    if sys.argv[1:] == ["--compile"]:
        compile_all()
        return 0
    missing = 0
    compile_all()
    languages = [po.parts[-3] for po in LOCALE.glob("*/LC_MESSAGES/vbe.po")] or ["sv"]
    for language in sorted(languages):
        new = updated(catalogue(language), language)
        po = po_bytes(new)
        write(po_file(language), po)
        write(po_file(language).with_suffix(".mo"), mo_bytes(po, language))
        for text in untranslated(new):
            missing += 1
            print(f"{language}: {text}")
        print(f"{language}: {len(new)} texts, {len(untranslated(new))} untranslated", file=sys.stderr)
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main())
