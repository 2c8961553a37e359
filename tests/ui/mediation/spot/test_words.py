"""What a mediator writes in one line, and what follows from it."""

import pytest

from gridapp.domain.party import PartyKind, Side
from gridapp.domain.vocabulary import vocabulary
from ui.mediation.spot.party_words import names_on, parties_in, persons_in, phones_on, too_many_phones
from ui.mediation.spot.proposed_title import proposed_title


@pytest.mark.parametrize("line", ["演示甲、演示乙", "演示甲，演示乙", " 演示甲；演示乙、", "演示甲/演示乙"])
def test_names_are_parted_by_any_usual_mark(line: str) -> None:
    assert [party.name for party in parties_in(Side.A, line)] == ["演示甲", "演示乙"]


def test_phones_belong_to_the_names_in_their_order() -> None:
    parties = parties_in(Side.B, "演示甲、演示乙、演示丙", "13800000001、、138 0000 0003")
    assert [party.phone for party in parties] == ["13800000001", None, "13800000003"]
    assert names_on(Side.B, parties) == "演示甲、演示乙、演示丙"
    assert phones_on(Side.B, parties) == "13800000001、、13800000003"
    assert phones_on(Side.A, parties) == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("演示甲", PartyKind.PERSON),
        ("演示物业有限公司", PartyKind.COMPANY),
        ("演示小卖店", PartyKind.ORGANISATION),
    ],
)
def test_what_a_party_is_called_tells_its_kind(name: str, kind: PartyKind) -> None:
    assert [party.kind for party in parties_in(Side.A, name)] == [kind]


def test_only_persons_are_counted() -> None:
    assert persons_in("演示甲、演示乙", "演示有限公司") == 2


@pytest.mark.parametrize(
    ("category", "party_a", "party_b", "title"),
    [
        ("ZZ0102", "演示甲", "演示乙", "演示甲与演示乙邻里纠纷"),
        ("ZZ0102", "演示甲", "", "演示甲邻里纠纷"),
        ("ZZ0102", "演示甲、演示丙", "演示乙", "演示甲等2人与演示乙邻里纠纷"),
        ("ZZ0199", "演示甲", "演示乙", "演示甲与演示乙纠纷"),
        ("ZZ0105", "演示甲", "演示村委会", "演示甲与演示村委会征地拆迁安置纠纷"),
        ("ZZ0113", "演示甲", "演示公司", "演示甲与演示公司重点项目阻工纠纷"),
        ("ZZ0102", "", "演示乙", ""),
        ("", "演示甲", "演示乙", ""),
    ],
)
def test_a_name_is_proposed_from_category_and_parties(category: str, party_a: str, party_b: str, title: str) -> None:
    assert proposed_title(party_a, party_b, vocabulary().leaf(category)) == title


@pytest.mark.parametrize(
    ("names", "phones", "too_many"),
    [("演示甲", "13800000001", False), ("演示甲", "13800000001、", False), ("演示甲", "、13800000001", True)],
)
def test_a_phone_beyond_the_last_name_belongs_to_nobody(names: str, phones: str, too_many: bool) -> None:
    assert too_many_phones(names, phones) is too_many
