"""What an assessment keeps for good: own rules and marks can be neither changed nor deleted, not even by SQL."""

from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.engine import engine_for, url_of
from db.office import open_office
from gridapp.assessing.rules import default_text
from gridapp.domain.assessment import OwnRules
from gridapp.domain.assessment_mark import Mark, MarkAct, Verdict
from gridapp.domain.identity import case_id_at
from gridapp.domain.period import Month
from tests.offices import ACTOR, TOWN, at

JUNE = Month(2018, 6)
MARK = Mark(
    entry=case_id_at(at(2018, 6, 4), 1),
    n=1,
    town=TOWN,
    about=JUNE.later(-1),
    month=JUNE,
    worker="演示甲",
    item="missed_major",
    act=MarkAct.DECIDED,
    amount=Decimal("-3.5"),
    reason="演示",
    at=at(2018, 6, 4, 9),
    person="演示员",
    workstation="一号机",
    verdict=Verdict.REDUCED,
    case_id=case_id_at(at(2018, 6, 4), 2),
)


def test_a_mark_comes_back_as_it_was_kept(location: str) -> None:
    with open_office(location) as office:
        office.assessment.add(MARK)
        assert office.assessment.marks(TOWN, JUNE) == office.assessment.entry(MARK.entry) == [MARK]
        assert office.assessment.marks(TOWN, JUNE.later(1)) == []


@pytest.mark.parametrize("table", ["assessment_mark", "assessment_rules"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET town = town", "DELETE FROM {}"])
def test_rules_and_marks_only_grow(location: str, table: str, statement: str) -> None:
    with open_office(location) as office:
        office.assessment.add(MARK)
        office.assessment.keep_rules(OwnRules(town=TOWN, effective=JUNE, text=default_text()), ACTOR, at(2018, 6, 4))
    engine = engine_for(url_of(location))
    try:
        with engine.connect() as connection:
            with pytest.raises(DBAPIError, match="append-only"):
                connection.execute(text(statement.format(table)))
            connection.rollback()
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == 1
    finally:
        engine.dispose()
