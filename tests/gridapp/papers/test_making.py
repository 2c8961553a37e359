"""Papers that are made: numbered without gaps, kept as they were printed, all of them or none."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest

from db.office import open_office
from gridapp.cases.reading import Sealed
from gridapp.domain.case import Case
from gridapp.domain.mediation import Confirmation
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.papers.making import kept, made, whole_file
from gridapp.papers.offers import Choice, papers_of
from gridapp.papers.template_check import text_of
from gridapp.ports import IssuedPaper, Office
from tests.gridapp.confidential import OUTSIDER, READER, accusation
from tests.gridapp.confidential import put_on_file as put_accusation_on_file
from tests.gridapp.papers.paper_cases import (
    GIVEN,
    MADE,
    agreed,
    answered_petition,
    failed,
    handled_event,
    mediated,
    ordered,
    put_on_file,
)
from tests.offices import ACTOR, TOWN, at

ASSIGNMENT = "assignment", "step:1"


def _made(office: Office, case_id: UUID, *codes: str) -> Sequence[IssuedPaper]:
    offers = papers_of(office, case_id, ACTOR, MADE, GIVEN)
    return made(office, case_id, [o.choice for o in offers if o.form.code in codes], GIVEN, ACTOR, MADE)


def _text(office: Office, paper: IssuedPaper) -> str:
    return text_of(kept(office, paper, ACTOR, MADE))


def test_a_paper_bears_the_next_number_of_its_series_and_year(office: Office) -> None:
    first, second = (_made(office, put_on_file(office, handled_event()), "assignment")[0] for _ in range(2))
    assert [first.number, second.number] == ["高交字〔2018〕第1号", "高交字〔2018〕第2号"]
    assert "高交字〔2018〕第2号" in _text(office, second)


def test_made_again_it_keeps_its_number_and_the_first_version_stays(office: Office) -> None:
    case_id = put_on_file(office, handled_event())
    (first,), (again,) = _made(office, case_id, "assignment"), _made(office, case_id, "assignment")
    assert first.number == again.number
    assert _made(office, put_on_file(office, handled_event()), "assignment")[0].number == "高交字〔2018〕第2号"
    offer = next(o for o in papers_of(office, case_id, ACTOR, MADE) if o.form.code == "assignment")
    assert offer.issued == (first, again)


def test_an_agreement_bears_the_number_that_it_was_given(sqlite_office: Office) -> None:
    (paper,) = _made(sqlite_office, put_on_file(sqlite_office, agreed()), "agreement")
    assert paper.number is None
    assert "编号：（2018）人调字第1号" in _text(sqlite_office, paper)


def test_a_notice_lists_its_hazards_under_its_own_number(sqlite_office: Office) -> None:
    notice, mended, other = ordered()
    put_on_file(sqlite_office, notice, mended, other)
    order, opinion = _made(sqlite_office, mended.id, "order", "recheck")
    told = _text(sqlite_office, order)
    assert all(word in told for word in (notice.number, mended.title, other.title, "演示周八"))
    assert "不合格" in _text(sqlite_office, opinion)
    assert order.case_id == opinion.case_id == notice.id


def test_an_order_says_what_was_ordered_though_more_time_was_granted_later(sqlite_office: Office) -> None:
    notice, mended, other = ordered()
    step = Step(
        move=Move.ORDER_MENDING, at=at(2018, 1, 8), person="演示", status=Status.RECTIFYING, until=at(2018, 1, 16)
    )
    extended = replace(other, due_at=at(2018, 3, 1), steps=(replace(step, text=f"{notice.number}；演示"),))
    told = _order_of(sqlite_office, notice, mended, extended)
    assert "于2018年1月15日前将上列隐患整改完毕" in told
    assert "2018年2月28日" not in told


def test_an_order_of_several_limits_refers_to_its_list(sqlite_office: Office) -> None:
    notice, mended, other = ordered()
    told = _order_of(sqlite_office, notice, mended, replace(other, due_at=at(2018, 3, 1)))
    assert "于上列各项整改期限前将上列隐患整改完毕" in told
    assert "2018年2月28日" in told


def test_no_empty_brackets_where_the_spot_is_not_known(sqlite_office: Office) -> None:
    notice, mended, other = ordered()
    told = _order_of(sqlite_office, notice, mended, replace(other, spot="后门"))
    assert f"{other.title}（部位：后门）" in told
    assert told.count("部位：") == 1


def test_papers_that_lack_something_are_refused_with_every_lack_at_once(sqlite_office: Office) -> None:
    case_id = put_on_file(sqlite_office, replace(agreed(), note=None, unit=None))
    with pytest.raises(Unacceptable) as refused:
        whole_file(sqlite_office, case_id, {}, ACTOR, MADE)
    fields = {problem.field for problem in refused.value.problems}
    assert fields >= {"note", "unit", "各方责任"}
    assert sqlite_office.papers.of_case(case_id) == []


def test_a_failure_spends_no_number(office: Office) -> None:
    case_id = put_on_file(office, handled_event())
    offers = papers_of(office, case_id, ACTOR, MADE)
    wanted = [offer.choice for offer in offers]
    with pytest.raises(Refusal, match="刷新"):
        made(office, case_id, [*wanted, Choice(case_id, "order", "notice", seen=0)], GIVEN, ACTOR, MADE)
    with pytest.raises(Refusal, match="刷新"):
        made(office, case_id, [], GIVEN, ACTOR, MADE)
    assert office.papers.of_case(case_id) == []
    assert [paper.number for paper in made(office, case_id, wanted, GIVEN, ACTOR, MADE)] == [
        "高交字〔2018〕第1号",
        "高移字〔2018〕第1号",
        "高督字〔2018〕第1号",
    ]
    assert office.checks.paper_numbers().ok


def test_two_writers_leave_neither_gap_nor_double(location: str) -> None:
    with open_office(location) as office:
        ids = [put_on_file(office, handled_event()) for _ in range(8)]

    def write(part: Sequence[UUID]) -> list[str | None]:
        with open_office(location) as own:
            return [_made(own, case_id, "assignment")[0].number for case_id in part]

    with ThreadPoolExecutor(2) as pool:
        given = [number for numbers in pool.map(write, (ids[::2], ids[1::2])) for number in numbers]
    assert sorted(map(str, given)) == [f"高交字〔2018〕第{n}号" for n in range(1, 9)]
    with open_office(location) as office:
        assert len(office.papers.numbers(TOWN, "assignment", 2018)) == 8
        assert office.checks.paper_numbers().ok


def test_a_whole_file_is_in_the_order_of_its_contents(sqlite_office: Office) -> None:
    papers = whole_file(sqlite_office, put_on_file(sqlite_office, agreed()), GIVEN, ACTOR, MADE)
    assert [paper.paper for paper in papers] == [
        "cover",
        "contents",
        "application",
        "registration",
        "rights",
        "attorney",
        "inquiry",
        "mediation",
        "agreement",
        "revisit",
        "report",
        "back_cover",
    ]


def test_the_contents_tell_the_pages_until_something_was_not_made_here(sqlite_office: Office) -> None:
    papers = whole_file(sqlite_office, put_on_file(sqlite_office, agreed()), GIVEN, ACTOR, MADE)
    contents = next(paper for paper in papers if paper.paper == "contents")
    assert _rows(kept(sqlite_office, contents, ACTOR, MADE)) == [
        ("1", "人民调解申请书", "1"),
        ("2", "人民调解受理登记表", "2"),
        ("3", "人民调解当事人权利义务告知书", "3"),
        ("4", "当事人身份证明", "4"),
        ("5", "授权委托书", ""),
        ("6", "人民调解调查记录", ""),
        ("7", "人民调解记录", ""),
        ("8", "人民调解协议书", ""),
        ("9", "履行凭证", ""),
        ("10", "人民调解回访记录", ""),
        ("11", "人民调解结案报告表", ""),
    ]


def test_what_was_made_before_stands_in_the_file(sqlite_office: Office) -> None:
    case_id = put_on_file(sqlite_office, agreed())
    (signed,) = _made(sqlite_office, case_id, "agreement")
    others = {name: text for name, text in GIVEN.items() if name != "各方责任"}
    assert signed in whole_file(sqlite_office, case_id, others, ACTOR, MADE)

    anew = whole_file(sqlite_office, case_id, GIVEN, ACTOR, MADE, anew=True)
    assert signed not in anew
    assert len(anew) == 12


def test_an_application_to_the_court_belongs_into_the_file_once_it_is_made(sqlite_office: Office) -> None:
    asked = Confirmation(agreement=1, court="演示人民法院", applied_at=at(2018, 1, 12, 9))
    case_id = put_on_file(sqlite_office, replace(agreed(), confirmations=(asked,)))
    papers = whole_file(sqlite_office, case_id, GIVEN, ACTOR, MADE)
    assert "confirmation" in {paper.paper for paper in papers}


def test_contents_made_alone_count_the_pages_of_what_stands(sqlite_office: Office) -> None:
    case_id = put_on_file(sqlite_office, agreed())
    _made(sqlite_office, case_id, "application", "registration")
    (alone,) = _made(sqlite_office, case_id, "contents")
    pages = [page for _, _, page in _rows(kept(sqlite_office, alone, ACTOR, MADE))]
    assert pages[:4] == ["1", "2", "3", ""]


def test_a_dispute_that_is_not_ended_has_no_whole_file(sqlite_office: Office) -> None:
    case_id = put_on_file(sqlite_office, mediated())
    with pytest.raises(Refusal, match="还没有办结"):
        whole_file(sqlite_office, case_id, GIVEN, ACTOR, MADE)


def test_a_termination_cites_its_ground_and_the_other_ways(sqlite_office: Office) -> None:
    (paper,) = _made(sqlite_office, put_on_file(sqlite_office, failed()), "termination")
    told = _text(sqlite_office, paper)
    assert paper.number == "高调终字〔2018〕第1号"
    assert all(word in told for word in ("当事人拒绝或者放弃调解", "仲裁、行政、司法等途径"))


def test_a_petitioner_is_told_the_reason_and_not_how_he_is_told(sqlite_office: Office) -> None:
    (paper,) = _made(sqlite_office, put_on_file(sqlite_office, answered_petition()), "petition_rejection")
    told = _text(sqlite_office, paper)
    assert "理由和法定途径：演示：已进入诉讼程序。" in told
    assert "书面告知信访人" not in told
    assert "《信访条例》《浙江省信访条例》" in told


def test_what_was_printed_is_kept_from_those_who_may_not_read(sqlite_office: Office) -> None:
    case = replace(accusation(), steps=answered_petition().steps)
    put_accusation_on_file(sqlite_office, case)
    offers = papers_of(sqlite_office, case.id, READER, MADE)
    choice = next(offer.choice for offer in offers if offer.form.code == "petition_forwarding")
    (paper,) = made(sqlite_office, case.id, [choice], GIVEN, READER, MADE)
    assert kept(sqlite_office, paper, READER, MADE)
    with pytest.raises(Sealed):
        kept(sqlite_office, paper, OUTSIDER, MADE)


def _rows(data: bytes) -> list[tuple[str, ...]]:
    """The lines of the table of contents without its heading, the remarks left out."""
    from io import BytesIO

    import docx

    table = docx.Document(BytesIO(data)).tables[0]
    return [tuple(cell.text for cell in row.cells)[:3] for row in table.rows[1:]]


def _order_of(office: Office, *cases: Case) -> str:
    (paper,) = _made(office, put_on_file(office, *cases), "order")
    return _text(office, paper)
