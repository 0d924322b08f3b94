"""The short way to see that a text has no hidden character agrees with the long one."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from vbe.privacy.hidden import holds_hidden, is_plain
from vbe.privacy.titled import may_name, titled_names

ALMOST_PLAIN = st.text(st.sampled_from("aåÅéÿÀ×÷ \n~") | st.characters(), max_size=20)


@given(ALMOST_PLAIN)
def test_a_plain_text_hides_nothing_and_is_not_written_in_parts(text):
    if is_plain(text.encode("utf-8", "surrogatepass")):
        assert not holds_hidden(text)
        assert unicodedata.is_normalized("NFC", text)


def test_swedish_is_plain_and_what_may_hide_is_not():
    assert is_plain("Säkerhetschefen: åtgärda à la carte.\n".encode())
    assert not any(is_plain(f"a{sign}b".encode()) for sign in "\t\r\x00\x7f\x85\xa0\xad\u0301\u200b\u202e\ufeff")


@given(st.lists(st.sampled_from(["rektor", "Anna", "Andersson", "Anna Andersson", ", samordnare", "i Solna", "-"]), max_size=6))
def test_texts_that_are_searched_together_lose_no_name(texts):
    named = [text for text in texts if list(titled_names(f"rektorn {text}"))]
    assert may_name(f"rektorn {text}" for text in texts) or not named
