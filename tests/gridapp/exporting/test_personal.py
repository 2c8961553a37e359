"""What is masked of personal data in what leaves the office: of whom a matter concerns, not of who handles it."""

from collections.abc import Mapping
from typing import Any

import pytest

from gridapp.domain.kind import Kind
from gridapp.exporting.ledger_columns import exported
from gridapp.exporting.personal import masked_names
from gridapp.ports import CaseQuery, CaseRow, Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.confidential import READER, put_on_file

MASKED: Mapping[tuple[Kind, str], tuple[Mapping[str, Any], str]] = {
    (Kind.EVENT, "phone"): ({"phone": "13812345678"}, "138****5678"),
    (Kind.DISPUTE, "party_a"): ({"party_a": "欧阳演示、演示公司"}, "欧阳**、演示公司"),
    (Kind.DISPUTE, "title"): ({"title": "李演示与演示村委会争水", "party_a": "李演示"}, "李**与演示村委会争水"),
    (Kind.PETITION, "petitioner"): ({"petitioner": "李演示等12人"}, "李**等12人"),
    (Kind.PETITION, "demand"): ({"petitioner": "李演示", "demand": "李演示要求修路"}, "李**要求修路"),
    (Kind.PETITION, "accused"): ({"accused": "王演示"}, "王**"),
    (Kind.PETITION, "address"): ({"address": "演示路一号"}, "桐川村"),
    (Kind.ENFORCEMENT, "party"): ({"party": "李演示"}, "李**"),
    (Kind.PERSON, "title"): ({"title": "李演示"}, "李**"),
    (Kind.PERSON, "paper_number"): ({"paper_number": "330326197512310028"}, "330326********0028"),
    (Kind.PERSON, "guardian_phone"): ({"guardian_phone": "13812345678"}, "138****5678"),
    (Kind.PERSON, "address"): ({"address": "演示路一号"}, "桐川村"),
    (Kind.PERSON, "situation"): ({"situation": "演示病情"}, "（已隐去）"),
    (Kind.VISIT, "title"): ({"title": "李演示"}, "李**"),
}


@pytest.mark.parametrize(("kind", "name"), MASKED, ids=str)
def test_it_is_masked(sqlite_office: Office, kind: Kind, name: str) -> None:
    fields, shown = MASKED[kind, name]
    assert _content(sqlite_office, kind, name, unmasked=False, **fields) == shown


@pytest.mark.parametrize(("kind", "name"), MASKED, ids=str)
def test_it_is_whole_where_it_is_to_be_seen(sqlite_office: Office, kind: Kind, name: str) -> None:
    fields, _ = MASKED[kind, name]
    assert _content(sqlite_office, kind, name, unmasked=True, **fields) == fields[name]


def test_who_handles_a_matter_keeps_his_name(sqlite_office: Office) -> None:
    assert _content(sqlite_office, Kind.DISPUTE, "handler", unmasked=False, handler="李演示") == "李演示"


def test_what_is_not_said_is_not_masked(sqlite_office: Office) -> None:
    assert _content(sqlite_office, Kind.DISPUTE, "party_a", unmasked=False) is None


def test_names_keep_what_parts_them() -> None:
    assert masked_names("李演示，王演示 欧阳演示") == "李**，王** 欧阳**"


def _content(office: Office, kind: Kind, name: str, *, unmasked: bool, **fields: Any) -> object:
    put_on_file(office, bare(kind, **fields))
    column = exported(kind, name, "演示", office.registers.areas())
    return column.read(unmasked=unmasked)(_line(office, kind))


def _line(office: Office, kind: Kind) -> CaseRow:
    (row,) = office.lists.load_rows(office.lists.find_ids(CaseQuery(kind=kind)), READER.name)
    return row
