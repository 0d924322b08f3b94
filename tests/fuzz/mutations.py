"""The product's own valid documents, spoilt in every way that hands, editors, merges and strangers have."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from vbe.model.places import FOLDERS
from vbe.store.repository import Listing

BASE = Path(__file__).parent.parent / "rules" / "base"
SOLNA = Path(__file__).parent.parent.parent


def documents(root: Path) -> dict[str, str]:
    """Every document of a repository."""
    files = {"vbe.yaml": (root / "vbe.yaml").read_text(encoding="utf-8")}
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.yaml")):
            files[path.relative_to(root).as_posix()] = path.read_text(encoding="utf-8")
    return files


SMALL = documents(BASE)
LARGE = documents(SOLNA)
EVIL = (
    "\x00", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\u2028", "\x85", "\ud800", "é", "a\u030a", "\t", "\r", "\r\n",
    "\n", "\n\n", "---\n", "...\n", "%YAML 1.1\n", "&a ", "*a", "!!str ", "! ", "<<: ", "? ", "- ", ": ", "#", " #", "|", ">", "|+2\n",
    "{", "}", "[", "]", ",", '"', "'", "`", "@", "%", "\\", '"\\x', "::error::", "##[", "<script>", "{{ x }}", "{0}", "%s", "=1+1",
    "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "no", "null", "~", "0123", "1e999", "9" * 400, "1_0", "12:30", ".inf",
    "2017-02-30", "0001-01-01", "9999-12-31", "2024-02-29", "true", "-1", "0", "<5", "1.1", "99.99", "O-01-01", "O-99-99", "KS/2022:100",
    "kommunstyrelsen", "socialchef", "socialforvaltningen/orosanmalan", "overall/misstanke", "in_force", "draft", "repealed", "continuous",
    "19121212-1212", "anna.andersson@lindvik.example", "070-174 06 05", "x" * 5000, " " * 300, "title: x\n", "title", "id: x\n",
    "# vbe: ignore[VBE201] därför\n", "# vbe: ignore[", "valid_to: 2000-01-01\n", "successor: [a]\n",
)  # fmt: skip
"""What is set in, beside any text at all."""
TEXTS = st.sampled_from(EVIL) | st.text(max_size=12)
PLACES = st.floats(0, 1, exclude_max=True)


@st.composite
def deeds(draw):
    """One change of a text: what is done, where, and with what."""
    kind = draw(
        st.sampled_from(
            ["insert", "insert", "replace value", "replace value", "delete", "double", "swap", "cut", "indent", "bytes"]
        )
    )
    return kind, draw(PLACES), draw(PLACES), draw(TEXTS)


def spoil(text: str, deed: tuple[str, float, float, str]) -> str:
    """The text after one change."""
    kind, where, other, word = deed
    at = int(where * len(text))
    lines = text.splitlines(keepends=True)
    line, second = (int(place * len(lines)) for place in (where, other))
    if kind == "insert":
        return text[:at] + word + text[at:]
    if kind == "delete":
        return text[:at] + text[at + int(other * 40) :]
    if kind == "cut":
        return text[:at]
    if not lines:
        return word
    if kind == "replace value":
        key, colon, _value = lines[line].partition(": ")
        lines[line] = f"{key}{colon}{word}\n"
    elif kind == "double":
        lines.insert(second, lines[line])
    elif kind == "swap":
        lines[line], lines[second] = lines[second], lines[line]
    elif kind == "indent":
        lines[line] = lines[line][1:] if other < 0.5 else f"  {lines[line]}"
    elif kind == "bytes":
        raw = bytearray(text.encode("utf-8", "surrogatepass"))
        raw[int(where * len(raw)) % max(len(raw), 1)] = int(other * 256)
        return raw.decode("utf-8", "surrogateescape")
    return "".join(lines)


def encoded(text: str) -> bytes:
    """As it stands in the file: lone surrogates are the bytes that they came from, or no text at all."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


class Memory:
    """Files that stand nowhere."""

    root = Path("/nowhere")

    def __init__(self, files: dict[str, str]) -> None:
        self.files = {name: encoded(text) for name, text in files.items()}
        self.changed = sorted(name for name, text in files.items() if SMALL.get(name) != text)

    def listing(self) -> Listing:
        return Listing(tuple(sorted(self.files)))

    def read(self, file: str, limit: int) -> bytes:
        return self.files[file][:limit]

    def __repr__(self) -> str:
        return (
            f"Memory(without {sorted(set(SMALL) - set(self.files))}, with { {name: self.files[name] for name in self.changed} })"
        )


@st.composite
def repositories(draw, most: int = 5):
    """The small clean repository after a number of accidents."""
    files = dict(SMALL)
    for _ in range(draw(st.integers(1, most))):
        name = draw(st.sampled_from(sorted(files)))
        act = draw(st.sampled_from(["spoil"] * 8 + ["delete", "rename"]))
        if act == "delete" and len(files) > 1:
            del files[name]
        elif act == "rename":
            folder, _slash, _name = name.rpartition("/")
            files[f"{folder}/{draw(st.sampled_from(['ny', 'Ny', 'å', '-x', '99-x', '2024', 'decisions']))}.yaml".lstrip("/")] = (
                files.pop(name)
            )
        else:
            files[name] = spoil(files[name], draw(deeds()))
    return Memory(files)
