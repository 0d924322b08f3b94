"""Documents as people write them: block style with comments everywhere, and now and then something odd.

Everything is drawn from a `random.Random` (or hypothesis's stand-in for one), and is written by rules of its own: nothing
here knows how `vbe fmt` writes.
"""

from __future__ import annotations

WORDS = (  # noqa: SIM905 - a list of words reads worse
    "samverkansgruppen möts varje kvartal och säkerhetschefen kallar då förvaltningarna till ett möte om läget i staden år 2017 "
    "enligt § 14 i lagen (2023:196) å ä ö – och så vidare"
).split()
ODD = (
    "no",
    "yes",
    "null",
    "~",
    "true",
    "0184",
    "1.0",
    "4.5",
    "2017-12-31",
    "KS/2016:365",
    "12:30",
    "-",
    "- a",
    "a: b",
    "a #b",
    "#x",
    "[a]",
    "{a}",
    "*x",
    "&x",
    "!x",
    "|",
    ">",
    "%",
    "@x",
    "`x`",
    "'x'",
    '"x"',
    "it's",
    'say "hej"',
    "a\\b",
    "http://x.example/#y",
    "<5",
    "=",
    "x:",
    ": x",
    "?",
    "? x",
    "a,b",
    "...",
    "---",
    "1e3",
    "+46",
    ".5",
    "08-746 10 00",
    " x",
    "x ",
    "a  b",
    "a\tb",
    "1_000",
    "a,",
    "2\u00a0000",
    "\u00a0x",
    "a: ",
    "a]",
    "€",
    "x{y",
    "k:v",
    "0x1F",
)
KEYS = (
    "title",
    "notes",
    "example",
    "id",
    "date",
    "kind",
    "text",
    "lead",
    "purpose",
    "commitments",
    "case_number",
    "4.5",
    "2017",
    "okänd",
)
COMMENTS = (
    "# kort",
    "#",
    "#tätt",
    "# med: kolon och - streck",
    "# [klammer] {och} \"citat\" 'x'",
    "# å ä ö  två blanka",
    "# vbe: ignore[VBE801] därför",
    "#! x",
)


def document(random) -> str:
    """The text of one document."""
    writer = _Writer(random)
    lines = []
    if random.random() < 0.5:
        lines.append("# yaml-language-server: $schema=../schemas/area.schema.json")
    lines += writer.remarks(0)
    if random.random() < 0.05:
        lines.append("---")
    lines += writer.mapping(0, 0, keys=KEYS)
    lines += writer.remarks(0)
    if random.random() < 0.05:
        lines += ["...", "# efter slutet"]
    end = "\n" if random.random() < 0.95 else ""
    text = "\n".join(lines) + end
    return text.replace("\n", "\r\n") if random.random() < 0.03 else text


class _Writer:
    def __init__(self, random) -> None:
        self.random = random

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def remark(self) -> str:
        return self.random.choice(COMMENTS) + (" " + self.prose(4) if self.chance(0.5) else "")

    def remarks(self, indent: int) -> list[str]:
        """Lines between entries: comments, mostly as deep as what follows, and empty lines."""
        lines = []
        while self.chance(0.25):
            if self.chance(0.4):
                lines.append(" " * self.random.choice((0, 0, indent)))
            else:
                depth = indent if self.chance(0.7) else self.random.randint(0, indent + 4)
                lines.append(" " * depth + self.remark() + " " * self.random.choice((0, 0, 0, 2)))
        return lines

    def behind(self) -> str:
        return " " * self.random.randint(1, 3) + self.remark() if self.chance(0.15) else ""

    def prose(self, most: int) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, most)))

    def text(self) -> str:
        if self.chance(0.25):
            return self.random.choice(ODD)
        text = self.prose(self.random.choice((3, 10, 40)))
        if self.chance(0.1):
            text += (
                "\n" + self.prose(10) + self.random.choice(("", "\n", "\n\n", "\n\n" + self.prose(30), "\n  " + self.prose(3)))
            )
        return text

    # -- values ---------------------------------------------------------------------------------------------------------

    def scalar(self, indent: int, head: str) -> list[str]:
        """A scalar behind a key or a hyphen."""
        choice = self.random.random()
        text = self.text()
        if choice < 0.10:
            bare = self.random.choice(("", " null", " ~", " true", " 12", " -3.50", " 0", " 2017", " 2018-02-28"))
            return [f"{head}{bare}{self.behind()}"]
        if choice < 0.30:
            return self.block(indent, head, text)
        if choice < 0.45 or not self.plain(text):
            return [f"{head} {self.quoted(text)}{self.behind()}"]
        if choice < 0.55 and " " in text and "  " not in text:
            first, rest = text.split(" ", 1)
            if not rest.startswith(("#", "- ")) and self.plain(first):
                return [f"{head} {first}", f"{' ' * (indent + 2)}{rest}{self.behind()}"]
        if choice < 0.60 and head.endswith(":") and self.plain(text):
            above = [f"{' ' * (indent + 2)}{self.remark()}"] if self.chance(0.5) else []
            return [f"{head}{self.behind()}", *above, f"{' ' * (indent + 2)}{text}{self.behind()}"]
        return [f"{head} {text}{self.behind()}"]

    def plain(self, text: str) -> bool:
        from vbe.documents import parse_text

        if "\n" in text or text != text.strip():
            return False
        document, faults = parse_text("x", f"a:\n- {text}\n")
        return document is not None and not faults and document.value == {"a": (text,)}

    def quoted(self, text: str) -> str:
        if "\n" not in text and self.chance(0.4):
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'

    def block(self, indent: int, head: str, text: str) -> list[str]:
        if text != text.strip(" \t"):
            return [f"{head} {self.quoted(text)}{self.behind()}"]
        sign = self.random.choice((">-", ">-", ">", "|", "|-", "|+", ">+"))
        pad = " " * (indent + self.random.choice((2, 2, 3, 4)))
        lines = [f"{head} {sign}{self.behind()}"]
        for line in text.split("\n"):
            words = line.split(" ")
            while sign[0] == ">" and len(words) > 6 and self.chance(0.8):
                lines.append(pad + " ".join(words[:6]))
                words = words[6:]
            lines.append(pad + " ".join(words) if any(words) else "")
        return lines + [""] * self.random.choice((0, 0, 0, 1, 2))

    def flow(self, depth: int) -> str:
        if self.chance(0.6):
            parts = [self.flow_part(depth) for _ in range(self.random.randint(0, 5))]
            return "[" + self.joined(parts) + "]"
        keys = self.random.sample(("a", "b", "value", "n", "2018"), self.random.randint(0, 3))
        return "{" + self.joined([f"{key}: {self.flow_part(depth)}" for key in keys]) + "}"

    def joined(self, parts: list[str]) -> str:
        return self.random.choice((", ", ", ", ",", " , ")).join(parts)

    def flow_part(self, depth: int) -> str:
        if depth and self.chance(0.1):
            return self.flow(depth - 1)
        text = self.text()
        safe = self.plain(text) and not set(text) & set(",[]{}:#?") and text[0] not in "-."
        return text if safe and self.chance(0.7) else self.quoted(text)

    def broken_flow(self, indent: int, head: str) -> list[str]:
        """A list in brackets over several lines, with comments in it."""
        pad = " " * (indent + 2)
        lines = [f"{head} [{self.behind()}"]
        for _ in range(self.random.randint(1, 4)):
            if self.chance(0.3):
                lines.append(pad + self.remark())
            lines.append(f"{pad}{self.flow_part(0)},{self.behind()}")
        if self.chance(0.3):
            lines.append(pad + self.remark())
        return [*lines, f"{pad}]{self.behind()}"]

    # -- containers -----------------------------------------------------------------------------------------------------

    def value(self, indent: int, depth: int, head: str) -> list[str]:
        choice = self.random.random()
        if depth < 3 and choice < 0.18:
            inner = indent + self.random.choice((2, 2, 2, 3, 4))
            return [f"{head}{self.behind()}", *self.remarks(inner), *self.mapping(inner, depth + 1)]
        if depth < 3 and choice < 0.40:
            inner = indent + self.random.choice((2, 2, 2, 0, 4))
            return [f"{head}{self.behind()}", *self.remarks(inner), *self.sequence(inner, depth + 1)]
        if choice < 0.50:
            return [f"{head} {self.flow(1)}{self.behind()}"]
        if choice < 0.54:
            return self.broken_flow(indent, head)
        return self.scalar(indent, head)

    def mapping(self, indent: int, depth: int, keys=KEYS) -> list[str]:
        lines: list[str] = []
        for index, key in enumerate(self.random.sample(keys, self.random.randint(1, 5 if depth else 8))):
            if index:
                lines += self.remarks(indent)
            written = key if key.isalpha() and self.chance(0.95) else f'"{key}"'
            lines += self.value(indent, depth, f"{' ' * indent}{written}:")
        return lines

    def sequence(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        for index in range(self.random.randint(1, 4)):
            if index:
                lines += self.remarks(indent)
            choice = self.random.random()
            if depth < 4 and choice < 0.45:
                wide = self.random.choice((1, 1, 1, 3))
                body = self.mapping(indent + 1 + wide, depth + 1)
                if self.chance(0.15):
                    between = [" " * (indent + 2) + self.remark()] if self.chance(0.5) else []
                    lines += [f"{' ' * indent}-{self.behind()}", *between, *body]
                else:
                    lines += [f"{' ' * indent}-{' ' * wide}{body[0].lstrip(' ')}", *body[1:]]
            elif choice < 0.55:
                lines.append(f"{' ' * indent}- {self.flow(1)}{self.behind()}")
            elif choice < 0.6 and depth < 4:
                body = self.sequence(indent + 2, depth + 1)
                lines += [f"{' ' * indent}- {body[0].lstrip(' ')}", *body[1:]]
            else:
                lines += self.scalar(indent, f"{' ' * indent}-")
        return lines
