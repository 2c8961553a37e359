"""The demonstration office in words: the numbers that its two towns published."""

from collections.abc import Iterator

import pytest

from db.office import open_office
from gridapp.counting.words import Words
from gridapp.domain.period import period_named
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office
from gridapp.reporting.prose.document import Document
from gridapp.reporting.prose.prose import prose
from gridapp.reporting.sense.doubt import DoubtKind
from gridapp.reporting.sense.doubts import examined
from tests.gridapp.demonstration.built import Built
from tests.gridapp.reporting.prose.reading import not_of_the_ledger, wrongly_written

GAOHU, SHUITOU = "331121103", "330326102"


@pytest.fixture(scope="module")
def two_towns(demonstration: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The whole demonstration; its tests change nothing."""
    with open_office(str(demonstration.copied(tmp_path_factory.mktemp("two_towns")))) as office:
        yield office


def told(office: Office, town: str, period: str) -> Document:
    words = Words(office.registers.areas(), vocabulary())
    return prose(office.ledger, words, town, period_named(period), office.cases.now())


def test_gaohu_says_what_it_published(two_towns: Office) -> None:
    text = told(two_towns, GAOHU, "2018-H1").text
    for said in (
        "上报网格事件2392件",
        "调解成功38件",
        "期初1件，化解1件，所列积案全部清零",
        "没有发生重大以上安全事故",
        "清运垃圾1670吨",
        "清理乱堆放1250处",
        "整治生猪散养23家",
        "拆除水槽1208个",
        "农村低保异常处置34户",
        "搬迁避让撤离腾空22户89人",
    ):
        assert said in text


def test_shuitou_says_what_it_published(two_towns: Office) -> None:
    text = told(two_towns, SHUITOU, "2018-01-01..2018-06-11").text
    for said in (
        "调解成功1955件",
        "调处成功率100%（1955/1955）",
        "接待群众来访35批54人次",
        "排查1063条，整改销号1063条",
        "居住出租房2706家次（2542家）",
        "（285家）",
        "独居孤寡老人800余人",
        "临时查封15家",
        "行政拘留5人",
        "河道清淤7.1公里",
        "清理河边垃圾废弃物184.7吨",
    ):
        assert said in text
    assert "清零" not in text


@pytest.mark.parametrize(
    ("town", "period"), [(GAOHU, "2018-H1"), (SHUITOU, "2018-01-01..2018-06-11"), (SHUITOU, "2018-06")]
)
def test_every_number_of_the_demonstration_is_of_the_ledger(two_towns: Office, town: str, period: str) -> None:
    document = told(two_towns, town, period)
    assert len(document.numbers) > 80
    assert wrongly_written(document) == []
    assert not_of_the_ledger(document, two_towns.ledger) == []


@pytest.mark.parametrize("town", [GAOHU, SHUITOU])
def test_the_demonstration_seldom_alarms_and_never_contradicts_itself(two_towns: Office, town: str) -> None:
    found = examined(two_towns, town, period_named("2018-H1"))
    outliers = [doubt for doubt in found.doubts if doubt.kind is DoubtKind.OUTLIER]
    assert len(outliers) <= found.figures * 0.05
    wrong = (DoubtKind.CONTRADICTION, DoubtKind.NEGATIVE, DoubtKind.RECORD)
    assert [doubt.sentence for doubt in found.doubts if doubt.kind in wrong] == []
