"""Texts that break what is not careful: the markup of every form, formulas, entities, docxtpl's own signs, long words."""

from __future__ import annotations

from hypothesis import strategies as st

MARKUP = (
    "A & B <i>kursiv</i>",
    "#let x = 1; $y$ *z* _å_ `kod` <märke> @ref // inte kommentar [a](b) \\u{41}",
    "{{ title }} {% for x in y %} {_{ x }_} {_% if %_} {# ej #}",
    "=1+1",
    "@SUM(A1)",
    "-2+3",
    "http://exempel.se/?a=1&b=2",
    "_x0041_ ']]><!-- -->",
    "&amp; &#65; &lt;b&gt; \\n \\t",
    "“citat” ‘enkla’ «vinkel» – — … 98,7\u00a0% − ½ § € № ﬁ",
    "Ångström, Émile, Łódź, Ştefan, Привет, Ελλάς",
    "a" * 400,
    "ordutanslut" * 20,
)
SIGNS = "{}<>&#*_`$@[]()\\/|~^'\"=+-%!?;:.,åäöÅÄÖéüß–§½ "


def folded(text: str) -> str:
    """As the composition folds every text: single blanks."""
    return " ".join(text.split())


texts = (
    st.text(
        st.sampled_from(SIGNS) | st.characters(min_codepoint=33, max_codepoint=0x17F, exclude_characters="\u00ad"),
        min_size=1,
        max_size=60,
    )
    .map(folded)
    .filter(lambda text: text.isprintable() and bool(text))
)
"""Printable signs of the Latin scripts, with those that are markup somewhere far more often than chance has them."""

REFUSED = ("klocka \u0007", "omvänd \u202e text", "osynlig\u200b", "ny\nrad", "tabb\t")
"""Signs that are not seen or turn the reading direction: no form shows them, each names their place."""
