"""Times and numbers are read as people write them, and what cannot be told is not guessed."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbe.language.written import Number, Time, read_number, read_time

SPANS = {
    "2018": ("2018-01-01", "2018-12-31"),
    "juni 2018": ("2018-06-01", "2018-06-30"),
    "feb 2020": ("2020-02-01", "2020-02-29"),
    "30/6 2018": ("2018-06-30", "2018-06-30"),
    "30/6-2018": ("2018-06-30", "2018-06-30"),
    "30.6.2018": ("2018-06-30", "2018-06-30"),
    "2018-06-30": ("2018-06-30", "2018-06-30"),
    "den 30 juni 2018": ("2018-06-30", "2018-06-30"),
    "hösten 2027": ("2027-08-01", "2027-12-31"),
    "våren 2018": ("2018-01-01", "2018-06-30"),
    "sommaren 2018": ("2018-06-01", "2018-08-31"),
    "HT 2017": ("2017-08-01", "2017-12-31"),
    "HT2017": ("2017-08-01", "2017-12-31"),
    "2018-HT": ("2018-08-01", "2018-12-31"),
    "VT 2018": ("2018-01-01", "2018-06-30"),
    "Q2 2025": ("2025-04-01", "2025-06-30"),
    "2018-Q4": ("2018-10-01", "2018-12-31"),
    "kvartal 2 2025": ("2025-04-01", "2025-06-30"),
    "andra kvartalet 2025": ("2025-04-01", "2025-06-30"),
    "tertial 1 2018": ("2018-01-01", "2018-04-30"),
    "T3 2018": ("2018-09-01", "2018-12-31"),
    "första halvåret 2019": ("2019-01-01", "2019-06-30"),
    "2017–2021": ("2017-01-01", "2021-12-31"),
    "2017-2021": ("2017-01-01", "2021-12-31"),
    "mars–maj 2018": ("2018-03-01", "2018-05-31"),
    "från 2018 till 2020": ("2018-01-01", "2020-12-31"),
    "under hösten 2018": ("2018-08-01", "2018-12-31"),
    "senast 2018-06-30": (None, "2018-06-30"),
    "Senast\u00a0juni 2018.": (None, "2018-06-30"),
    "klart senast 2018": (None, "2018-12-31"),
    "före 1 juli 2018": (None, "2018-06-30"),
    "t.o.m. 2018": (None, "2018-12-31"),
}
CADENCES = {
    "årligen": 12,
    "varje år": 12,
    "1 gång/år": 12,
    "en gång per år": 12,
    "varje läsår": 12,
    "vartannat år": 24,
    "vart tredje år": 36,
    "två gånger per år": 6,
    "minst fyra gånger per år": 3,
    "varje halvår": 6,
    "halvårsvis": 6,
    "kvartalsvis": 3,
    "varje kvartal": 3,
    "varje månad": 1,
    "varannan månad": 2,
    "en gång per mandatperiod": 48,
}
EVENTS = [
    "vid behov",
    "när larm kommer",
    "i samband med budget",
    "2018-02-30",
    "31/4 2018",
    "år",
    "",
    "varje vecka",
    "kvartal 5 2018",
]
NUMBERS = {
    "2 150": Number(2150),
    "2\u2009150": Number(2150),
    "2\u00a0150": Number(2150),
    "12,5": Number(12.5),
    "12.5": Number(12.5),
    "92 %": Number(92, is_percent=True),
    "92,5\u00a0%": Number(92.5, is_percent=True),
    "\u22123": Number(-3),
    "0": Number(0),
    "ca 2000": Number(2000, is_about=True),
    "ca. 90 procent": Number(90, is_percent=True, is_about=True),
}


@pytest.mark.parametrize("text", SPANS)
def test_a_day_or_a_span_of_days(text):
    first, last = (day and datetime.date.fromisoformat(day) for day in SPANS[text])
    assert read_time(text) == read_time(text.upper()) == Time(first, last)


@pytest.mark.parametrize("text", CADENCES)
def test_a_cadence(text):
    assert read_time(text) == Time(every_months=CADENCES[text])


@pytest.mark.parametrize("text", ["löpande", "Fortlöpande.", "kontinuerligt", "tills vidare"])
def test_all_the_time(text):
    assert read_time(text) == Time(is_continuous=True)


@pytest.mark.parametrize("text", EVENTS)
def test_what_is_no_time_is_not_guessed(text):
    assert read_time(text) is None


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number(text):
    assert read_number(text) == NUMBERS[text]


@pytest.mark.parametrize("text", ["", "2.150", "1,234,5", "abc", "1.5.2018", "12-13", "1e3", "tre"])
def test_what_is_no_number_or_two_is_not_guessed(text):
    assert read_number(text) is None


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)))
def test_every_way_of_writing_a_day_is_that_day(day):
    ways = (
        f"{day.day}/{day.month} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        f"senast {day.isoformat()}",
    )
    assert {read_time(way).last for way in ways} == {day}


@given(st.text())
def test_any_text_is_read_or_is_not(text):
    read = read_time(text)
    assert read is None or read.last is not None or read.every_months or read.is_continuous
    assert read_number(text) is None or text.strip()


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("30/6-18", "2018-06-30", "2018-06-30"),
        ("30/6 18", "2018-06-30", "2018-06-30"),
        ("VT27", "2027-01-01", "2027-06-30"),
        ("ht-27", "2027-08-01", "2027-12-31"),
        ("HT-2027", "2027-08-01", "2027-12-31"),
        ("jan-mar 2018", "2018-01-01", "2018-03-31"),
    ],
)
def test_short_years_and_months(words, first, last):
    found = read_time(words)
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize("words", ["3/4-5", "vård-vid 2018", "30/6", "18"])
def test_what_is_only_like_a_short_year(words):
    assert read_time(words) is None
