"""The parties (当事人) as papers name them: each in a line of his own."""

from collections.abc import Iterable, Sequence
from datetime import date

from gridapp.domain.dispute import Dispute
from gridapp.domain.paper import CITIZEN_CARD
from gridapp.domain.party import Party, PartyKind, Side
from gridapp.papers.content.occasion import Line
from gridapp.papers.content.wording import day_written, ended, joined

_ASKING: dict[Side, str] = {Side.A: "申请人", Side.B: "被申请人", Side.THIRD: "第三人"}


def party_lines(parties: Iterable[Party], day: date) -> Sequence[Line]:
    """Some parties with all that is known of them on a day."""
    return [_line(party, day) for party in parties]


def of_sides(dispute: Dispute, *sides: Side) -> Sequence[Party]:
    """The parties of a dispute that stand on some sides, in the order of the sides."""
    return [party for side in sides for party in dispute.known_parties if party.side is side]


def names(parties: Iterable[Party]) -> str | None:
    """Their names in one line."""
    return "、".join(party.name for party in parties) or None


def _line(party: Party, day: date) -> Line:
    return {
        "姓名": party.name,
        "称谓": party.side.value,
        "申请称谓": _ASKING[party.side],
        "性别": party.sex,
        "民族": party.nation,
        "年龄": None if party.born_on is None else f"{_age(party.born_on, day)}岁",
        "职业": party.occupation,
        "住址": party.address,
        "联系方式": party.phone,
        "证件": joined(party.paper, party.paper_number, by=""),
        "法定代表人": party.legal_representative,
        "代理人": joined(party.agent, party.authority and f"（{party.authority}）", by=""),
        "基本情况": _in_one(party),
    }


def _in_one(party: Party) -> str | None:
    """All that is known of a party, as an agreement tells it."""
    person = party.kind is PartyKind.PERSON
    told = joined(
        party.name,
        party.sex,
        party.nation,
        f"{day_written(party.born_on)}出生" if party.born_on else None,
        party.paper_number and f"{_paper(party)}{party.paper_number}",
        party.legal_representative and f"法定代表人（负责人）{party.legal_representative}",
        party.occupation,
        party.address and f"{'住' if person else '住所地'}{party.address}",
        party.phone and f"联系电话{party.phone}",
        party.agent and f"委托代理人{party.agent}{f'（{party.authority}）' if party.authority else ''}",
        by="，",
    )
    return told and ended(told)


def _paper(party: Party) -> str:
    return "身份证号码" if party.paper == CITIZEN_CARD else party.paper or "证件号码"


def _age(born_on: date, day: date) -> int:
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
