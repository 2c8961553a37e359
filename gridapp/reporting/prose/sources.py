"""The sources of a report's numbers (数字出处): what stands in the table at its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import Indicator
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.words import UNFILLED, Words
from gridapp.domain.moment import spoken
from gridapp.reporting.prose.document import Document, Number

HEADINGS = ("序号", "数字", "指标", "口径", "单位", "统计期间", "截至", "名单")
WIDTHS = (8, 23, 28, 40, 10, 17, 17, 13)
"""Of the columns, in millimetres; together what the margins leave (GB/T 9704: 28 and 26 mm)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where one number comes from, in the office's words; `cases` is how many records its list has (件)."""

    number: Number
    said: str
    indicator: str
    rule: str
    unit: str
    period: str
    as_of: str
    cases: int
    cases_last_year: int | None

    def line(self, place: int) -> tuple[str, ...]:
        """Its line of the table, one text for each of `HEADINGS`."""
        listed = f"{self.cases} 件记录"
        if self.cases_last_year is not None:
            listed = f"本期 {self.cases} 件记录，去年同期 {self.cases_last_year} 件"
        return str(place), self.said, self.indicator, self.rule, self.unit, self.period, self.as_of, listed


def sources_of(document: Document, ledger: Ledger, words: Words) -> Sequence[Source]:
    """The source of every number of a report, in the order of reading, one that is said twice once."""
    counted: dict[tuple[object, ...], int] = {}

    def cases(indicator: Indicator, cut: Cut) -> int:
        question = (indicator.code, cut.period, *sorted(cut.where.items()))
        if question not in counted:
            counted[question] = len(cases_behind(ledger, indicator, cut))
        return counted[question]

    found: dict[tuple[object, ...], Source] = {}
    for number in document.numbers:
        question = (number.text, number.indicator.code, number.against is None, *sorted(number.cut.where.items()))
        if question not in found:
            last_year = None if number.against is None else cases(number.indicator, number.against)
            found[question] = _source(number, document, words, cases(number.indicator, number.cut), last_year)
    return list(found.values())


def _source(number: Number, document: Document, words: Words, cases: int, last_year: int | None) -> Source:
    indicator, where = number.indicator, _where(number, words)
    change = "，同比" if number.against is not None else ""
    return Source(
        number=number,
        said=number.text,
        indicator=f"{indicator.kind.label}·{indicator.name}{where}{change}",
        rule=indicator.rule,
        unit=number.unit,
        period=document.period.label,
        as_of=spoken(number.as_of),
        cases=cases,
        cases_last_year=last_year,
    )


def _where(number: Number, words: Words) -> str:
    """（村社：桐川村；级别：重大、特别重大）, or nothing."""
    said = [
        "、".join(words.name(dimension, key) or UNFILLED for key in keys)
        for dimension, keys in number.cut.where.items()
        if dimension is not Dimension.TOWN
    ]
    return f"（{'；'.join(said)}）" if said else ""
