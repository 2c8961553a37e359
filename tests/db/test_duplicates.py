"""The cases that a new entry is compared with, found in the database; and how many of them are told rightly."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from db.office import open_office
from gridapp.cases.duplicates import likely_duplicates
from gridapp.cases.event.entered import entered_of
from gridapp.cases.handle import void
from gridapp.cases.merging import merge
from gridapp.domain.event import Event
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.party import Party, Side
from gridapp.ports import Entered, Office, Save
from gridapp.sampling.cases import SampleCases
from gridapp.sampling.office import build_sample
from tests.gridapp.bare_cases import bare, dispute, petition
from tests.gridapp.small_office import save
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, at, draft, recorded
from tests.sizes import FULL

CASES, PLANTED, CLEAN = (10_000, 500, 500) if FULL else (2_000, 100, 100)
REPORTED = at(2018, 3, 10, 9)
ENTERED = Entered(
    kind=Kind.EVENT, town=TOWN, title="演示：路灯不亮", category="ZF0303", village=VILLAGES[0], reported_at=REPORTED
)


def found(office: Office, entered: Entered) -> set[str]:
    return {candidate.number for candidate in office.duplicates.candidates(entered)}


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"phone": "13900000001", "village": VILLAGES[1]}, {"phone": "13900000001"}),
        ({"reporter": "演示甲", "village": VILLAGES[1]}, {"persons": ("演示乙", "演示甲")}),
        ({"village": VILLAGES[0], "category": "ZZ0102"}, {}),
        ({"village": VILLAGES[1], "category": "ZF0303"}, {}),
    ],
)
def test_what_shares_phone_person_village_or_category_is_a_candidate(
    office: Office, fields: dict[str, Any], asked: dict[str, Any]
) -> None:
    event = recorded(office, REPORTED + timedelta(days=6), **fields)
    assert found(office, replace(ENTERED, **asked)) == {event.number}


@pytest.mark.parametrize(
    ("case", "asked"),
    [
        (
            bare(Kind.DISPUTE, party_a="演示甲", party_b="演示乙"),
            Entered(kind=Kind.DISPUTE, town=TOWN, persons=("演示乙",)),
        ),
        (bare(Kind.PETITION, petitioner="演示甲"), Entered(kind=Kind.PETITION, town=TOWN, persons=("演示甲",))),
        (bare(Kind.PETITION, phone="13900000001"), Entered(kind=Kind.PETITION, town=TOWN, phone="13900000001")),
        (
            bare(Kind.HAZARD, REPORTED, place_name="演示厂"),
            Entered(kind=Kind.HAZARD, town=TOWN, village=VILLAGES[0], reported_at=REPORTED),
        ),
    ],
)
def test_other_kinds_are_found_by_their_own_persons_and_places(office: Office, case: Any, asked: Entered) -> None:
    save(office, [case])
    assert found(office, asked) == {case.number}


PARTIES = (
    Party(side=Side.A, name="演示甲", phone="13900000001"),
    Party(side=Side.A, name="演示丙"),
    Party(side=Side.B, name="演示乙", phone="13900000002"),
)
DISPUTED = Entered(kind=Kind.DISPUTE, town=TOWN, title="演示：争水", reported_at=REPORTED)


@pytest.mark.parametrize(
    "asked",
    [
        {"persons": ("演示丙",)},
        {"persons": ("别人", "演示乙")},
        {"phone": "13900000002"},
        {"village": VILLAGES[0]},
        {"category": "ZZ0102"},
    ],
)
def test_a_dispute_is_found_by_any_of_its_parties_its_village_or_its_category(
    office: Office, asked: dict[str, Any]
) -> None:
    case = dispute(reported=REPORTED - timedelta(days=6), parties=PARTIES, party_a="演示甲、演示丙", party_b="演示乙")
    save(office, [case, dispute(reported=REPORTED - timedelta(days=60), village=VILLAGES[1], party_a="演示丁")])
    (candidate,) = office.duplicates.candidates(replace(DISPUTED, **asked))
    assert candidate.id == case.id
    assert candidate.persons == ("演示甲", "演示丙", "演示乙")
    assert candidate.phone == asked.get("phone", "13900000001")


def test_the_parties_of_a_ledger_are_told_one_by_one(office: Office) -> None:
    case = dispute(
        reported=REPORTED,
        party_a="演示甲、演示丙",
        party_b="演示乙",
        address="桐川村12号",
        demand="演示：赔偿",
        note="备注",
    )
    save(office, [case])
    (candidate,) = office.duplicates.candidates(replace(DISPUTED, village=VILLAGES[0]))
    assert candidate.persons == ("演示甲", "演示丙", "演示乙")
    assert (candidate.address, candidate.text, candidate.phone) == ("桐川村12号", "备注\n演示：赔偿", "")


QUARRELS = (
    ("ZZ0102", "滴水排水纠纷", "屋檐滴水流到隔壁院里，两家争吵"),
    ("ZZ0103", "宅基地边界纠纷", "砌围墙占了半米地，要求拆除"),
    ("ZZ0106", "拖欠工资", "干完活三个月没有拿到工钱"),
    ("ZZ0104", "山林界址不清", "砍毛竹时说过了界，双方都有旧契"),
    ("ZZ0107", "车辆剐蹭赔偿", "电动车撞倒老人，医药费谈不拢"),
)


def test_planted_disputes_are_told_and_new_ones_are_not(sqlite_office: Office) -> None:
    rng = random.Random(4)
    matters = [(n, *rng.choice(QUARRELS), REPORTED + timedelta(hours=rng.randrange(24 * 90))) for n in range(80)]
    on_file = [
        dispute(
            reported=reported,
            category=category,
            title=f"演示：{first}",
            village=VILLAGES[n % 3],
            **(
                {"parties": (Party(side=Side.A, name=f"演示甲{n}"), Party(side=Side.B, name=f"演示乙{n}"))}
                if n % 2
                else {"party_a": f"演示甲{n}", "party_b": f"演示乙{n}"}
            ),
        )
        for n, category, first, _, reported in matters
    ]
    save(sqlite_office, on_file)
    told = false = 0
    for case, (n, category, first, second, reported) in zip(on_file, matters, strict=True):
        again = Entered(
            kind=Kind.DISPUTE,
            town=TOWN,
            title=f"演示：{second}",
            category=category,
            village=VILLAGES[n % 3],
            persons=(f"演示乙{n} ", f"演示甲{n}"),
            reported_at=reported + timedelta(days=rng.randint(-7, 7)),
        )
        told += case.id in [found.case.id for found in likely_duplicates(sqlite_office.duplicates, again)]
        other = replace(again, title=f"演示：{first}", persons=(f"演示丙{n}", f"演示丁{n}"))
        false += bool(likely_duplicates(sqlite_office.duplicates, other))
    assert (told, false) == (len(on_file), 0)


def test_a_candidate_carries_what_it_is_judged_by(office: Office) -> None:
    event = recorded(office, REPORTED, reporter="演示甲", phone="13900000001", address="桐川村12号", note="演示备注")
    (candidate,) = office.duplicates.candidates(ENTERED)
    assert (candidate.id, candidate.title, candidate.status) == (event.id, event.title, "reported")
    assert (candidate.persons, candidate.phone, candidate.address) == (("演示甲",), "13900000001", "桐川村12号")
    assert (candidate.village, candidate.category, candidate.text) == (VILLAGES[0], "ZF0303", "演示备注")
    assert candidate.reported_at == REPORTED


def test_a_form_is_compared_by_its_own_words(office: Office) -> None:
    event = recorded(office, REPORTED, phone="13900000001", reporter="演示甲", address="桐川村12号", note="演示备注")
    form = draft(REPORTED, phone="139 0000 0001", reporter=" 演示甲", address="桐川村12号", note="演示备注")
    (suspicion,) = likely_duplicates(office.duplicates, entered_of(form))
    assert suspicion.case.number == event.number
    assert suspicion.reasons == ("同一电话", "同一人（演示甲）", "同一地点 7 天内", "标题或内容相似")
    assert likely_duplicates(office.duplicates, entered_of(form, event.id)) == []


def test_voided_and_merged_cases_and_the_case_itself_are_no_candidates(office: Office) -> None:
    itself, kept, voided, merged = (recorded(office, REPORTED, phone="13900000001") for _ in range(4))
    void(office.cases, voided.id, 1, "误登", DEADLINES, ACTOR, NOW)
    merge(office.cases, merged.id, 1, kept.id, "重复", DEADLINES, ACTOR, NOW)
    assert found(office, replace(ENTERED, phone="13900000001", case_id=itself.id)) == {kept.number}


def test_another_time_town_or_kind_is_no_candidate(office: Office) -> None:
    recorded(office, REPORTED - timedelta(days=8))
    save(office, [bare(Kind.WORKLOG, REPORTED, counting_unit="吨")])
    assert found(office, ENTERED) == set()
    assert found(office, replace(ENTERED, town="330326102")) == set()
    assert found(office, replace(ENTERED, kind=Kind.WORKLOG)) == set()


def test_a_busy_village_gives_a_bounded_number_of_candidates(office: Office) -> None:
    save(office, [bare(Kind.EVENT, REPORTED, reporter="演示甲", phone="13900000001") for _ in range(500)])
    busy = replace(ENTERED, persons=("演示甲",), phone="13900000001")
    assert 200 <= len(office.duplicates.candidates(busy)) <= 400


MATTERS = (
    ("ZF0602", "路灯不亮，晚上看不清路", "灯坏了好几天，走夜路危险"),
    ("ZF0301", "垃圾桶满了没人清运", "生活垃圾溢出，异味扰民"),
    ("ZF0303", "道路积水，行人难走", "下雨后路面水排不出去"),
    ("ZZ0102", "邻居装修噪声扰民", "隔壁深夜施工吵得睡不着"),
    ("ZF0401", "河面漂浮大量水草", "溪里有杂物，水体发臭"),
    ("ZZ0505", "楼道被旧家具堵住", "消防通道放了杂物过不去"),
)


def planted(rng: random.Random, n: int) -> tuple[Event, Entered]:
    """A matter on file, and the same matter as another clerk enters it: in other words, up to a week apart."""
    category, first, second = rng.choice(MATTERS)
    reported = datetime.fromisoformat("2015-03-01T09:00:00+08:00") + timedelta(minutes=rng.randrange(60 * 24 * 1000))
    town = f"99000000{rng.randint(1, 2)}"
    village = f"{town}-{rng.randint(1, 20):02}"
    event = Event(
        id=case_id_at(reported, n),
        town=town,
        number=f"演示-{n}",
        title=first,
        reported_at=reported,
        registered_at=reported,
        village=village,
        category=category,
        reporter=f"演示{n}甲",
        phone=f"139{n:08}",
        address=f"演示路{rng.randint(1, 300)}号",
    )
    again = Entered(
        kind=Kind.EVENT,
        town=town,
        title=second,
        category=category if rng.random() < 0.85 else rng.choice(MATTERS)[0],
        village=village,
        reported_at=reported + timedelta(minutes=rng.randint(-7 * 24 * 60, 7 * 24 * 60)),
    )
    shared: dict[str, Any] = rng.choice(
        (
            {"persons": (event.reporter,), "phone": event.phone},
            {"phone": event.phone},
            {"persons": (event.reporter,)},
            {"address": event.address, "persons": (f"演示{n}乙",), "phone": f"138{n:08}"},
            {"address": event.address},
        )
    )
    return event, replace(again, **shared)


def clean(rng: random.Random) -> Iterator[Entered]:
    """Entries of matters that nobody has entered yet."""
    sample = SampleCases(rng, ["990000001", "990000002"], 20, 3)
    start = datetime.fromisoformat("2014-06-01T00:00:00+08:00")
    for n in range(10 * CLEAN):
        case = sample.case(n, start + timedelta(minutes=rng.randrange(60 * 24 * 1600)))
        if isinstance(case, Event):
            yield Entered(
                kind=case.kind,
                town=case.town,
                title=case.title,
                text=case.note or "",
                category=case.category,
                village=case.village,
                address=case.address or "",
                persons=(case.reporter or "",),
                phone=case.phone or "",
                reported_at=case.reported_at,
            )


def test_planted_duplicates_are_told_and_new_matters_are_not(tmp_path: Path) -> None:
    rng = random.Random(2018)
    with open_office(str(tmp_path / "office.db")) as office:
        build_sample(office, CASES, 1, lambda _: None)
        pairs = [planted(rng, n) for n in range(PLANTED)]
        with office.cases.transaction() as writer:
            writer.save([Save(None, event, "登记") for event, _ in pairs], ACTOR, at(2019, 1, 1))
        seconds: list[float] = []
        told = sum(event.id in suspects(office, entered, seconds) for event, entered in pairs)
        false = sum(
            bool(suspects(office, entered, seconds)) for entered, _ in zip(clean(rng), range(CLEAN), strict=False)
        )
    assert told >= 0.95 * PLANTED
    assert false <= 0.05 * CLEAN
    assert sorted(seconds)[len(seconds) * 95 // 100] <= 0.3


def suspects(office: Office, entered: Entered, seconds: list[float]) -> Sequence[object]:
    """The cases that are told, and how long that took."""
    start = perf_counter()
    told = likely_duplicates(office.duplicates, entered)
    seconds.append(perf_counter() - start)
    return [suspicion.case.id for suspicion in told]


VISIT = {"title": "演示：要求修复村道", "petitioner": "演示甲", "phone": "13900000001", "category": "ZZ0201"}


def test_a_petition_is_found_by_everybody_who_gave_his_name(office: Office) -> None:
    parties = (Party(side=Side.A, name="演示甲"), Party(side=Side.A, name="演示乙", phone="13900000002"))
    case = petition(reported=REPORTED, **VISIT, parties=parties)
    save(office, [case])
    for asked in ({"persons": ("演示乙",)}, {"phone": "13900000002"}):
        (candidate,) = office.duplicates.candidates(Entered(kind=Kind.PETITION, town=TOWN, **asked))
        assert (candidate.id, candidate.persons) == (case.id, ("演示甲", "演示乙"))
        assert candidate.phone == asked.get("phone", "13900000001")


@pytest.mark.parametrize(("days", "twice"), [(0, True), (2, True), (3, False), (20, False)])
def test_who_comes_again_has_not_been_entered_twice(sqlite_office: Office, days: int, twice: bool) -> None:
    case = petition(reported=REPORTED, **VISIT)
    save(sqlite_office, [case])
    again = Entered(
        kind=Kind.PETITION,
        town=TOWN,
        title=VISIT["title"],
        persons=(VISIT["petitioner"],),
        phone=VISIT["phone"],
        category=VISIT["category"],
        village=VILLAGES[0],
        reported_at=REPORTED + timedelta(days=days),
    )
    found = likely_duplicates(sqlite_office.duplicates, again)
    assert [one.case.id for one in found] == ([case.id] if twice else [])
