"""E-mail addresses and telephone numbers: found, allowed, personal or not."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_corpus import NEGATIVES

from vbe.privacy import email_addresses, is_personal_email, phone_numbers

# From the series that PTS keeps for fiction, and the published switchboard of Solna.
PHONES = [
    "08-746 10 00",
    "08-7461000",
    "(08) 746 10 00",
    "08/746 10 00",
    "08 746 10 00",
    "08\u2011746\u00a010\u00a000",
    "070-174 06 05",
    "070-1740605",
    "070 174 06 05",
    "0701740605",
    "070 - 174 06 05",
    "+46 70 174 06 05",
    "+46701740605",
    "+46 (0)70-174 06 05",
    "+46-8-746 10 00",
    "0046 70 174 06 05",
    "\uff10\uff17\uff10-174 06 05",
    "031-390 06 00",
    "0980-31 92 00",
]
NO_PHONES = [
    "KS/2016:365",
    "2017-02-15",
    "2017-02-15, 2018-03-01",
    "08-12-2017",
    "20170215",
    "212000-0183",
    "016032-1234",
    "0180 0181 0182 0183",
    "kl. 08:00-17:00",
    "kl. 08-17, 2017-02-15",
    "ISBN 0-306-40615-2",
    "dnr 2016/0365-12 34",
    "0.12345678",
    "10 000 000 kr",
    "0x0812345678",
    "1234 0701740605 99",
]


@pytest.mark.parametrize("phone", PHONES)
def test_phone_is_found_where_it_stands(phone: str) -> None:
    for before, after in (("", ""), ("Tfn: ", "."), ("phone: '", "'\n"), ("ring ", ", dygnet runt"), ("Tfn:", " (växel)")):
        (hit,) = phone_numbers(before + phone + after)
        assert (hit.kind, hit.start, hit.end) == ("phone", len(before), len(before) + len(phone))


@pytest.mark.parametrize("text", NO_PHONES)
def test_no_phone(text: str) -> None:
    assert phone_numbers(text) == []


@pytest.mark.parametrize("way", [way for way in NEGATIVES if "phone" not in way])
def test_other_numbers_are_no_phones(way: str) -> None:
    rng = random.Random(3)
    alarms = sum(bool(phone_numbers(NEGATIVES[way](rng))) for _ in range(100))
    # Bare digits that begin with 0 can be both; they must stay rare.
    assert alarms <= 2


@pytest.mark.parametrize("allowed", ["08-746 10 00", "+46 8 746 10 00", "0046(0)87461000", "087461000"])
def test_allowed_phone_is_no_hit_however_it_is_written(allowed: str) -> None:
    assert phone_numbers("Växel +46 (0)8-746 10 00, 08-7461000", frozenset({allowed})) == []
    assert len(phone_numbers("08-746 10 00, 070-174 06 05", frozenset({allowed}))) == 1


@pytest.mark.parametrize(
    "address",
    ["anna.andersson@exempel.se", "Anna.Andersson@Exempel.SE", "åsa.öberg@exempel.se", "a_b+x@sub.exempel.co.uk"],
)
def test_address_is_found_where_it_stands(address: str) -> None:
    (hit,) = email_addresses(f"skriv till <{address}>.")
    assert (hit.kind, hit.start, hit.end) == ("email", 12, 12 + len(address))
    assert email_addresses(f"skriv till <{address}>.", frozenset({address.upper()})) == []


@pytest.mark.parametrize("sign", ["(at)", " [at] ", " (snabel-a) ", "\uff20"])
def test_address_with_another_sign_is_found(sign: str) -> None:
    assert len(email_addresses(f"anna.andersson{sign}exempel.se")) == 1


@pytest.mark.parametrize("sign", ["(at)", " [at] ", "%40", "&#64;", "&commat;", "<wbr>@"])
def test_a_personal_address_is_personal_however_it_is_written(sign: str) -> None:
    (hit,) = email_addresses(text := f"skriv till anna.andersson{sign}exempel.se.")
    assert is_personal_email(text[hit.start : hit.end])


@pytest.mark.parametrize("phone", ["08&nbsp;746 10 00", "070%2D174%2006%2005", "070&#8209;174 06 05", "08-<b>746</b> 10 00"])
def test_a_phone_behind_codes_is_found(phone: str) -> None:
    (hit,) = phone_numbers(f"Tfn: {phone}.")
    assert (hit.start, hit.end) == (5, 5 + len(phone))


@pytest.mark.parametrize("text", ["@", "kl. 8 @ stadshuset", "a@b", "@användare", "x@.se", "-@-"])
def test_no_address(text: str) -> None:
    assert email_addresses(text) == []


@pytest.mark.parametrize(
    "local",
    ["fornamn.efternamn", "anna.andersson", "Konrad.Ek", "edvard_lind", "anna-karin.berg", "a.svensson", "erik", "abc012"],
)
def test_personal_address(local: str) -> None:
    assert is_personal_email(f"{local}@solna.se")
    assert is_personal_email(f"<mailto:{local}@solna.se>".replace("<mailto:", "mailto:").rstrip(">"))
    assert not is_personal_email(f"{local}@solna.se", frozenset({f"{local.upper()}@SOLNA.SE"}))


@pytest.mark.parametrize(
    "local",
    [
        "info",
        "kontaktcenter",
        "registrator",
        "kommunstyrelsen.registrator",
        "socialjour",
        "social.jour",
        "barn.unga",
        "trygg.stad",
        "socialnamnden.registrator",
        "hr-avdelningen",
        "sakerhet",
        "dataskyddsombud",
        "kommunikation",
        "press.media",
        "no-reply",
        "larmcentral.norr",
        "solna.stad",
        "orosanmalan",
        "strategiskt.rad.sekreterare",
    ],
)
def test_function_address(local: str) -> None:
    assert not is_personal_email(f"{local}@solna.se")


def test_private_mailbox_is_personal_even_if_it_has_no_name() -> None:
    assert is_personal_email("kulla@gmail.com")
    assert not is_personal_email("ingen adress")


@given(st.text() | st.text(alphabet="08+46()-/ .:@aå[]t\n\u200b\uff20", max_size=80))
def test_any_text_gives_sorted_places_within_it(text: str) -> None:
    for find in (phone_numbers, email_addresses):
        last = 0
        for hit in find(text):
            assert last <= hit.start < hit.end <= len(text)
            last = hit.end
    is_personal_email(text)
