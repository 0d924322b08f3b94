"""Bad files: what is written where, and what must be said about it. Each is one change of a clean small repository."""

from __future__ import annotations

from dataclasses import dataclass, replace

ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
HEAD = "title: Orosanmälan\nstatus: draft\nowner_role: sakerhetschef\n"
HUGE = 100_000


@dataclass(frozen=True)
class Input:
    """A file with these bytes; `code` must be among what is found, in that file, on `line` where one is given."""

    name: str
    content: bytes
    code: str
    line: int | None = None
    file: str = ROUTINE


def of(name: str, text: str, code: str, line: int | None = None, file: str = ROUTINE) -> Input:
    return Input(name, text.encode("utf-8", "surrogatepass"), code, line, file)


def extra(name: str, text: str, code: str, line: int | None = 4) -> Input:
    """A clean routine with one more line that is not."""
    return of(name, HEAD + text + "\n", code, line)


def alias_bomb(levels: int, width: int) -> str:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * width) + "]" for n in range(1, levels)]
    return "\n".join(lines)


def merge_bomb(levels: int) -> str:
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, levels)]
    return "\n".join(lines)


ENCODINGS = [
    Input(f"{name} text", HEAD.encode(name), code)
    for name, code in (
        ("utf-16", "VBE103"),
        ("utf-16-le", "VBE102"),
        ("utf-16-be", "VBE102"),
        ("utf-32", "VBE103"),
        ("utf-32-le", "VBE102"),
        ("utf-8-sig", "VBE103"),
        ("latin-1", "VBE102"),
        ("cp1252", "VBE102"),
        ("mac-roman", "VBE102"),
        ("cp437", "VBE102"),
    )
] + [
    Input("a lone continuation byte", b"title: \x80\n", "VBE102", 1),
    Input("an overlong slash", b"title: \xc0\xaf\n", "VBE102", 1),
    Input("an encoded surrogate", b"title: \xed\xa0\x80\n", "VBE102", 1),
    Input("a cut character", HEAD.encode() + b"notes: \xc3", "VBE102", 4),
    Input("past the last code point", b"title: \xf4\x90\x80\x80\n", "VBE102", 1),
]

CHARACTERS = [
    extra(f"U+{ord(c):04X}", f"notes: a{c}b", "VBE104")
    for c in "\x00\x01\x07\x08\x0b\x0c\x1b\x7f\x80\x9b\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\uffff"
] + [
    extra("a line end that only some programs see", "notes: a\rstatus: b", "VBE104"),
    extra("a line end that only some programs see, escaped", 'notes: "a\\rb"', "VBE104"),
    extra("escaped NUL", 'notes: "a\\0b"', "VBE104"),
    extra("escaped ESC", 'notes: "\\e[31mred"', "VBE104"),
    extra("escaped bell as hex", 'notes: "\\x07"', "VBE104"),
    extra("escaped direction override", 'notes: "\\u202e"', "VBE104"),
    extra("escaped next line", 'notes: "\\N"', "VBE104"),
    extra("escaped line separator", 'notes: "\\L"', "VBE104"),
    extra("escaped lone surrogate", 'notes: "\\ud800"', "VBE107"),
    extra("escaped past the last code point", 'notes: "\\U00110000"', "VBE107"),
    extra("control character in a key", '"a\\eb": 1', "VBE104"),
    extra("decomposed letter in a value", "notes: ma\u030al", "VBE106"),
    extra("decomposed letter in a key", "ma\u030al: 1", "VBE106"),
]

SYNTAX = [
    extra("tab as indentation", "steps:\n\t- who: medarbetare", "VBE107", 5),
    extra("colon in plain text", "notes: a: b", "VBE107"),
    extra("single quote never closed", "notes: 'a", "VBE107"),
    extra("double quote never closed", 'notes: "a', "VBE107"),
    extra("bracket never closed", "commitments: [", "VBE107", None),
    extra("brace never closed", "a: {b: c", "VBE107", None),
    extra("bracket closed by brace", "a: [b}", "VBE107"),
    extra("wrong indentation", "steps:\n    - who: a\n  - who: b", "VBE107", 6),
    extra("percent at the start", "notes: %a", "VBE107"),
    extra("at sign at the start", "notes: @a", "VBE107"),
    extra("backtick at the start", "notes: `a", "VBE107"),
    extra("unknown escape", 'notes: "\\q"', "VBE107"),
    extra("list in a mapping", "- a", "VBE107"),
    extra("directive", "%YAML 1.1", "VBE107", None),
    of("directive first", "%YAML 1.1\n---\n" + HEAD + "notes: !!str a\n", "VBE112"),
    of("unknown version", "%YAML 9.9\n---\n" + HEAD, "VBE107"),
    of("conflict", "<<<<<<< HEAD\n" + HEAD + "=======\n" + HEAD + ">>>>>>> x\n", "VBE105", 1),
    of("diff3 conflict", HEAD + "<<<<<<< a\nnotes: 1\n||||||| b\nnotes: 2\n=======\nnotes: 3\n>>>>>>> c\n", "VBE105", 4),
    of("empty", "", "VBE108", 1),
    of("only blanks", " \n\n  \n", "VBE108"),
    of("only a comment", "# later\n", "VBE108"),
    of("only an end", "...\n", "VBE107"),
    of("a list", "- a\n- b\n", "VBE109"),
    of("a word", "hello\n", "VBE109"),
    of("a number", "12\n", "VBE109"),
    of("null", "~\n", "VBE109"),
    of("two documents", HEAD + "---\n" + HEAD, "VBE110", 4),
    of("three documents", HEAD + "---\na: 1\n---\nb: 1\n", "VBE110"),
    extra("complex key", "? [a, b]\n: c", "VBE107"),
    extra("null as key", "~: a", "VBE116"),
    extra("truth value as key", "true: a", "VBE116"),
    extra("decimal as key", "1.5: a", "VBE116"),
    extra("key twice", "title: b", "VBE115"),
    extra("key twice, once quoted", '"title": b', "VBE115"),
    extra("key twice in a step", "steps:\n  - who: sakerhetschef\n    who: sakerhetschef\n    does: a", "VBE115", 6),
]

RESOURCES = [
    of("alias bomb", alias_bomb(9, 9), "VBE111", 1),
    of("deep alias bomb", alias_bomb(30, 2), "VBE111", 1),
    of("merge bomb", merge_bomb(8), "VBE111", 1),
    of("deep merge bomb", merge_bomb(40), "VBE111", 1),
    extra("merge key", "<<: {a: b}", "VBE111"),
    extra("self alias", "a: &a [*a]", "VBE111"),
    extra("alias to nothing", "a: *b", "VBE111"),
    extra("anchor alone", "a: &b c", "VBE111"),
    extra("anchored key", "&a b: c", "VBE111"),
    extra("500 brackets", "a: " + "[" * 500, "VBE113"),
    extra("10 000 brackets", "a: " + "[" * 10_000, "VBE113"),
    extra("100 000 brackets", "a: " + "[" * HUGE, "VBE113"),
    extra("100 000 braces", "a: " + "{a: " * (HUGE // 2), "VBE113"),
    of("100 000 dashes", "- " * HUGE, "VBE113", 1),
    of("50 000 question marks", "? " * (HUGE // 2), "VBE107", 1),
    extra("10 000 levels of indentation", "a:\n" + "".join(" " * n + "b:\n" for n in range(1, 700)), "VBE113", None),
    of("60 000 values", "a: [" + "1," * 60_000 + "]", "VBE114"),
    of("10^6 keys", "".join(f"k{n}: 1\n" for n in range(10**6)), "VBE114", 1),
    of("1 MB of comment", "#" * 2**20, "VBE114", 1),
    of("50 MB of blanks", " " * (50 * 2**20), "VBE114", 1),
    of("50 MB in one scalar", "a: " + "x" * (50 * 2**20), "VBE114", 1),
    extra("200 000 characters in one text", "notes: " + "x" * 200_000, "VBE122"),
    extra("a key of 100 000 characters", "x" * HUGE + ": 1", "VBE107"),
    extra("a quoted key of 100 000 characters", '"' + "x" * HUGE + '": 1', "VBE107"),
    extra("a list of 20 000 dangling references", "obligations: [" + ", ".join(["O-99-99"] * 20_000) + "]", "VBE201"),
    # Nearly nothing in it belongs there, so it is told of the file as a whole.
    replace(extra("a list of 4 000 unknown keys", "\n".join(f"k{n}: 1" for n in range(4_000)), "VBE117"), line=1),
]

SCALARS = [
    extra(f"{text!r:.30} without quotation marks", f"notes: {text}", "VBE116")
    for text in (
        "no",
        "No",
        "NO",
        "yes",
        "on",
        "off",
        "OFF",
        "True",
        "FALSE",
        "Null",
        "0123",
        "08",
        "0o17",
        "0x1F",
        "0b11",
        "1_000",
        "+5",
        "1e3",
        "2E5",
        "1e1000",
        "-1e9",
        ".5",
        "5.",
        "1.5e3",
        "12:30",
        "1:30:45",
        "2016:365",
        "190:20:30.15",
        ".inf",
        "-.inf",
        ".nan",
        "=",
        "+46701234567",
        "9" * HUGE,
        "-" + "9" * 50,
        "3.14159265358979323846",
        "2017-02-28 12:00",
        "2017-02-28T12:00:00Z",
        "2017-2-3 1:00",
    )
] + [
    extra("a number where text is wanted", "notes: 12", "VBE119"),
    extra("a truth value where text is wanted", "notes: true", "VBE119"),
    extra("a list where text is wanted", "notes: [a]", "VBE119"),
    extra("a mapping where text is wanted", "notes: {a: b}", "VBE119"),
    extra("text where a number is wanted", 'review_interval_months: "12"', "VBE119"),
    extra("a decimal where a whole number is wanted", "review_interval_months: 12.5", "VBE119"),
    extra("a truth value where a number is wanted", "review_interval_months: true", "VBE119"),
    extra("too large a number", "review_interval_months: 100000", "VBE122"),
    extra("a negative number", "review_interval_months: -1", "VBE122"),
    extra("text where a list is wanted", "commitments: a", "VBE119"),
    extra("text where a truth value is wanted", 'example: "true"', "VBE119"),
    extra("30 February", "approved_on: 2017-02-30", "VBE121"),
    extra("month 13", "approved_on: 2017-13-01", "VBE121"),
    extra("29 February of a common year", "approved_on: 2017-02-29", "VBE121"),
    extra("year 0", "approved_on: 0000-01-01", "VBE121"),
    extra("one figure for the month", "approved_on: 2017-2-3", "VBE121"),
    extra("American date", "approved_on: 12/5/2016", "VBE121"),
    extra("a number as date", "approved_on: 20170203", "VBE121"),
    extra("Arabic figures", "approved_on: ٢٠١٧-٠٢-٠٣", "VBE121"),
    extra("an unknown field", "titel: a", "VBE117"),
    extra("a field in Swedish", "rubrik: a", "VBE117"),
    extra("a field of Python's", "__class__: a", "VBE117"),
    extra("model_config", "model_config: a", "VBE117"),
    extra("an unknown status", "audience: hemlig", "VBE120"),
    extra("a blank text", 'notes: "   "', "VBE122"),
    extra("an empty text", 'notes: ""', "VBE122"),
    extra("a bad id", "commitments: [x]", "VBE122"),
    extra("a reference to nowhere", 'commitments: ["99.99"]', "VBE201"),
    of("an unknown role", HEAD.replace("sakerhetschef", "sakerhetschefn"), "VBE201", 3),
    of("missing fields", "title: a\n", "VBE118", 1),
    of("nothing but null", "title:\nstatus:\nowner_role:\n", "VBE119", 1),
]

TAGS = [
    extra(name, f"notes: {text}", "VBE112")
    for name, text in (
        ("a tag that runs code", "!!python/object/apply:os.system [id]"),
        ("a tag that makes an object", "!!python/name:os.system x"),
        ("binary", "!!binary aGVq"),
        ("a set", "!!set {a, b}"),
        ("an ordered map", "!!omap [a: b]"),
        ("an explicit integer", '!!int "1"'),
        ("an explicit text", "!!str 1"),
        ("a tag of its own", "!secret a"),
        ("a verbatim tag", "!<tag:example.org,2000:x> a"),
        ("the non-specific tag", "! a"),
    )
]

INJECTIONS = [
    extra(name, f'"{text}": 1', "VBE117")
    for name, text in (
        ("a workflow command as key", "::error file=x::y"),
        ("a workflow command after an escaped line end", "a\\n::error::b"),
        ("an old workflow command", "##[error]x"),
        ("rich markup as key", "[red]x[/red]"),
        ("closing rich markup as key", "[/]"),
        ("a rich link as key", "[link=http://x]y[/link]"),
        ("an emoji code as key", ":warning:"),
        ("HTML as key", "<script>alert(1)</script>"),
        ("a format string as key", "{message.__class__}"),
        ("a percent format as key", "%s%n"),
        ("a template as key", "{{ 7 * 7 }}"),
        ("a formula as key", "=1+1"),
        ("a path as key", "../../etc/passwd"),
        ("XML as key", "]]><x/>&amp;"),
    )
]

INPUTS = [*ENCODINGS, *CHARACTERS, *SYNTAX, *RESOURCES, *SCALARS, *TAGS, *INJECTIONS]
