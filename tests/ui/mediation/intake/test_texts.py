"""What clerks type and paste, read as it is meant."""

from datetime import date

import pytest

from gridapp.domain.party import Party, PartyKind, Side
from ui.recording.parties.birth_text import read_birth
from ui.recording.parties.party_text import party_of, text_of
from ui.recording.parties.pasted_parties import is_block, parties_in


@pytest.mark.parametrize("typed", ["19800102", "1980-1-2", "1980.1.2", "1980/1/2", "1980年1月2日", "１９８０－１－２"])
def test_a_day_of_birth_is_read_in_every_usual_form(typed: str) -> None:
    assert read_birth(typed) == date(1980, 1, 2)


@pytest.mark.parametrize("typed", ["0102", "1980", "19801302", "八零年", "1980-2-30"])
def test_a_day_of_birth_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_birth(typed)


@pytest.mark.parametrize(
    "party",
    [
        Party(
            side=Side.A,
            name="演示甲",
            sex="女",
            nation="畲族",
            born_on=date(1990, 3, 7),
            paper="居民身份证",
            paper_number="110101199003070022",
            occupation="务农",
            address="演示村1号",
            phone="13700000000",
            agent="演示丙",
            authority="特别授权",
            attorney_letter=True,
            representative=True,
        ),
        Party(side=Side.B, kind=PartyKind.COMPANY, name="演示公司", legal_representative="演示丁"),
    ],
)
def test_a_party_is_written_and_read_as_it_was(party: Party) -> None:
    assert party_of(text_of(party), party.side) == party


def test_a_block_is_read_whatever_the_order_of_its_columns() -> None:
    block = (
        "序号\t姓名\t性别\t身份证号\t联系电话\t住址\n"
        "1\t演示甲\t男\t110101199003070011\t137 0000 0001\t演示村1号\n\n"
        "2\t演示公司\n"
    )
    first, second = parties_in(block)
    assert (first.name, first.sex, first.phone, first.address) == ("演示甲", "男", "13700000001", "演示村1号")
    assert (first.paper, first.paper_number) == ("居民身份证", "110101199003070011")
    assert (second.name, second.kind) == ("演示公司", PartyKind.COMPANY)


@pytest.mark.parametrize(
    ("text", "several"), [("演示甲", False), ("演示甲\n", False), ("演示甲\t137", True), ("甲\n乙", True)]
)
def test_only_several_cells_are_a_block(text: str, several: bool) -> None:
    assert is_block(text) is several
