"""初访/重访: the same people in the same matter are found among all channels and years, and nobody else is."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gridapp.cases.handle import void
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.petition.earlier import (
    Earlier,
    earlier_petitions,
    judged,
    later_petitions,
    people_of,
    presented_by,
    presented_in,
)
from gridapp.cases.petition.record import amend, draft_of
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import indicator_named
from gridapp.domain.party import Party, Side
from gridapp.domain.period import period_named
from gridapp.domain.petition import Channel, Petition, PetitionPurpose
from gridapp.domain.petition_words import ANONYMOUS
from gridapp.ports import FormerPetition, Office
from gridapp.registers.shown_to import shown_to
from tests.gridapp.bare_cases import petition
from tests.gridapp.confidential import OUTSIDER, READER, accusation, put_on_file
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, at, petition_draft, petition_recorded

ROAD = "演示：要求修复桐川村通往水库的村道"
PHONE = "13900000001"
THRESHOLD = 5


def visit(reported: date = date(2018, 5, 7), **fields: Any) -> PetitionDraft:
    """A visit of the man who has come before."""
    return petition_draft(reported, **({"petitioner": "演示丙", "phone": PHONE, "demand": ROAD} | fields))


def found(office: Office, draft: PetitionDraft) -> list[Earlier]:
    return list(earlier_petitions(office, presented_by(draft)))


def likely(office: Office, draft: PetitionDraft) -> set[str]:
    return {one.row.number for one in found(office, draft) if one.likely}


@pytest.fixture
def first(office: Office) -> Petition:
    """His first visit, among those of other people."""
    petition_recorded(office, date(2018, 2, 1), petitioner="演示旁人", phone="13900000002", demand=ROAD)
    petition_recorded(office, date(2018, 2, 2), petitioner="演示另人", demand="演示：反映河道垃圾无人清理")
    return petition_recorded(office, date(2018, 2, 5), petitioner="演示丙", phone=PHONE, demand=ROAD)


def test_the_same_man_in_the_same_matter_is_told_with_the_reasons(office: Office, first: Petition) -> None:
    (one,) = found(office, visit(demand="演示：再次要求修复桐川村通往水库的村道"))
    assert (one.row.number, one.likely) == (first.number, True)
    assert one.reasons == ("同一人（演示丙，电话相同）", "诉求相近", "事项类别相同", "同一村社")
    assert 0.8 < one.strength <= 1


@pytest.mark.parametrize("channel", list(Channel))
def test_it_is_found_whatever_way_he_came_before(office: Office, channel: Channel) -> None:
    before = petition_recorded(
        office, date(2017, 3, 1), channel=channel, origin="县信访局", petitioner="演示丙", phone=PHONE, demand=ROAD
    )
    assert likely(office, visit()) == {before.number}


def test_a_later_one_is_not_earlier_nor_is_the_petition_itself(office: Office, first: Petition) -> None:
    later = petition_recorded(office, date(2018, 6, 1), petitioner="演示丙", phone=PHONE, demand=ROAD)
    assert likely(office, visit()) == {first.number}
    of_itself = earlier_petitions(office, presented_in(later))
    assert [one.row.number for one in of_itself] == [first.number]
    assert not earlier_petitions(office, presented_by(draft_of(first), first.id))


def test_a_voided_one_is_not_suggested(office: Office, first: Petition) -> None:
    void(office.cases, first.id, first.version, "演示：录错", DEADLINES, ACTOR, NOW)
    assert found(office, visit()) == []


def test_another_matter_of_the_same_man_is_not_suggested(office: Office, first: Petition) -> None:
    assert found(office, visit(demand="演示：反映养猪场臭气扰民", category="ZZ0203")) == []


def test_who_has_said_nothing_yet_is_shown_what_he_came_with(office: Office, first: Petition) -> None:
    (one,) = found(office, visit(demand="", category=None))
    assert (one.row.number, one.likely) == (first.number, False)


def test_without_a_name_nothing_is_looked_for(office: Office, first: Petition) -> None:
    assert found(office, visit(petitioner="")) == []


def test_another_town_knows_nothing_of_it(office: Office, first: Petition) -> None:
    assert found(office, replace(visit(), town="330326100")) == []


def test_a_name_alone_needs_the_same_words_in_the_same_village(office: Office, first: Petition) -> None:
    assert likely(office, visit(phone="")) == {first.number}
    assert [one.likely for one in found(office, visit(phone="", demand="演示：村道无路灯要求安装"))] == [False]
    assert found(office, visit(phone="", village=VILLAGES[1])) == []


def test_one_who_came_with_others_is_the_same_man(office: Office) -> None:
    others = (Party(side=Side.A, name="演示丁", phone="13900000003"), Party(side=Side.A, name="演示丙", phone=PHONE))
    before = petition_recorded(
        office, date(2018, 2, 5), petitioner="演示丁", heads=6, parties=others, category="ZZ0202", demand=ROAD
    )
    assert likely(office, visit(category="ZZ0202")) == {before.number}


def test_his_document_tells_him_although_the_name_was_written_otherwise(office: Office) -> None:
    named = Party(side=Side.A, name="演示炳", paper="居民身份证", paper_number="110101199003070476")
    before = petition_recorded(
        office,
        date(2018, 2, 5),
        petitioner="演示炳",
        parties=(named,),
        demand=ROAD,
    )
    again = visit(phone="", parties=(replace(named, name="演示丙"),))
    assert likely(office, again) == {before.number}


def test_two_of_one_name_with_different_documents_are_two(office: Office) -> None:
    one, other = (
        Party(side=Side.A, name="演示丙", paper="居民身份证", paper_number=number)
        for number in ("110101199003070476", "110101199003071073")
    )
    assert not judged(
        replace(presented_by(visit(petitioner="", parties=(one,)))),
        [FormerPetition(id=petition().id, reported_at=at(2018, 1, 3), parties=(other,), text=ROAD)],
    )


def test_of_an_agent_the_principal_is_compared() -> None:
    agent = Party(side=Side.A, name="演示委托人", agent="演示代理")
    assert [one.name for one in people_of("演示代理", PHONE, None, (agent,))] == ["演示委托人"]
    assert [one.name for one in people_of("演示丙", PHONE, None, ())] == ["演示丙"]


def test_an_agent_of_two_people_does_not_make_them_one(office: Office) -> None:
    def through_an_agent(name: str) -> dict[str, Any]:
        return {
            "petitioner": "演示代理",
            "phone": PHONE,
            "parties": (Party(side=Side.A, name=name, agent="演示代理"),),
            "demand": ROAD,
        }

    before = petition_recorded(office, date(2018, 2, 5), **through_an_agent("演示委托人甲"))
    assert found(office, visit(**through_an_agent("演示委托人乙"))) == []
    assert likely(office, visit(**through_an_agent("演示委托人甲"))) == {before.number}
    assert [one.row.number for one in found(office, visit(petitioner="演示委托人甲"))] == [before.number]


def nameless(reported: date, **fields: Any) -> PetitionDraft:
    told: dict[str, Any] = {
        "channel": Channel.LETTER,
        "petitioner": "",
        "flags": (ANONYMOUS,),
        "purpose": PetitionPurpose.ACCUSATION,
        "accused": "演示村主任",
        "demand": "演示：侵占集体林地补偿款",
    }
    return petition_draft(reported, **(told | fields))


def test_of_anonymous_accusations_the_accused_is_compared_and_only_by_who_may_read_them(office: Office) -> None:
    put_on_file(office, accusation())
    before = petition_recorded(office, **vars_of(nameless(date(2018, 2, 5))))
    again = nameless(date(2018, 5, 7), demand="演示：再次反映侵占集体林地补偿款")
    inside, outside = (shown_to(office, person.name) for person in (READER, OUTSIDER))
    assert likely(inside, again) == {before.number}
    assert found(outside, again) == []
    assert found(inside, nameless(date(2018, 5, 7), accused="演示村会计")) == []


def vars_of(draft: PetitionDraft) -> dict[str, Any]:
    """The fields of a draft but for its town and its day."""
    told = {name: getattr(draft, name) for name in PetitionDraft.__dataclass_fields__}
    told.pop("town")
    return {**told, "reported": told.pop("reported_at")}


def repeated(office: Office, month: str) -> set[str]:
    """The petitions that are counted as repeated visits in a month."""
    period = period_named(month)
    indicator = indicator_named("petition.repeat_batches")
    behind = cases_behind(office.ledger, indicator, Cut(period=period, town=TOWN))
    return {row.number for row in office.lists.load_rows([one.case_id for one in behind])}


def test_a_third_visit_once_confirmed_is_counted_as_repeated_in_its_own_month_alone(office: Office) -> None:
    one = petition_recorded(office, date(2018, 2, 5), petitioner="演示丙", phone=PHONE, demand=ROAD)
    two = petition_recorded(office, date(2018, 3, 5), petitioner="演示丙", phone=PHONE, demand=ROAD)
    assert likely(office, visit()) == {one.number, two.number}
    third = petition_recorded(office, date(2018, 5, 7), petitioner="演示丙", phone=PHONE, demand=ROAD)
    months = ("2018-02", "2018-03", "2018-05")
    assert [repeated(office, month) for month in months] == [set(), set(), set()]
    suggested = earlier_petitions(office, presented_in(third))
    confirmed = replace(draft_of(third), repeat=True, earlier=suggested[0].row.id)
    areas = office.registers.areas()
    amend(office.cases, areas, DEADLINES, THRESHOLD, third.id, third.version, confirmed, ACTOR, NOW)
    assert [repeated(office, month) for month in months] == [set(), set(), {third.number}]
    assert [row.number for row in later_petitions(office, two.id)] == [third.number]
    assert later_petitions(office, one.id) == []


def test_planted_pairs_are_told_from_strangers(office: Office) -> None:
    matters = ("村道硬化未完工", "宅基地审批久拖不决", "征地补偿款未到账", "低保待遇被取消", "养猪场臭气扰民")
    words = ("反映{}，要求处理", "再次反映{}，请求答复")
    for n in range(25):
        petition_recorded(
            office,
            date(2018, 1 + n % 6, 1 + n),
            petitioner=f"演示第{n}人",
            phone=f"139{n:08d}",
            village=VILLAGES[n % 3],
            demand=f"演示：{words[0].format(matters[n % 5])}",
        )
    told, false = 0, 0
    for n in range(25):
        same: dict[str, Any] = {"petitioner": f"演示第{n}人", "phone": f"139{n:08d}", "village": VILLAGES[n % 3]}
        again = petition_draft(date(2018, 9, 1), demand=f"演示：{words[1].format(matters[n % 5])}", **same)
        told += len(likely(office, again)) == 1
        stranger = replace(again, petitioner=f"演示新{n}人", phone=f"138{n:08d}")
        false += bool(found(office, stranger))
    assert (told, false) == (25, 0)
