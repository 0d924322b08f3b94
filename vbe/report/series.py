"""The values of an indicator over the years, its target, and the chart of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.disclosure.numbers import Shown
from vbe.domain.expected import is_expected
from vbe.domain.period import handed_in
from vbe.language.swedish import MISSING, listed, percent
from vbe.report.model import SHAPE, SHARES, Bar, Chart, Target
from vbe.report.shapes import NOT_APPLICABLE, cell, column, table

if TYPE_CHECKING:
    from vbe.model.records.area import Indicator
    from vbe.model.records.followup import Observation
    from vbe.report.model import Cell, Column
    from vbe.report.view import View

YEARS = 3
UNITS = {
    "number": "antal",
    "percent": "procent",
    "yes_no": "ja eller nej",
    "per_100000": "per 100 000 invånare",
    "kronor": "kronor",
    "index": "index",
}
DIRECTIONS = {"increase": "ska öka", "decrease": "ska minska", "watch": "bevakas"}
AIMED = {"increase": "ska vara ja", "decrease": "ska vara nej", "watch": "bevakas"}
"""The same of what is answered with yes or no."""
NOT_EXPECTED = Shown(NOT_APPLICABLE)


class Point(NamedTuple):
    """The value of a year, and what the board says about it."""

    year: int
    shown: Shown
    comment: str | None = None


def points(view: View, indicator: Indicator) -> list[Point]:
    """The values of the last three years; a dash for a year in which none is expected."""
    return [_point(view, indicator, year) for year in range(view.year - YEARS + 1, view.year + 1)]


def _point(view: View, indicator: Indicator, year: int) -> Point:
    if indicator.computed:
        value = _computed(view, indicator, year)
        if value is not None:
            return Point(year, view.guard.computed(value, indicator.id))
        return Point(year, NOT_EXPECTED if year < view.year else Shown(MISSING))
    observation = _observation(view, indicator, year)
    if observation is None and not is_expected(view.corpus, indicator, year):
        return Point(year, NOT_EXPECTED)
    shown = view.guard.observed(observation, indicator.id, year)
    return Point(year, shown, observation.comment if observation else None)


def _computed(view: View, indicator: Indicator, year: int) -> float | None:
    """What vbe computes for the year, and for the year before as of the day of that report."""
    if year == view.year:
        return view.verdicts.computed.get(indicator.id)
    since = view.verdicts.since
    return since.values.get(indicator.id) if since is not None and since.year == year else None


def _observation(view: View, indicator: Indicator, year: int) -> Observation | None:
    followed = handed_in(view.corpus, year, view.as_of)
    reported = [f.indicators[indicator.id] for _, f in sorted(followed.items()) if indicator.id in f.indicators]
    return next((o for o in reported if o.value is not None), reported[0] if reported else None)


SEXES = ("Kvinnor", "Män")


def by_sex(view: View, indicator: Indicator) -> list[tuple[str, list[Shown]]]:
    """For women and for men: the values of the last three years; empty where the plan asks for none and none is given."""
    years = range(view.year - YEARS + 1, view.year + 1)
    parts = [view.guard.by_sex(_observation(view, indicator, year), indicator.id, year) for year in years]
    if not indicator.by_sex and not any(parts):
        return []
    lacking = [Shown(MISSING) if is_expected(view.corpus, indicator, year) else NOT_EXPECTED for year in years]
    return [
        (sex, [given[at] if given else lack for given, lack in zip(parts, lacking, strict=True)]) for at, sex in enumerate(SEXES)
    ]


def target(indicator: Indicator, year: int) -> tuple[int, float | bool] | None:
    """The target of the year, else the next one, else the last one."""
    years = sorted(indicator.target)
    if not years:
        return None
    chosen = next((known for known in years if known >= year), years[-1])
    return chosen, indicator.target[chosen]


def target_text(view: View, indicator: Indicator) -> str:
    """`100 % (2017)`."""
    aim = target(indicator, view.year)
    return "inget målvärde" if aim is None else f"{aimed(view, indicator, aim).text} ({aim[0]})"


def aimed(view: View, indicator: Indicator, aim: tuple[int, float | bool]) -> Shown:
    """A target of a year as it may be shown."""
    return view.guard.target(aim[1], indicator.id, aim[0])


def start(view: View, indicator: Indicator) -> Shown | None:
    """The value at the start as it may be shown; None where there is none."""
    return None if indicator.baseline is None else view.guard.baseline(indicator.baseline, indicator.id)


def reached(view: View, indicator: Indicator) -> bool | None:
    """Whether the target of the year was reached; None where there is no target of the year or no value to compare."""
    aim = target(indicator, view.year)
    shown = _point(view, indicator, view.year).shown
    if aim is None or aim[0] != view.year:
        return None
    if indicator.unit == "yes_no":
        return None if shown.text not in ("ja", "nej") else (shown.text == "ja") == bool(aim[1])
    if shown.value is None:
        return None
    return shown.value <= aim[1] if indicator.direction == "decrease" else shown.value >= aim[1]


def chart(view: View, indicator: Indicator, place: str) -> Chart | None:
    """Bars for the years, from zero; nothing where there is nothing to compare with: one count alone is better as text."""
    if indicator.unit == "yes_no":
        return None
    begun = [point for point in points(view, indicator) if point.shown is not NOT_EXPECTED]
    since = begun[0].year if begun else view.year
    bars = [Bar(str(p.year), p.shown.value, p.shown.text) for p in points(view, indicator) if p.year >= since]
    begin = start(view, indicator)
    if begin is not None:
        bars.insert(0, Bar("Utgångsvärde", begin.value, begin.text))
    values = [bar.value for bar in bars if bar.value is not None]
    aim = target(indicator, view.year)
    if not values or (len(values) < 2 and aim is None and indicator.unit != "percent"):
        return None
    goal = _line(view, indicator, aim) if aim else None
    top = max([*values, goal.value if goal else 0.0, 1.0])
    return Chart(
        id=f"diagram-{place}-{indicator.id}",
        title=indicator.title,
        description=_described(bars, goal),
        unit=UNITS[indicator.unit],
        maximum=100.0 if indicator.unit == "percent" and top <= 100 else _rounded_up(top),
        bars=tuple(bars),
        target=goal,
        table=table(
            f"varden-{place}-{indicator.id}",
            f"Värden: {indicator.title}",
            (column("År"), column("Värde", "number")),
            [(cell(bar.label), cell(bar.text)) for bar in bars],
        ),
    )


def share_chart(view: View, indicators: list[Indicator]) -> Chart | None:
    """Many shares on one axis of 0–100, each with its target and last year's dot; nothing where there is nothing to compare."""
    bars = [bar for indicator in indicators if (bar := _share_bar(view, indicator)).value is not None]
    if not bars or (len(bars) == 1 and bars[0].before is None and bars[0].target is None):
        return None
    heads = (
        column("Mätetal", width=4),
        column(str(view.year), "number"),
        column(str(view.year - 1), "number"),
        column("Målvärde", "number"),
    )
    rows = [(cell(bar.label), cell(bar.text), cell(_percent(bar.before)), cell(_percent(bar.target))) for bar in bars]
    return Chart(
        id="diagram-andelar",
        title="Andelar på en gemensam skala",
        description=f"{SHARES} {listed(map(_told, bars))}.",
        unit=UNITS["percent"],
        maximum=100.0,
        bars=tuple(bars),
        target=None,
        table=table("varden-andelar", "Värden: andelar på en gemensam skala", heads, rows),
        look="shares",
    )


def _share_bar(view: View, indicator: Indicator) -> Bar:
    before, now = points(view, indicator)[-2:]
    aim = target(indicator, view.year)
    goal = aimed(view, indicator, aim).value if aim else None
    return Bar(indicator.title, now.shown.value, now.shown.text, before.shown.value, goal)


def _percent(value: float | None) -> str:
    return NOT_APPLICABLE if value is None else percent(value)


def _told(bar: Bar) -> str:
    was = f", året före {_percent(bar.before)}" if bar.before is not None else ""
    aim = f", målvärde {_percent(bar.target)}" if bar.target is not None else ""
    return f"{bar.label}: {bar.text}{was}{aim}"


def _line(view: View, indicator: Indicator, aim: tuple[int, float | bool]) -> Target | None:
    shown = aimed(view, indicator, aim)
    return None if shown.value is None else Target(shown.value, f"Målvärde {aim[0]}: {shown.text}")


def _described(bars: list[Bar], goal: Target | None) -> str:
    described = listed(f"{bar.label}: {'inget värde' if bar.text == NOT_APPLICABLE else bar.text}" for bar in bars)
    return f"{SHAPE} {described}." + (f" Streckad linje: {goal.text}." if goal else "")


def _rounded_up(value: float) -> float:
    """The end of an axis: 1, 2, 2,5 or 5 times a power of ten."""
    power = 1.0
    while power * 10 <= value:
        power *= 10
    return next(step * power for step in (1.0, 2.0, 2.5, 5.0, 10.0) if step * power >= value)


def year_columns(view: View) -> list[Column]:
    """One column for each of the years."""
    return [column(str(year), "number") for year in range(view.year - YEARS + 1, view.year + 1)]


def value_cells(view: View, indicator: Indicator) -> list[Cell]:
    """One cell for each of the years."""
    return [cell(point.shown.text) for point in points(view, indicator)]
