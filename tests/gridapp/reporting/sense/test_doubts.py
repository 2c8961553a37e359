"""Doubts about a town's period: what was planted is found with its cases, and calm offices raise next to none."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from db.office import open_office
from gridapp.counting.tally import figure
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Term
from gridapp.domain.period import Month, period_named
from gridapp.domain.petition import Channel
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.status import Status
from gridapp.ports import Office
from gridapp.reporting.sense.doubt import Doubt, DoubtKind
from gridapp.reporting.sense.doubts import doubts, examined
from gridapp.sampling.office import build_sample
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import fill, save
from tests.offices import TOWN, VILLAGES, at

TONGCHUAN, NEIFENG, XISHAN = VILLAGES


def of(office: Office, kind: DoubtKind, period: str = "2018-H1") -> Sequence[Doubt]:
    return [doubt for doubt in doubts(office, TOWN, period_named(period)) if doubt.kind is kind]


def _in_month(kind: Kind, month: Month, village: str, number: int, **fields: Any) -> Iterator[Case]:
    for n in range(number):
        yield bare(kind, at(month.year, month.number, 1 + n % 28, 9), village=village, **fields)


def _steady(kind: Kind = Kind.EVENT, **fields: Any) -> Iterator[Case]:
    """Twelve months of about ten cases in each of three villages."""
    for back in range(12):
        month = Month(2017, 3).later(back)
        for place, village in enumerate(VILLAGES):
            yield from _in_month(kind, month, village, 9 + (back + place) % 3, **fields)


def test_a_village_far_from_its_months_is_named_with_its_cases(sqlite_office: Office) -> None:
    march = Month(2018, 3)
    usual = [*_in_month(Kind.EVENT, march, NEIFENG, 11), *_in_month(Kind.EVENT, march, XISHAN, 9)]
    save(sqlite_office, [*_steady(), *usual, *_in_month(Kind.EVENT, march, TONGCHUAN, 60)])
    told = of(sqlite_office, DoubtKind.OUTLIER, "2018-03")
    (high,) = [doubt for doubt in told if "桐川村" in doubt.sentence and doubt.figures[0].indicator.code.endswith("ed")]
    assert high.sentence.startswith("桐川村2018年3月网格事件本期上报 60 件，明显偏高")
    (cell,) = high.figures
    assert cell.value == figure(sqlite_office.ledger, cell.indicator, cell.cut) == len(high.cases) == 60
    assert not [doubt for doubt in told if "内冯村" in doubt.sentence or "西山村" in doubt.sentence]


def test_a_village_that_fell_silent_is_named(sqlite_office: Office) -> None:
    march = Month(2018, 3)
    usual = [*_in_month(Kind.EVENT, march, NEIFENG, 21), *_in_month(Kind.EVENT, march, XISHAN, 19)]
    twice = [case for _ in range(2) for case in _steady()]
    save(sqlite_office, [*twice, *usual])
    (low,) = [d for d in of(sqlite_office, DoubtKind.OUTLIER, "2018-03") if "桐川村" in d.sentence]
    assert "本期上报 0 件，明显偏低" in low.sentence
    assert low.cases == ()


def test_a_busy_month_of_the_whole_town_makes_no_village_suspicious(sqlite_office: Office) -> None:
    march = Month(2018, 3)
    save(
        sqlite_office,
        [*_steady(), *(case for village in VILLAGES for case in _in_month(Kind.EVENT, march, village, 30))],
    )
    assert of(sqlite_office, DoubtKind.OUTLIER, "2018-03") == []


def test_a_ledger_that_has_only_begun_is_not_compared(sqlite_office: Office) -> None:
    old = [case for back in range(12) for case in _in_month(Kind.EVENT, Month(2017, 3).later(back), XISHAN, 1)]
    march = [case for village in VILLAGES for case in _in_month(Kind.EVENT, Month(2018, 3), village, 40)]
    save(sqlite_office, [*old, *march])
    assert of(sqlite_office, DoubtKind.OUTLIER, "2018-03") == []


def test_a_month_that_is_not_whole_is_not_compared(sqlite_office: Office) -> None:
    save(sqlite_office, [*_steady(), *_in_month(Kind.EVENT, Month(2018, 3), TONGCHUAN, 60)])
    assert of(sqlite_office, DoubtKind.OUTLIER, "2018-03-01..2018-03-30") == []
    assert of(sqlite_office, DoubtKind.OUTLIER, "2018-03") != []


def _won() -> dict[str, Any]:
    end = Closing(closed_at=at(2018, 1, 20), outcome=Outcome.SUCCEEDED)
    return {"closings": (end,), "status": Status.AGREED}


def _struck_off(day: int) -> dict[str, Any]:
    closing = Closing(closed_at=at(2018, 3, day))
    passed = {"rechecked_at": at(2018, 3, day), "recheck_result": RecheckResult.PASSED}
    return {"closings": (closing,), "status": Status.STRUCK_OFF, "counting_unit": CountingUnit.ITEM, **passed}


@pytest.mark.parametrize(
    ("wrong", "right", "words"),
    [
        (
            bare(Kind.PETITION, source=Channel.VISIT, heads=0),
            bare(Kind.PETITION, source=Channel.LETTER, heads=9),
            "来访人次（0人次）少于来访批次（1批）",
        ),
        (
            bare(Kind.DRILL, heads=0),
            bare(Kind.DRILL, at(2018, 2, 1), heads=4),
            "演练人次（0人次）少于演练次数（1次）",
        ),
        (
            bare(Kind.DISPUTE, closings=(Closing(closed_at=at(2018, 1, 20)),), status=Status.AGREED),
            bare(Kind.DISPUTE),
            "调处（1件）中有的没有结果",
        ),
        (
            bare(Kind.DISPUTE, terms=(Term(agreement=1, what="演示", who="演示甲", amount=Decimal(500)),), **_won()),
            bare(Kind.DISPUTE),
            "有协议金额（500元），却没有书面或口头协议",
        ),
    ],
    ids=["visit of nobody", "drill of nobody", "no outcome", "amount without agreement"],
)
def test_figures_that_contradict_each_other_are_told(
    sqlite_office: Office, wrong: Case, right: Case, words: str
) -> None:
    save(sqlite_office, [wrong, right])
    (doubt,) = of(sqlite_office, DoubtKind.CONTRADICTION)
    assert words in doubt.sentence
    assert doubt.sentence.startswith("桐川村2018年1月")
    assert [case.case_id for case in doubt.cases] == [wrong.id]
    for cell in doubt.figures:
        assert cell.value == figure(sqlite_office.ledger, cell.indicator, cell.cut)


def test_a_dispute_reopened_and_closed_again_contradicts_nothing(sqlite_office: Office) -> None:
    first = Closing(
        closed_at=at(2018, 1, 20), outcome=Outcome.SUCCEEDED, form=AgreementForm.WRITTEN, reopened_at=at(2018, 2, 3)
    )
    second = Closing(closed_at=at(2018, 2, 9), outcome=Outcome.SUCCEEDED, form=AgreementForm.WRITTEN)
    term = Term(agreement=2, what="演示", who="演示甲", amount=Decimal(500))
    save(sqlite_office, [bare(Kind.DISPUTE, closings=(first, second), terms=(term,), status=Status.AGREED)])
    assert of(sqlite_office, DoubtKind.CONTRADICTION) == []


def test_a_balance_below_zero_is_told_once(sqlite_office: Office) -> None:
    before = bare(Kind.EVENT, at(2018, 3, 5), closings=(Closing(closed_at=at(2018, 2, 1)),), status=Status.CLOSED)
    save(sqlite_office, [before])
    (doubt,) = of(sqlite_office, DoubtKind.NEGATIVE)
    assert doubt.sentence == "桐川村2018年2月网格事件期末在办 -1 件，结存不应为负，请核对。"
    assert [(case.case_id, case.quantity) for case in doubt.cases] == [(before.id, Decimal(-1))]


def test_more_hazards_removed_than_ever_found_are_told_in_their_unit(sqlite_office: Office) -> None:
    early = bare(Kind.HAZARD, at(2018, 4, 5), **_struck_off(3))
    save(sqlite_office, [early, bare(Kind.HAZARD, at(2018, 3, 1), counting_unit=CountingUnit.SPOT)])
    (doubt,) = of(sqlite_office, DoubtKind.NEGATIVE)
    assert doubt.sentence == "桐川村2018年3月安全隐患期末未销号 -1 条，结存不应为负，请核对。"
    assert [case.case_id for case in doubt.cases] == [early.id]


def test_a_rate_over_a_hundred_is_explained_by_what_was_carried_over(sqlite_office: Office) -> None:
    lost = Closing(closed_at=at(2018, 2, 6), outcome=Outcome.FAILED)
    carried = bare(Kind.DISPUTE, at(2018, 1, 6), closings=(lost,), status=Status.TERMINATED)
    new = bare(Kind.DISPUTE, at(2018, 2, 5), closings=(lost,), status=Status.TERMINATED)
    save(sqlite_office, [carried, new])
    (doubt,) = of(sqlite_office, DoubtKind.CARRIED_OVER, "2018-02")
    assert "调处率200.00%（2/1），超过百分之百：所调处的有上期结转（期初1件）。" in doubt.sentence
    assert [case.case_id for case in doubt.cases] == [carried.id]
    assert of(sqlite_office, DoubtKind.CARRIED_OVER, "2018-H1") == []


MARCH = at(2018, 3, 5, 9)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (
            bare(Kind.EVENT, MARCH, closings=(Closing(closed_at=at(2018, 3, 4)),), status=Status.CLOSED),
            "办结时间早于上报（受理）时间",
        ),
        (bare(Kind.EVENT, MARCH, accepted_at=MARCH - timedelta(hours=1)), "受理时间早于上报时间"),
        (bare(Kind.EVENT, MARCH, occurred_at=MARCH + timedelta(days=1)), "发生时间晚于上报时间"),
        (bare(Kind.EVENT, MARCH, status=Status.CLOSED), "已办结却没有办结时间"),
        (bare(Kind.PETITION, MARCH, source=Channel.LETTER, heads=0), "人数不足一人"),
        (
            bare(Kind.PETITION, MARCH, source=Channel.LETTER, informed_at=MARCH - timedelta(days=1)),
            "告知时间早于信访时间",
        ),
        (
            bare(
                Kind.PETITION,
                MARCH,
                source=Channel.LETTER,
                backlog_entered_at=at(2018, 3, 9),
                backlog_resolved_at=at(2018, 3, 7),
            ),
            "化解积案的时间早于列入时间",
        ),
        (
            bare(
                Kind.DISPUTE,
                MARCH,
                closings=(Closing(closed_at=MARCH, outcome=Outcome.FAILED, form=AgreementForm.WRITTEN),),
                status=Status.TERMINATED,
            ),
            "有协议形式，结果却不是调解成功",
        ),
        (bare(Kind.HAZARD, MARCH, **_struck_off(3)), "复查时间早于排查时间"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.kind,
)
def test_single_records_that_cannot_be_are_listed(sqlite_office: Office, wrong: Case, words: str) -> None:
    right = [bare(wrong.kind, MARCH), bare(wrong.kind, MARCH, excluded=Exclusion(at=MARCH, reason="演示"))]
    save(sqlite_office, [wrong, *(case for case in right if case.kind is not Kind.HAZARD)])
    told = [doubt for doubt in of(sqlite_office, DoubtKind.RECORD) if words in doubt.sentence]
    assert [case.case_id for doubt in told for case in doubt.cases] == [wrong.id]


def test_a_record_from_the_future_is_listed(sqlite_office: Office) -> None:
    save(sqlite_office, [bare(Kind.EVENT, at(2098, 3, 5))])
    (doubt,) = of(sqlite_office, DoubtKind.RECORD, "2098")
    assert "上报时间在将来" in doubt.sentence


def test_days_without_a_time_are_compared_as_days(sqlite_office: Office) -> None:
    same_day = bare(Kind.EVENT, MARCH, closings=(Closing(closed_at=at(2018, 3, 5)),), status=Status.CLOSED)
    save(sqlite_office, [same_day])
    assert of(sqlite_office, DoubtKind.RECORD) == []


def test_an_excluded_record_is_no_doubt(sqlite_office: Office) -> None:
    voided = Exclusion(at=at(2018, 3, 9), reason="演示")
    save(sqlite_office, [bare(Kind.EVENT, MARCH, occurred_at=MARCH + timedelta(days=1), excluded=voided)])
    assert doubts(sqlite_office, TOWN, period_named("2018")) == []


def test_the_small_office_raises_no_doubt_that_it_does_not_deserve(office: Office) -> None:
    fill(office)
    told = examined(office, TOWN, period_named("2018-01"))
    assert told.records > 10
    assert [doubt.sentence for doubt in told.doubts if doubt.kind is not DoubtKind.CARRIED_OVER] == []


def test_a_calm_sample_seldom_alarms(tmp_path: Path) -> None:
    with open_office(str(tmp_path / "sample.db")) as office:
        build_sample(office, 1_500, 11, lambda _: None)
        found = examined(office, "990000001", period_named("2016-01..2017-12"))
    assert found.figures > 500
    outliers = [doubt for doubt in found.doubts if doubt.kind is DoubtKind.OUTLIER]
    assert len(outliers) <= found.figures * 0.05
    assert [d.sentence for d in found.doubts if d.kind in (DoubtKind.CONTRADICTION, DoubtKind.NEGATIVE)] == []
    assert [d.sentence for d in found.doubts if d.kind is DoubtKind.RECORD] == []


def test_what_was_looked_at_is_told_even_when_all_is_right(sqlite_office: Office) -> None:
    found = examined(sqlite_office, TOWN, period_named("2018-01"))
    assert (found.doubts, found.records) == ([], 0)
    assert found.figures > 0
