"""Who stands on a side, and what a name says of its bearer."""

import pytest

from gridapp.domain.party import Party, PartyKind, Side, kind_by_name, names_of, parties_named


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("演示甲", PartyKind.PERSON),
        ("演示建材有限公司", PartyKind.COMPANY),
        ("演示建材有限公司一分公司", PartyKind.ORGANISATION),
        ("演示村委会", PartyKind.COMPANY),
        ("演示学校", PartyKind.COMPANY),
        ("演示小店", PartyKind.ORGANISATION),
        ("演示业主委员会", PartyKind.ORGANISATION),
    ],
)
def test_a_name_says_what_a_party_is(name: str, kind: PartyKind) -> None:
    assert kind_by_name(name) is kind


def test_names_of_a_ledger_become_parties_and_names_again() -> None:
    parties = parties_named(Side.B, "演示甲、 演示公司、")
    assert parties == (
        Party(side=Side.B, name="演示甲"),
        Party(side=Side.B, kind=PartyKind.COMPANY, name="演示公司"),
    )
    assert names_of(parties, Side.B) == "演示甲、演示公司"
    assert names_of(parties, Side.A) is None
    assert parties_named(Side.A, None) == ()
