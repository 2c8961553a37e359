"""A record as plain words and back: nothing is lost, whatever its kind."""

import dataclasses
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.dispute import Outcome
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.domain.plain import field_types, from_plain, to_plain
from tests.offices import TOWN, at

_MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
_OF_TYPE: dict[type, st.SearchStrategy[Any]] = {
    UUID: st.uuids(),
    str: st.text(min_size=1),
    datetime: _MOMENTS,
    date: st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    int: st.integers(-(2**31), 2**31),
    bool: st.booleans(),
    Decimal: st.decimals(-(10**9), 10**9, places=3),
}


def _strategy(kind: type) -> st.SearchStrategy[Any]:
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    if dataclasses.is_dataclass(kind):
        return records(kind)
    return _OF_TYPE[kind]


def records(kind: type) -> st.SearchStrategy[Any]:
    """Records of a class with any values in any of their fields."""
    fields = {}
    for field in dataclasses.fields(kind):
        values = _strategy(field_types(kind)[field.name])
        if field.name == "closings":
            values = st.lists(values, max_size=3).map(tuple)
        elif field.default is not dataclasses.MISSING:
            values = st.just(field.default) | values
        fields[field.name] = values
    return st.builds(kind, **fields)


@pytest.mark.parametrize("kind", list(Kind))
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_record_comes_back_from_its_plain_words_as_it_was(kind: Kind, data: st.DataObject) -> None:
    record: Case = data.draw(records(RECORDS[kind]))
    assert from_plain(kind, json.loads(json.dumps(to_plain(record)))) == record


def test_what_is_empty_or_at_its_default_is_left_out() -> None:
    moment = at(2018, 1, 3)
    record = RECORDS[Kind.EVENT](
        id=case_id_at(moment, 1), town=TOWN, number="1", title="演示", reported_at=moment, registered_at=moment
    )
    assert to_plain(record).keys() == {"id", "town", "number", "title", "reported_at", "registered_at"}


def test_closings_and_exclusion_are_written_inside_their_case() -> None:
    moment = at(2018, 1, 3)
    into = case_id_at(moment, 2)
    record = RECORDS[Kind.DISPUTE](
        id=case_id_at(moment, 1),
        town=TOWN,
        number="1",
        title="演示",
        reported_at=moment,
        registered_at=moment,
        closings=(Closing(closed_at=moment, outcome=Outcome.SUCCEEDED),),
        excluded=Exclusion(at=moment, reason="重复", merged_into=into),
    )
    plain = to_plain(record)
    assert plain["closings"] == [{"closed_at": "2018-01-02T16:00:00+00:00", "outcome": "调解成功"}]
    assert plain["excluded"] == {"at": "2018-01-02T16:00:00+00:00", "reason": "重复", "merged_into": str(into)}


def test_equal_amounts_are_written_alike_however_many_zeros_they_bear() -> None:
    moment = at(2018, 1, 3)
    record = RECORDS[Kind.WORKLOG](
        id=case_id_at(moment, 1), town=TOWN, number="1", title="演示", reported_at=moment, registered_at=moment
    )
    written = [
        to_plain(dataclasses.replace(record, quantity=Decimal(text)))["quantity"]  # type: ignore[call-arg]
        for text in ("100", "100.000", "1E+2")
    ]
    assert written == ["100"] * 3
