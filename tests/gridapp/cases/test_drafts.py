"""Drafts: every field survives, and so does a form of another version."""

import json
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.drafts import read, read_as, written
from gridapp.cases.event.draft import EventDraft
from gridapp.domain.attachment import Attachment
from gridapp.domain.party import Party, PartyKind, Side
from gridapp.domain.quantity import Quantity
from tests.offices import TOWN, VILLAGES, at

PHOTO = Attachment(name="演示.png", sha256="a" * 64, size=3, added_at=at(2018, 1, 3), added_by="演示员")
FULL = EventDraft(
    town=TOWN,
    title="演示：写了一半",
    category="ZF0303",
    village=VILLAGES[0],
    people=3,
    tags=("加急", "群体性"),
    occurred_at=at(2018, 1, 2, 8, 30),
    reported_at=at(2018, 1, 3),
    quantities=(Quantity(amount=Decimal("12.5"), unit="吨", at=at(2018, 1, 3)),),
    attachments=(PHOTO,),
)


def through_json(draft: EventDraft) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(json.dumps(written(draft)))
    return content


@pytest.mark.parametrize("draft", [FULL, EventDraft(town=TOWN)])
def test_a_draft_is_read_as_it_was_written(draft: EventDraft) -> None:
    assert read(through_json(draft), TOWN) == draft


def test_what_this_version_does_not_know_is_left_out() -> None:
    content = through_json(FULL) | {"weather": "雨"}
    content["quantities"][0]["colour"] = "红"
    assert read(content, TOWN) == FULL


def test_what_an_older_version_did_not_write_stays_empty() -> None:
    assert read({"title": "演示：旧版"}, TOWN) == EventDraft(town=TOWN, title="演示：旧版")


@pytest.mark.parametrize(
    "content",
    [
        {"people": "三人"},
        {"reported_at": "昨天"},
        {"reported_at": "2018-01-03T09:00:00"},
        {"tags": "加急"},
        {"tags": [7]},
        {"quantities": [{"amount": "许多", "unit": "吨", "at": "2018-01-03T09:00:00+08:00"}]},
        {"attachments": [{"name": "没有摘要.png"}, "不是附件"]},
        {"title": None},
    ],
)
def test_what_cannot_be_read_is_left_out_and_the_rest_kept(content: dict[str, Any]) -> None:
    assert read({"note": "演示", **content}, TOWN) == EventDraft(town=TOWN, note="演示")


DISPUTE = DisputeDraft(
    town=TOWN,
    title="演示：写了一半",
    mode="",
    difficult=True,
    people=3,
    amount=Decimal("12000.5"),
    co_mediators=("演示丙", "演示丁"),
    reported_at=at(2018, 1, 3),
    parties=(
        Party(side=Side.A, name="", phone="12", born_on=date(1990, 3, 7), representative=True),
        Party(side=Side.B, kind=PartyKind.COMPANY, name="演示公司", attorney_letter=True),
    ),
    attachments=(PHOTO,),
    source_case=UUID(int=7),
)


def test_a_dispute_is_read_as_it_was_written() -> None:
    content = json.loads(json.dumps(written(DISPUTE)))
    assert read_as(DisputeDraft, content, TOWN) == DISPUTE


@pytest.mark.parametrize(
    "content",
    [
        {"source_case": "不是编号"},
        {"source_case": 7},
        {"amount": "许多"},
        {"parties": [{"name": "没有写哪一方"}, {"side": "丁方", "name": "演示"}, "不是当事人"]},
    ],
)
def test_what_cannot_be_read_of_a_dispute_is_left_out(content: dict[str, Any]) -> None:
    assert read_as(DisputeDraft, {"note": "演示", **content}, TOWN) == DisputeDraft(town=TOWN, note="演示")


def test_a_party_keeps_what_can_be_read_of_it() -> None:
    content = {"parties": [{"side": "甲方", "name": "演示甲", "born_on": "八零年", "kind": "神仙"}]}
    assert read_as(DisputeDraft, content, TOWN).parties == (Party(side=Side.A, name="演示甲"),)
