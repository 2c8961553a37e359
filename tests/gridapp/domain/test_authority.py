"""Who may decide an enforcement measure."""

import pytest

from gridapp.domain.authority import is_town, why_not_decided_by
from gridapp.domain.enforcement import Measure


@pytest.mark.parametrize(
    "name",
    [
        *("水头镇人民政府", "高湖镇政府", "水头镇", "某某街道办事处", "水头镇安监站", "镇人民政府", "水头镇综治办"),
        *("水头镇应急消防管理站", "水头镇平安法治办", "高湖镇综合行政执法队", "高湖镇安委会", "水头镇党委政府", "镇里"),
    ],
)
def test_a_town_and_its_offices_are_the_town(name: str) -> None:
    assert is_town(name)


@pytest.mark.parametrize(
    "name",
    [
        *("平阳县公安消防大队", "平阳县公安局水头派出所", "县人民政府", "青田县安全生产监督管理局", "水头市场监管所"),
        *("平阳县综合行政执法局水头镇执法队", "青田县安委会", "水头镇派出所", "水头镇消防救援站"),
    ],
)
def test_others_are_not(name: str) -> None:
    assert not is_town(name)


@pytest.mark.parametrize("measure", [Measure.SEALED, Measure.DETAINED, Measure.FINED, Measure.STOPPED])
def test_a_town_decides_no_measure_that_the_law_gives_to_others(measure: Measure) -> None:
    assert why_not_decided_by(measure, "水头镇人民政府") is not None
    assert why_not_decided_by(measure, "平阳县公安消防大队") is None


def test_a_town_pulls_down_unlawful_buildings_itself() -> None:
    assert why_not_decided_by(Measure.DEMOLISHED, "水头镇人民政府") is None
