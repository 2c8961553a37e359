"""The search finds exactly what is read or heard in a case, on both databases, from the moment it is saved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import text

from db.engine import engine_for, url_of
from db.office import open_office
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.case import Case, Closing
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import start_of
from gridapp.domain.party import Party, PartyKind, Side
from gridapp.domain.pinyin import finds, initials_of
from gridapp.domain.problem import Refusal
from gridapp.domain.status import Status
from gridapp.ports import Batch, CaseQuery, Office, Save
from tests.gridapp.bare_cases import REPORTED, bare, dispute, event, petition
from tests.gridapp.small_office import save
from tests.offices import ACTOR, TOWN, TOWN_AREAS, VILLAGES, at

_LETTERS = "垃圾堆放单曾道路积水、。（）%_'\"\\*^-+:~ 01358AZbz䶮𠮷\t\n"


def _random_text(rng: Random, longest: int) -> str:
    return "".join(rng.choice(_LETTERS) for _ in range(rng.randint(1, longest)))


def _random_cases(rng: Random, count: int) -> list[Case]:
    return [
        event(
            reported=REPORTED + timedelta(hours=rng.randrange(24 * 20)),
            title=f"演示{_random_text(rng, 20)}",
            phone=f"13{rng.randrange(10**9):09}",
            address=_random_text(rng, 8),
            note=_random_text(rng, 30) if rng.random() < 0.5 else None,
        )
        for _ in range(count)
    ]


def _texts(case: Case) -> list[str]:
    return [read.lower() for read in case.searchable() if read]


def _is_found(case: Case, word: str) -> bool:
    """What the search promises, said plainly."""
    if any(word.lower() in read for read in _texts(case)):
        return True
    heard = [read for read in case.searchable() if read and read != case.note]
    return word.isascii() and word.isalpha() and any(word.lower() in one for read in heard for one in initials_of(read))


_MORE_VILLAGES = [
    Area(code=f"{TOWN}-{n}", kind=AreaKind.VILLAGE, parent=TOWN, name=f"{name}村", order=n)
    for n, name in enumerate("道单田曾溪岙滩坑垟圩岭塘坪埠洋湾峰", 10)
]
"""So many that a word of all their names tells none from another."""


def _names_its_place(word: str, case: Case, areas: Sequence[Area]) -> bool:
    """What the search promises of villages and grids, said plainly."""
    if len(word) == 1 and word.isascii():
        return False
    named = {area.code for area in areas if finds(word, area.name)}
    apart = [area for area in areas if area.code in named and area.parent not in named]
    villages = [area for area in areas if area.kind is AreaKind.VILLAGE]
    return len(apart) <= max(5, len(villages) // 4) and bool({case.village, case.grid} & named)


def _words(rng: Random, cases: Sequence[Case], count: int) -> list[str]:
    """Parts of one to six characters of what was written, and a few that were written nowhere."""
    words: list[str] = []
    while len(words) < count:
        whole = rng.choice(_texts(rng.choice(cases))) if rng.random() < 0.9 else _random_text(rng, 6)
        start = rng.randrange(len(whole))
        part = whole[start : start + rng.randint(1, 6)]
        if part and not any(character.isspace() for character in part):
            words.append(part)
    return words


def _found(office: Office, words: str) -> set[UUID]:
    query = CaseQuery(kind=Kind.EVENT, text=words)
    found = office.lists.find_ids(query)
    assert len(found) == office.lists.count(query)
    return set(found)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_word_finds_the_cases_that_contain_it(office: Office, seed: int) -> None:
    rng = Random(seed)
    cases = _random_cases(rng, 60)
    save(office, cases)
    for word in _words(rng, cases, 200):
        assert _found(office, word) == {case.id for case in cases if _is_found(case, word)}, word


@pytest.mark.parametrize("seed", [1, 2])
def test_a_word_finds_the_cases_whose_place_it_names(office: Office, seed: int) -> None:
    rng = Random(seed)
    office.registers.add_areas(_MORE_VILLAGES)
    areas = [area for area in (*TOWN_AREAS, *_MORE_VILLAGES) if area.kind is not AreaKind.TOWN]
    villages = [None, *(area.code for area in areas if area.kind is AreaKind.VILLAGE)]
    grids = [None, None, *(area.code for area in areas if area.kind is AreaKind.GRID)]
    made = _random_cases(rng, 60)
    cases = [replace(case, village=rng.choice(villages), grid=rng.choice(grids)) for case in made]
    save(office, cases)
    parts = [area.name[start : start + rng.randint(1, 4)] for area in areas for start in range(len(area.name))]
    typed = ["村", "网格", "wg", "nfc", "neifeng", "NFCUN", "z", "1", "tc", "dc", "shanc", "cengcun", "tccd1", "第1"]
    for word in (*parts, *typed, *_words(rng, cases, 60)):
        wanted = {case.id for case in cases if _is_found(case, word) or _names_its_place(word, case, areas)}
        assert _found(office, word) == wanted, word


@pytest.mark.parametrize("typed", ["nfc", "NeiFeng", "内冯", "内冯村", "冯"])
def test_a_village_is_found_by_its_name_or_pinyin_together_with_other_words(office: Office, typed: str) -> None:
    there = event(title="演示积水", village=VILLAGES[1])
    save(office, [there, event(title="演示积水"), event(title="演示破损", village=VILLAGES[1])])
    assert office.lists.find_ids(CaseQuery(town=TOWN, text=f"{typed} 积水")) == [there.id]


def test_a_place_is_found_by_the_name_that_it_has_today(location: str) -> None:
    with open_office(location) as office:
        case = event(title="演示", village=VILLAGES[1])
        save(office, [case])
    engine = engine_for(url_of(location))
    with engine.begin() as connection:
        connection.execute(text("UPDATE area SET name = '演示新村' WHERE code = :code"), {"code": VILLAGES[1]})
    engine.dispose()
    with open_office(location) as office:
        assert office.lists.find_ids(CaseQuery(text="新村")) == [case.id]
        assert office.lists.count(CaseQuery(text="内冯")) == 0


def test_a_text_that_must_contain_a_word_is_not_a_place_of_that_name(office: Office) -> None:
    save(office, [event(title="演示", village=VILLAGES[1])])
    for field in (Field.TEXT, Field.TITLE):
        assert office.lists.count(CaseQuery(conditions=(Condition(field, Test.CONTAINS, ("内冯",)),))) == 0


def test_chinese_and_figures_find_what_like_finds(location: str) -> None:
    rng = Random(4)
    with open_office(location) as office:
        cases = _random_cases(rng, 60)
        save(office, cases)
        words = [word for word in _words(rng, cases, 400) if not any(c.isascii() and not c.isdigit() for c in word)]
        phones = [read for case in cases for read in _texts(case) if read.isdigit() and len(read) == 11]
        words += [part for phone in phones[:20] for part in (phone, phone[:7], phone[3:], phone[:6] + phone[7:])]
        found = {word: len(_found(office, word)) for word in words}
    columns = ("h.number", "h.title", "h.note", "d.address", "d.phone")
    said = " OR ".join(f"{column} LIKE :word" for column in columns)
    engine = engine_for(url_of(location))
    with engine.connect() as connection:
        like = f"SELECT count(*) FROM case_head h JOIN event_detail d ON d.case_id = h.id WHERE {said}"
        assert found == {word: connection.execute(text(like), {"word": f"%{word}%"}).scalar_one() for word in words}
    engine.dispose()


def test_several_words_must_all_be_found(office: Office) -> None:
    both, one = event(title="演示：道路积水", note="已转水利站"), event(title="演示：道路破损")
    save(office, [both, one])
    assert _found(office, "道路 水利") == {both.id}
    assert _found(office, " 道路　演示 ") == {both.id, one.id}


def test_a_word_does_not_run_from_one_text_into_the_next(office: Office) -> None:
    save(office, [event(title="演示积", address="水电站"), event(title="演示甲 乙")])
    assert _found(office, "积水") == _found(office, "甲乙") == set()


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [("单田", "st", "dt"), ("仇和", "qh", "ch"), ("曾国", "zg", "cg"), ("查良", "zl", "cl"), ("区大", "od", "qd")],
)
def test_a_person_is_found_by_both_readings_of_the_surname(office: Office, name: str, one: str, other: str) -> None:
    case = dispute(party_a=name, title=f"演示：村民{name}与邻居因建房发生纠纷")
    save(office, [case])
    for typed in (one, other.upper(), f"cm{one}y", f"cm{other}y"):
        assert office.lists.find_ids(CaseQuery(text=typed)) == [case.id], typed


def test_every_kind_is_found_by_its_own_words(office: Office) -> None:
    closing = Closing(closed_at=at(2018, 1, 9), result="演示结果甲")
    cases = {
        "镇政府丙": event(unit="演示镇政府丙"),
        "当事人乙": dispute(party_b="演示当事人乙"),
        "诉求丁": petition(demand="演示诉求丁"),
        "结果甲": dispute(closings=(closing,), status=Status.CLOSED),
        "检查场所戊": bare(Kind.INSPECTION, place_name="演示检查场所戊"),
        "当事己": bare(Kind.ENFORCEMENT, party="演示当事己"),
    }
    save(office, list(cases.values()))
    assert {word: list(office.lists.find_ids(CaseQuery(text=word))) for word in cases} == {
        word: [case.id] for word, case in cases.items()
    }


def _changed(office: Office, before: Case, after: Case) -> None:
    with office.cases.transaction() as writer:
        writer.save([Save(before, after, "修改")], ACTOR, at(2018, 3, 2))


@pytest.mark.parametrize(
    "word",
    [
        "欧阳演示",
        "oyys",
        "示乙",
        "13900000001",
        "演示律师",
        "ysls",
        "人调字第7号",
        "演示厂",
        "桐川路12号",
        "演示工程",
        "ysgc",
    ],
)
def test_a_dispute_is_found_by_any_party_agent_phone_place_or_agreement(office: Office, word: str) -> None:
    case = dispute(
        title="争水",
        parties=(
            Party(side=Side.A, name="欧阳演示", phone="13900000001"),
            Party(side=Side.A, name="演示乙", agent="演示律师"),
            Party(side=Side.B, kind=PartyKind.COMPANY, name="演示厂"),
        ),
        address="桐川路12号",
        project="演示工程",
        closings=(Closing(closed_at=REPORTED, number="（2018）人调字第7号"),),
    )
    save(office, [case, dispute(title="争水", parties=(Party(side=Side.A, name="别人"),))])
    assert list(office.lists.find_ids(CaseQuery(kind=Kind.DISPUTE, text=word))) == [case.id]
    changed = replace(case, parties=(), address=None, project=None, closings=(), version=1)
    with office.cases.transaction() as writer:
        writer.save([Save(replace(case, version=1), changed, "修改")], ACTOR, at(2018, 3, 2))
    assert list(office.lists.find_ids(CaseQuery(kind=Kind.DISPUTE, text=word))) == []


def test_the_number_of_a_partys_paper_is_nothing_to_search_by(office: Office) -> None:
    party = Party(side=Side.A, name="演示甲", paper="居民身份证", paper_number="331121198001010018")
    save(office, [dispute(parties=(party,))])
    assert office.lists.count(CaseQuery(text="331121198001010018")) == 0


def test_a_changed_case_is_found_by_what_it_says_now(office: Office) -> None:
    case = bare(Kind.INSPECTION, title="演示旧标题", place_name="演示场所")
    save(office, [case])
    before = office.cases.load(case.id)
    moved = before.reported_at + timedelta(days=40)
    _changed(office, before, replace(before, title="演示新标题", reported_at=moved))
    assert office.lists.count(CaseQuery(text="旧标题")) == 0
    assert office.lists.find_ids(CaseQuery(text="新标题")) == [case.id]


def test_what_was_rolled_back_is_not_found(office: Office) -> None:
    with pytest.raises(Refusal), office.cases.transaction() as writer:  # noqa: PT012
        writer.save([Save(None, event(title="演示半途"), "登记")], ACTOR, at(2018, 3, 1))
        writer.take_back("没有这一批", ACTOR, at(2018, 3, 1))
    assert office.lists.count(CaseQuery(text="半途")) == 0


def test_the_newest_come_first_and_a_short_list_is_the_beginning_of_the_long_one(office: Office) -> None:
    rng = Random(5)
    same_day = [event(reported=start_of(date(2018, 2, 1)), title="演示积水") for _ in range(9)]
    cases = [*_random_cases(rng, 40), *same_day]
    save(office, [*cases, dispute(title="演示别的")])
    for descending in (True, False):
        query = CaseQuery(kind=Kind.EVENT, text="演示", descending=descending)
        order = sorted(cases, key=lambda case: case.id.bytes)
        order.sort(key=lambda case: case.reported_at, reverse=descending)
        assert list(office.lists.find_ids(query)) == [case.id for case in order]
        for limit in (1, 5, 12, len(cases), 200):
            short = CaseQuery(kind=Kind.EVENT, text="演示", descending=descending, limit=limit)
            assert list(office.lists.find_ids(short)) == [case.id for case in order[:limit]]


def test_the_first_page_of_a_large_office_is_the_beginning_of_its_list(office: Office) -> None:
    office.registers.add_areas(_MORE_VILLAGES)
    phones = [f"1380000{n % 7:04}" for n in range(4500)]
    cases = [
        event(
            reported=start_of(date(2018, 1, 1)) + timedelta(minutes=20 * n),
            title=f"演示{'积水' if n % 3 else '破损的道路'}{'坑' if n % 900 == 0 else ''}",
            village=_MORE_VILLAGES[n % 4].code,
            phone=phone,
            level=("一般", "重大")[n % 2],
        )
        for n, phone in enumerate(phones)
    ]
    save(office, cases)
    since = Condition(Field.REPORTED_AT, Test.SINCE, ("2018-01-03",))
    until = Condition(Field.REPORTED_AT, Test.UNTIL, ("2018-02-28",))
    major = Condition(Field.LEVEL, Test.ONE_OF, ("重大",))
    not_major = Condition(Field.LEVEL, Test.NONE_OF, ("重大",))
    for word in ("演", "积", "道", "坑", "无", "j", "3", "1380000", "13800000003", "13800000008", "演 坑"):
        for conditions in ((), (major,), (not_major, since), (until,)):
            for descending in (True, False):
                query = CaseQuery(kind=Kind.EVENT, text=word, conditions=conditions, descending=descending)
                whole = list(office.lists.find_ids(query))
                assert list(office.lists.find_ids(replace(query, limit=20))) == whole[:20], query


def test_a_search_can_be_ordered_by_another_column(office: Office) -> None:
    late, early = event(title="演示积水", due_at=at(2018, 2, 2)), event(title="演示积水", due_at=at(2018, 2, 1))
    save(office, [late, early, event(title="演示积水")])
    query = CaseQuery(text="积水", sort="due_at", descending=False, limit=2)
    assert list(office.lists.find_ids(query)) == [early.id, late.id]


def test_a_batch_that_is_taken_back_is_not_found_any_more(office: Office) -> None:
    case, kept = event(title="演示误导入"), event(title="演示误登记")
    save(office, [kept])
    account = Batch(
        id="甲", kind=Kind.EVENT, town=TOWN, file_name="演示.xlsx", at=at(2018, 3, 1), person="演示员",
        read=1, new=1, changed=0, same=0, refused=0,
    )  # fmt: skip
    with office.cases.transaction() as writer:
        writer.save([Save(None, case, "导入")], ACTOR, at(2018, 3, 1), "甲")
        writer.record_batch(account)
    assert office.lists.find_ids(CaseQuery(text="误导入")) == [case.id]
    with office.cases.transaction() as writer:
        writer.take_back("甲", ACTOR, at(2018, 3, 2))
    assert list(office.lists.find_ids(CaseQuery(text="演示误"))) == [kept.id]
    assert office.checks.search().ok


_FORGETTING = {
    "sqlite": "INSERT INTO case_search (case_search) VALUES ('delete-all')",
    "postgresql": "DELETE FROM case_search",
}


def test_cases_older_than_the_search_are_found_once_the_office_is_opened(location: str) -> None:
    case = event(title="演示陈年旧事")
    with open_office(location) as office:
        save(office, [case])
    engine = engine_for(url_of(location))
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM case_words"))
        connection.execute(text(_FORGETTING[engine.dialect.name]))
    engine.dispose()
    with open_office(location) as office:
        assert office.lists.find_ids(CaseQuery(text="陈年")) == [case.id]
        assert office.checks.search().ok
