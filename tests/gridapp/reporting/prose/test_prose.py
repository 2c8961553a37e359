"""The report in words: what is said and left out, and that every number is a figure of the ledger."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from db.office import open_office
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.words import Words
from gridapp.domain.case import Case, Closing
from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.petition import Channel
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office
from gridapp.reporting.prose.document import Document, Name
from gridapp.reporting.prose.prose import prose, written
from gridapp.reporting.prose.wording_files import wording_from
from gridapp.sampling.office import build_sample
from tests.gridapp.bare_cases import bare
from tests.gridapp.reporting.prose.reading import not_of_the_ledger, wrongly_written
from tests.gridapp.small_office import fill, save
from tests.offices import TOWN, at

NOW = at(2018, 7, 1, 9)


def words_of(office: Office) -> Words:
    return Words(office.registers.areas(), vocabulary())


def told(office: Office, period: str, town: str = TOWN, as_of: datetime | None = None) -> Document:
    return prose(office.ledger, words_of(office), town, period_named(period), NOW, as_of)


def by(folder: Path, files: Mapping[str, str], office: Office, period: str = "2018-H1") -> str:
    """The text by a wording of one passage."""
    (folder / "summary.toml").write_text('title = "{town}{period}"\npassages = ["one"]\n', encoding="utf-8")
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    document = written(wording_from(folder), office.ledger, words_of(office), TOWN, period_named(period), NOW)
    return "".join(paragraph.text for paragraph in document.paragraphs)


ONE = """
heading = "演示"
[figures]
reported = "event.reported"
overdue = "event.overdue"
merged = "event.merged"
accidents = "accident.count"
[[sentence]]
"""


@pytest.fixture
def small(sqlite_office: Office) -> Office:
    fill(sqlite_office)
    return sqlite_office


def test_the_small_office_is_told_as_it_is(small: Office) -> None:
    text = told(small, "2018-01").text
    assert text.startswith(
        "高湖镇2018年1月基层治理工作总结\n\n一、四平台事件办理\n2018年1月，高湖镇经四个平台上报网格事件3件"
    )
    assert "排查矛盾纠纷3件" in text
    assert "接待群众来访2批7人次，其中属集体访的1批5人次，属重复访的1批5人次。" in text
    assert "期内没有发生重大以上安全事故。" in text


def test_every_digit_is_a_number_of_the_ledger(small: Office) -> None:
    for period in ("2018-01", "2018-02", "2018-H1", "2018-01-04..2018-02-05"):
        document = told(small, period)
        assert document.numbers
        assert wrongly_written(document) == []
        assert not_of_the_ledger(document, small.ledger) == []


def test_every_amount_opens_the_cases_that_make_it(small: Office) -> None:
    for number in told(small, "2018-H1").numbers:
        if number.against is None and isinstance(number.value, Decimal):
            counted = cases_behind(small.ledger, number.indicator, number.cut)
            assert sum((case.quantity for case in counted), Decimal(0)) == number.value


def test_names_are_those_of_the_period_the_town_and_the_ledger(small: Office) -> None:
    document = told(small, "2018-H1")
    names = {run.text for paragraph in document.paragraphs for run in paragraph.runs if isinstance(run, Name)}
    assert names >= {"2018年上半年", "高湖镇", "综合执法", "清运垃圾"}
    assert not any(letter.isdigit() for name in names - {"2018年上半年"} for letter in name)


def test_a_sampled_office_is_told_truly_in_any_period(tmp_path: Path) -> None:
    with open_office(str(tmp_path / "sample.db")) as office:
        build_sample(office, 300, 5, lambda _: None)
        for period in ("2016-H1", "2017-02-10..2017-11-03", "2018"):
            document = told(office, period, "990000001")
            assert len(document.numbers) > 20
            assert wrongly_written(document) == []
            assert not_of_the_ledger(document, office.ledger) == []


def test_an_office_without_records_claims_nothing_but_what_its_registers_prove(sqlite_office: Office) -> None:
    (paragraph,) = told(sqlite_office, "2018-H1").paragraphs
    assert paragraph.text == "期内没有发生重大以上安全事故。"
    (number,) = paragraph.numbers
    assert (number.text, number.value, number.indicator.code) == ("没有发生", Decimal(0), "accident.count")


@pytest.mark.parametrize(
    ("kind", "level", "category"), [(Kind.ACCIDENT, "重大", "火灾"), (Kind.EVENT, "特别重大", "突发事件报告")]
)
def test_no_accident_is_claimed_only_while_there_is_none(
    sqlite_office: Office, kind: Kind, level: str, category: str
) -> None:
    leaf = vocabulary().leaf(category)
    save(sqlite_office, [bare(kind, at(2018, 3, 1), level=level, category=leaf.code if leaf else category)])
    assert "没有发生" not in told(sqlite_office, "2018-H1").text
    assert "没有发生" in told(sqlite_office, "2018-04").text


def test_the_backlog_is_cleared_only_when_none_is_left(sqlite_office: Office) -> None:
    entered = at(2017, 12, 1)
    resolved = bare(
        Kind.PETITION,
        entered,
        source=Channel.LETTER,
        backlog_entered_at=entered,
        backlog_resolved_at=at(2018, 5, 2),
    )
    open_one = bare(Kind.PETITION, entered, source=Channel.LETTER, backlog_entered_at=entered)
    save(sqlite_office, [resolved])
    assert "期初1件，化解1件，所列积案全部清零。" in told(sqlite_office, "2018-H1").text
    assert "清零" not in told(sqlite_office, "2018-07").text
    save(sqlite_office, [open_one])
    assert "期初2件，化解1件，期末还有1件。" in told(sqlite_office, "2018-H1").text


def test_a_rate_of_a_hundred_needs_every_case(sqlite_office: Office) -> None:
    def ended(outcome: Outcome) -> Case:
        won = outcome is Outcome.SUCCEEDED
        closing = Closing(closed_at=at(2018, 2, 1), outcome=outcome, form=AgreementForm.ORAL if won else None)
        return bare(Kind.DISPUTE, status=outcome.status, closings=(closing,))

    save(sqlite_office, [ended(Outcome.SUCCEEDED) for _ in range(3)])
    assert "调处成功率100%（3/3）" in told(sqlite_office, "2018-H1").text
    save(sqlite_office, [ended(Outcome.FAILED)])
    assert "调处成功率75.00%（3/4）" in told(sqlite_office, "2018-H1").text


def test_items_and_spots_are_told_apart(small: Office) -> None:
    text = told(small, "2018-H1").text
    assert "以“条”计的隐患，排查3条，整改销号1条，期末未销号2条，其中逾期未改1条。" in text
    assert "以“处”计的隐患，排查1处，整改销号1处。" in text


def test_this_year_is_compared_with_the_same_days_of_last_year(sqlite_office: Office) -> None:
    then = [bare(Kind.EVENT, at(2017, 3, day)) for day in (1, 2, 3, 4)]
    now = [bare(Kind.EVENT, at(2018, 3, day)) for day in (1, 2, 3, 4, 5)]
    save(sqlite_office, [*then, *now])
    assert "上报网格事件5件（同比上升25.00%）" in told(sqlite_office, "2018-H1").text
    assert "上报网格事件2件（同比持平）" in told(sqlite_office, "2018-03-03..2018-03-04").text
    assert "上报网格事件2件（同比上升100.00%）" in told(sqlite_office, "2018-03-04..2018-03-05").text
    assert "上报网格事件4件，" in told(sqlite_office, "2017-H1").text


def test_a_report_can_be_written_as_it_stood_at_a_moment(sqlite_office: Office) -> None:
    save(sqlite_office, [bare(Kind.EVENT, at(2018, 2, 1))])
    before = told(sqlite_office, "2018-H1", as_of=at(2018, 2, 28))
    after = told(sqlite_office, "2018-H1", as_of=at(2018, 3, 2))
    assert "网格事件" not in before.text
    assert "网格事件1件" in after.text
    assert {number.as_of for number in after.numbers} == {at(2018, 3, 2)}
    assert not_of_the_ledger(after, sqlite_office.ledger) == []


def test_sentences_can_be_left_out(small: Office) -> None:
    document = told(small, "2018-H1")
    first = document.paragraphs[0]
    shorter = document.without({(0, 0)})
    assert shorter.paragraphs[0].text == first.text.partition("。")[2]
    whole = {(0, place) for place in range(len(first.sentences))}
    assert document.without(whole).paragraphs == document.paragraphs[1:]


def test_a_clause_of_zeros_is_left_out_and_with_the_first_the_sentence(small: Office, tmp_path: Path) -> None:
    clauses = 'clause = [{ text = "上报{reported}件" }, { text = "事故{accidents}起" }, { text = "并案{merged}件" }]'
    assert by(tmp_path, {"one": ONE + clauses}, small) == "上报4件，并案1件。"
    reversed_order = 'clause = [{ text = "事故{accidents}起" }, { text = "上报{reported}件" }]'
    assert by(tmp_path, {"one": ONE + reversed_order}, small) == ""
    assert by(tmp_path, {"one": ONE + "loose = true\n" + reversed_order}, small) == "上报4件。"


def test_words_are_told_largest_first_and_no_more_than_asked(small: Office, tmp_path: Path) -> None:
    each = 'clause = [{ each = ["village"], text = "{village}{reported}件" }]'
    assert by(tmp_path, {"one": ONE + each}, small) == "桐川村2件、内冯村1件、未填村社1件。"
    top = 'clause = [{ each = ["village"], top = 1, before = "最多的是", text = "{village}{reported}件" }]'
    assert by(tmp_path, {"one": ONE + top}, small) == "最多的是桐川村2件。"
    filled = 'each = ["village"]\nfilled = true\nclause = [{ text = "{village}{reported}件" }]'
    assert by(tmp_path, {"one": ONE + filled}, small) == "桐川村2件。内冯村1件。"


@pytest.mark.parametrize(
    ("clause", "wrong"),
    [
        ('clause = [{ text = "上报12件" }]', "里有数字"),
        ('clause = [{ text = "上报{nonsense}件" }]', "没有叫“nonsense”的数字"),
        ('clause = [{ text = "上报{reported:大约}件" }]', "没有“大约”这种写法"),
        ('clause = [{ each = ["outcome"], text = "{outcome}{reported}件" }]', "不能这样筛选"),
        ('clause = [{ each = ["nonsense"], text = "{reported}件" }]', "看不懂"),
        ('clause = [{ zero = ["nonsense"], text = "{reported}件" }]', "没有叫“nonsense”的数字"),
        ("clause = [", "读不出来"),
        ("loose = true", "缺少 clause"),
    ],
)
def test_a_wording_that_cannot_be_meant_is_refused_by_name(
    small: Office, tmp_path: Path, clause: str, wrong: str
) -> None:
    with pytest.raises(Refusal, match=f"resources/prose/one.toml 有误.*{wrong}"):
        by(tmp_path, {"one": ONE + clause}, small)


def test_units_that_must_stay_apart_are_never_added(small: Office, tmp_path: Path) -> None:
    content = 'heading = "演示"\nfigures = { found = "hazard.found" }\n[[sentence]]\nclause = [{ text = "{found}条" }]'
    with pytest.raises(Refusal, match="不同单位不能相加"):
        by(tmp_path, {"one": content}, small)
