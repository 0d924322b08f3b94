"""Every text has a Swedish translation that keeps what the text holds, and the right language is chosen."""

import ast
import gettext
import io
import re
import shutil
import string
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pytest

from tools import catalogues
from vbe import language
from vbe.cli import run
from vbe.language import did_you_mean, enumerate_words
from vbe.language.catalogue import Catalogue

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests" / "rules" / "base"
NEVER_SHOWN = {"Aborted!", "No such command {name!r}."}
"""What typer translates in code that we do not run."""


def forms(text):
    return list(text) if isinstance(text, tuple) else [text]


MESSAGES = [message for message in catalogues.catalogue("sv") if message.id]
PAIRS = [pair for m in MESSAGES for pair in zip(forms(m.id), forms(m.string), strict=True) if all(pair)]


def holes(text):
    try:
        return {name for _before, name, _format, _conversion in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def test_every_text_is_in_the_catalogue_and_translated():
    new = catalogues.updated(catalogues.catalogue("sv"), "sv")
    assert catalogues.untranslated(new) == [], "run `make catalogues`, and translate in vbe/locale/sv/LC_MESSAGES/vbe.po"
    assert catalogues.po_bytes(new) == catalogues.po_file("sv").read_bytes(), "run `make catalogues`"


def test_the_compiled_catalogue_is_that_of_the_text():
    po = catalogues.po_file("sv")
    # Installing compiles it too (hatch_build.py), with a header that tells the time: the messages are compared.
    with po.with_suffix(".mo").open("rb") as compiled, io.BytesIO(catalogues.mo_bytes(po.read_bytes(), "sv")) as expected:
        there, due = gettext.GNUTranslations(compiled)._catalog, gettext.GNUTranslations(expected)._catalog
    there.pop(""), due.pop("")
    assert there == due, "run `make catalogues`"


def test_translations_keep_their_placeholders():
    assert [pair for pair in PAIRS if holes(pair[0]) != holes(pair[1])] == []


def test_translations_keep_what_stands_in_code_marks():
    marked = re.compile("`[^`]+`")
    assert [pair for pair in PAIRS if set(marked.findall(pair[0])) != set(marked.findall(pair[1]))] == []


def test_translations_keep_codes_and_laws():
    kept = re.compile(r"VBE\d{3}|\d{4}:\d+|<\d|O-\d\d-\d\d")
    assert [pair for pair in PAIRS if set(kept.findall(pair[0])) != set(kept.findall(pair[1]))] == []


def test_translations_use_swedish_quotation_marks():
    assert [text for _english, text in PAIRS if "“" in text or "’" in text] == []


def test_translations_begin_and_end_like_their_texts():
    odd = []
    for english, swedish in PAIRS:
        if english.endswith(".") != swedish.endswith(".") or english[-1].isspace() != swedish[-1].isspace():
            odd.append((english, swedish))
    assert odd == []


def test_an_update_loses_no_translation(tmp_path, monkeypatch):
    old = catalogues.catalogue("sv")
    old.add("A text that is gone.", string="En text som är borta.")
    new = catalogues.updated(old, "sv")
    assert "En text som är borta." in {message.string for message in new.obsolete.values()}
    assert {m.id: m.string for m in new if m.id}.items() >= {m.id: m.string for m in MESSAGES if m.id in new}.items()
    monkeypatch.setattr(catalogues, "all_texts", lambda: {"A text that is gone.": ["x.py"]})
    again = catalogues.updated(new, "sv")
    assert again["A text that is gone."].string == "En text som är borta."
    assert again.obsolete


def test_what_typer_translates_is_in_the_catalogue():
    tree = ast.parse(Path(find_spec("typer.core").origin).read_text(encoding="utf-8"))
    asked = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"
    }
    assert len(asked) > 5
    assert asked - NEVER_SHOWN <= {message.id for message in MESSAGES}


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository whose profile speaks English, with one fault; and a language that nobody has chosen yet."""
    shutil.copytree(BASE, tmp_path / "r")
    profile = tmp_path / "r" / "vbe.yaml"
    profile.write_text("language: en\n" + profile.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "r" / "measures" / "05-tom.yaml").write_text("", encoding="utf-8")
    for name in ("_chosen", "_language", "_catalogue"):
        monkeypatch.setattr(language, name, getattr(language, name))
    monkeypatch.setattr(language, "_chosen", False)
    monkeypatch.setenv("LANGUAGE", "sv")
    monkeypatch.delenv("VBE_LANG", raising=False)
    yield tmp_path / "r"
    language.activate("sv")


ENGLISH, SWEDISH = "The file is empty.", "Filen är tom."


@pytest.mark.parametrize(
    ("profile", "environment", "option", "expected"),
    [
        ("en", None, None, ENGLISH),
        ("sv", None, None, SWEDISH),
        (None, None, None, SWEDISH),
        ("en", "sv", None, SWEDISH),
        ("sv", "en", None, ENGLISH),
        ("en", "en", "sv", SWEDISH),
        (None, "sv", "en", ENGLISH),
    ],
)
def test_the_option_comes_before_the_environment_and_the_profile(
    profile, environment, option, expected, repository, monkeypatch, capsys
):
    file = repository / "vbe.yaml"
    said = f"language: {profile}\n" if profile else ""
    file.write_text(file.read_text(encoding="utf-8").replace("language: en\n", said), encoding="utf-8")
    if environment:
        monkeypatch.setenv("VBE_LANG", environment)
    assert run(["validate", "--root", str(repository), *(["--lang", option] if option else [])]) == 1
    assert expected in capsys.readouterr().out


def test_an_unknown_language_is_refused(capsys):
    assert run(["rules", "--lang", "de"]) == 2
    assert capsys.readouterr().err == "vbe: Språket ”de” finns inte. Språken är sv och en.\n"


def test_a_message_is_looked_up_as_gettext_would():
    """Without a dictionary of the whole catalogue, which every run would make to say one line."""
    content = catalogues.po_file("sv").with_suffix(".mo").read_bytes()
    whole, ours = gettext.GNUTranslations(io.BytesIO(content)), Catalogue(content)
    assert "plural=(n != 1)" in whole.gettext("")
    told = {key if isinstance(key, str) else key[0] for key in whole._catalog}
    assert len(told) > 3000
    for message in [*told, *(f"{message}." for message in told), *(message[:-1] for message in told), "\uffff"]:
        assert ours.gettext(message) == whole.gettext(message)
    forms = {key[0] for key in whole._catalog if isinstance(key, tuple)}
    for message, count in product([*forms, "no such", "Waived"], range(4)):
        assert ours.ngettext(message, "many", count) == whole.ngettext(message, "many", count)


def test_what_cannot_be_read_of_a_catalogue_stays_in_english():
    content = catalogues.po_file("sv").with_suffix(".mo").read_bytes()
    damaged = Catalogue(content.replace("Filen är tom.".encode(), b"Filen \xff\xff\xff tom"))
    assert Catalogue(content).gettext("The file is empty.") == "Filen är tom."
    assert damaged.gettext("The file is empty.") == "The file is empty."
    assert damaged.ngettext("The file is empty.", "The files are empty.", 2) == "The files are empty."
    assert damaged.gettext("\ud800") == "\ud800"
    assert damaged.gettext("Unknown key.") == Catalogue(content).gettext("Unknown key.")


def test_words_are_joined_and_guessed_in_swedish():
    assert enumerate_words(["a"]) == "a"
    assert enumerate_words(["a", "b", "c"]) == "a, b och c"
    assert did_you_mean("valdate", ["validate", "rules"]) == "Menade du ”validate”?"
    assert did_you_mean("xyz", ["validate"]) == ""


DAMAGED = {
    "empty": lambda _whole: b"",
    "torn": lambda whole: whole[:100],
    "table of messages elsewhere": lambda whole: whole[:12] + b"\xff" * 4 + whole[16:],
    "table of texts elsewhere": lambda whole: whole[:16] + b"\xff" * 4 + whole[20:],
    "more messages than it holds": lambda whole: whole[:8] + b"\xff" * 4 + whole[12:],
}
"""What has happened to a catalogue → what is left of it."""


@pytest.mark.parametrize("damage", ["missing", *DAMAGED])
def test_without_its_swedish_vbe_says_once_that_it_speaks_english(damage, tmp_path, monkeypatch, capsys):
    if damage != "missing":
        file = tmp_path / "sv" / "LC_MESSAGES" / "vbe.mo"
        file.parent.mkdir(parents=True)
        whole = catalogues.po_file("sv").with_suffix(".mo").read_bytes()
        file.write_bytes(DAMAGED[damage](whole))
        assert file.read_bytes() != whole
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    monkeypatch.setattr(language, "_lamented", False)
    try:
        language.activate("en")
        assert capsys.readouterr().err == ""
        language.activate("sv")
        language.activate("sv")
        assert language._("Waived") == "Waived"
    finally:
        monkeypatch.undo()
        language.activate("sv")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("vbe: the Swedish texts are missing or damaged;")
    assert said.err.count("\n") == 1


ENGLISH = re.compile(r"\b(the|and|of|is|are|an|not|which|with|never|only|here)\b")
RECORDS = [
    path for folder in ("strategy", "measures", "routines", "guidance", "followup") for path in (ROOT / folder).rglob("*.yaml")
]


@pytest.mark.parametrize("path", [ROOT / "vbe.yaml", *sorted(RECORDS)], ids=lambda path: path.name)
def test_the_comments_of_swedish_records_are_swedish(path):
    comments = re.findall(r"(?:^|\s)# (?!yaml-language-server)(.*)", path.read_text(encoding="utf-8"))
    assert [comment for comment in comments if ENGLISH.search(comment)] == []
