"""Papers that were issued: numbered without gaps, kept as they were printed, never changed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import DBAPIError

from db.engine import engine_for, url_of
from db.office import open_office
from db.paper_gaps import missing_numbers
from db.tables.paper import ISSUED_PAPER
from gridapp.domain.actor import Actor
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.ports import Numbering, Office, PaperDraft
from tests.offices import TOWN, TOWN_AREAS

ANN = Actor("演示文书员", "一号机")
AT = datetime(2018, 6, 11, 2, tzinfo=UTC)
CASE = uuid4()


def _draft(
    occasion: str = "1", *, version: int = 1, case_id: UUID = CASE, content: bytes = b"", series: str = "order"
) -> PaperDraft:
    return PaperDraft(
        case_id=case_id,
        paper="order",
        occasion=occasion,
        version=version,
        title="交办单",
        numbering=Numbering(TOWN, series, 2018, lambda running: f"演交〔2018〕第{running}号"),
        write=lambda number: content or f"{number} {occasion}".encode(),
    )


def test_numbers_run_from_one_and_the_printed_bytes_are_kept(office: Office) -> None:
    first, second = office.papers.issue([_draft("1"), _draft("2")], ANN, AT)

    assert [first.number, second.number] == ["演交〔2018〕第1号", "演交〔2018〕第2号"]
    assert office.attachments.get(second.sha256) == "演交〔2018〕第2号 2".encode()
    assert list(office.papers.of_case(CASE)) == [first, second]


def test_what_is_made_again_on_the_same_occasion_keeps_its_number(office: Office) -> None:
    office.papers.issue([_draft("1")], ANN, AT)
    (again,) = office.papers.issue([_draft("1", version=2, content=b"later")], ANN, AT)

    assert (again.n, again.number) == (2, "演交〔2018〕第1号")
    assert office.papers.numbers(TOWN, "order", 2018) == ["演交〔2018〕第1号"]


def test_a_paper_that_fails_spends_no_number(office: Office) -> None:
    def failing(number: str | None) -> bytes:
        raise Refusal(f"{number} 做不出来。")

    broken = _draft("2")
    with pytest.raises(Refusal):
        office.papers.issue(
            [
                _draft("1"),
                PaperDraft(
                    case_id=CASE,
                    paper="order",
                    occasion="2",
                    version=1,
                    title="交办单",
                    numbering=broken.numbering,
                    write=failing,
                ),
            ],
            ANN,
            AT,
        )

    assert office.papers.of_case(CASE) == []
    (next_one,) = office.papers.issue([_draft("3")], ANN, AT)
    assert next_one.number == "演交〔2018〕第1号"
    assert office.checks.paper_numbers().ok


def test_each_series_counts_for_itself(office: Office) -> None:
    office.papers.issue([_draft("1")], ANN, AT)
    (other,) = office.papers.issue([_draft("1", case_id=uuid4(), series="transfer")], ANN, AT)
    assert other.number == "演交〔2018〕第1号"


def test_two_offices_on_one_database_share_a_series(location: str) -> None:
    with open_office(location) as one, open_office(location) as other:
        numbers = [
            paper.number
            for n, office in enumerate((one, other, one, other))
            for paper in office.papers.issue([_draft(str(n), case_id=uuid4())], ANN, AT)
        ]
        assert numbers == [f"演交〔2018〕第{n}号" for n in range(1, 5)]


def test_the_second_of_two_clerks_is_told_what_the_first_has_made(location: str) -> None:
    with open_office(location) as one, open_office(location) as other:
        one.papers.issue([_draft("1")], ANN, AT)
        with pytest.raises(Overtaken, match="刚由演示文书员制作"):
            other.papers.issue([_draft("2"), _draft("1")], Actor("演示另一人", "二号机"), AT)
        assert [paper.occasion for paper in other.papers.of_case(CASE)] == ["1"]


def test_contents_of_papers_are_never_dropped_as_unused(office: Office) -> None:
    (paper,) = office.papers.issue([_draft("1")], ANN, AT)
    assert paper.sha256 not in office.attachments.unused(datetime(2100, 1, 1, tzinfo=UTC))


@pytest.fixture
def connection(location: str) -> Iterator[Connection]:
    """The database of an office that has issued two papers, reached by hand."""
    with open_office(location) as office:
        office.registers.add_areas(TOWN_AREAS)
        office.papers.issue([_draft("1"), _draft("2")], ANN, AT)
    engine = engine_for(url_of(location))
    with engine.connect() as opened:
        yield opened
        opened.rollback()
    engine.dispose()


def test_a_missing_number_is_found(connection: Connection) -> None:
    row = connection.execute(select(ISSUED_PAPER).where(ISSUED_PAPER.c.n == 2)).mappings().one()
    assert list(missing_numbers(connection)) == []
    connection.execute(insert(ISSUED_PAPER), {**row, "n": 3, "running": 4, "number": "演交〔2018〕第4号"})
    assert list(missing_numbers(connection)) == ["高湖镇 2018 年责令限期整改通知书编到 4 号，缺 3 号"]


def test_a_number_that_no_notice_bears_is_missing_from_a_series_shared_with_them(connection: Connection) -> None:
    row = connection.execute(select(ISSUED_PAPER).where(ISSUED_PAPER.c.n == 2)).mappings().one()
    opinion = {"paper": "recheck", "series": "recheck", "n": 3, "running": 6, "number": "高政复查〔2018〕6号"}
    connection.execute(insert(ISSUED_PAPER), {**row, **opinion})
    assert list(missing_numbers(connection)) == ["高湖镇 2018 年复查意见书编到 6 号，缺 1、2、3 号等 5 个"]


@pytest.mark.parametrize("statement", ["UPDATE issued_paper SET number = 'x'", "DELETE FROM issued_paper"])
def test_what_was_issued_can_be_neither_changed_nor_deleted(connection: Connection, statement: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        connection.execute(text(statement))
