"""Routines in every layout that a person, an editor or a web form may leave behind."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.lists(
    st.sampled_from(["ring", "fråga", "möt", "svara", "åt", "polisen", "rad: två", "# inte", "ja", "a, b"]),
    min_size=1,
    max_size=4,
)
COMMENTS = st.sampled_from(
    ["# en kommentar", "#kommentar utan blank", "# vbe: ignore[VBE501] för att", "#", "# 'citat' och \"citat\": {x}"]
)
REVIEW = ("reviewed_on", "reviewed_by", "review_outcome", "review_note", "harmonised_with")
OLD = {"reviewed_on": "2017-02-15", "reviewed_by": "socialchef", "review_outcome": "no-change", "harmonised_with": "1.0"}


@st.composite
def scalars(draw, value: str, *, key: str = "", flow: bool = False) -> str:
    """A text, written in one of the ways that mean the same."""
    plain = key != "harmonised_with" and not any(sign in value for sign in ":#,'\"{}[]") and value != "ja"
    forms = ["double", "single", *(["plain"] if plain else []), *([] if flow else ["folded", "literal", "own line"])]
    form = draw(st.sampled_from(forms))
    if form == "plain":
        return value
    if form == "double":
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if form == "single" or form == "own line":
        quoted = "'" + value.replace("'", "''") + "'"
        return quoted if form == "single" else f"\n   {quoted}"
    sign = draw(st.sampled_from([">-", ">2-", "|-"] if form == "folded" else ["|-", "|-  # huvud", "|2-"]))
    return f"{sign}\n  {value}"


@st.composite
def fields(draw) -> list[tuple[str, str]]:
    """Keys and values, in some order."""
    words = draw(WORDS)
    listed = [
        ("title", draw(scalars(" ".join(words) + " nu"))),
        ("status", draw(scalars("in_force"))),
        ("owner_role", draw(scalars("socialchef"))),
        ("approved_on", draw(scalars("2017-01-10"))),
    ]
    for name in REVIEW:
        state = draw(st.sampled_from(["absent", "there", "there", "empty"]))
        if state == "there":
            value = OLD.get(name) or " ".join(draw(WORDS))
            listed.append((name, draw(scalars(value, key=name))))
        elif state == "empty" and name != "review_note":
            listed.append((name, draw(st.sampled_from(["", "null", "~"]))))
    listed.append(("scope", draw(scalars(" ".join(draw(WORDS)) + " då"))))
    listed.append(
        (
            "law_refs",
            draw(
                st.sampled_from(
                    ["[]", "[a, b]", '["a, b",\n  b]', "[a, # varför\n  b]", "\n  - a\n  - b", "\n- a\n# mellan\n- b"]
                )
            ),
        )
    )
    listed.append(
        (
            "steps",
            draw(
                st.sampled_from(
                    [
                        "\n  - who: socialchef\n    does: Ring.",
                        "\n- {who: socialchef, does: Ring.}",
                        "\n-\n  who: socialchef\n  does: |\n    Ring.\n    Nu.",
                    ]
                )
            ),
        )
    )
    return draw(st.permutations(listed)) if draw(st.booleans()) else listed


@st.composite
def blocks(draw) -> str:
    """A routine in block style: comments and empty lines anywhere, any line end, with or without the last one."""
    lines = []
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(["# överst", "---", "# överst\n---", "%YAML 1.2\n---"])))
    for key, value in draw(fields()):
        lines += draw(st.lists(st.one_of(COMMENTS, st.just("")), max_size=2))
        name = draw(st.sampled_from([key, key, f'"{key}"', f"'{key}'", f"{key} "])) if key != "title" else key
        gap = draw(st.sampled_from([" ", " ", "  ", "   "])) if value[:1] not in ("", "\n") else ""
        tail = draw(st.sampled_from(["", "", "  # efter", " # 'x'", "   "]))
        if "\n" in value or not value:
            tail = ""
        lines.append(f"{name}:{gap}{value}{tail}")
    lines += draw(st.lists(st.one_of(COMMENTS, st.just("")), max_size=2))
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(["...", "... # slut", "# slut"])))
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\n", "\n", "\r\n", "\r\n", "\r"])))


@st.composite
def brackets(draw) -> str:
    """A routine in braces."""
    kept = [("title", draw(scalars("Oro nu", flow=True)))]
    kept += [("status", "in_force"), ("owner_role", draw(scalars("socialchef", flow=True)))]
    for name in REVIEW:
        if draw(st.booleans()):
            kept.append((name, draw(scalars(OLD.get(name, "läst"), key=name, flow=True))))
    kept.append(("steps", "[{who: socialchef, does: Ring.}]"))
    between = draw(st.sampled_from([", ", ",\n ", ", # varför\n ", " ,"]))
    return (
        "{"
        + between.join(f"{key}: {value}" for key, value in kept)
        + draw(st.sampled_from(["}", "\n}", "} # slut", ", }"]))
        + "\n"
    )


LAYOUTS = st.one_of(blocks(), blocks(), blocks(), brackets())
