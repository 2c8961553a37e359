"""Entries that can be saved, one for every register."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from gridapp.cases.register.draft import EntryDraft
from gridapp.cases.register.record import amend, draft_of, record
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.registers.reception import Promise
from gridapp.ports import Office
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, at

STARTED = at(2018, 3, 5, 9)
HERE = VILLAGES[0]
MEMBERS = ("演示甲", "演示乙")

VALUES: Mapping[Kind, Mapping[str, Any]] = {
    Kind.PERSON: {
        "title": "演示老人",
        "category": "独居孤寡老人",
        "village": HERE,
        "sex": "女",
        "born_on": date(1940, 5, 6),
        "phone": "13800000000",
        "handler": "演示网格员",
    },
    Kind.WORKLOG: {"category": "清运垃圾", "quantity": Decimal("12.5"), "counting_unit": "吨"},
    Kind.VISIT: {"title": "演示老人", "category": "独居孤寡老人", "village": HERE, "handler": "演示网格员"},
    Kind.PATROL: {
        "category": "治安巡防",
        "route": "演示路—演示街",
        "until_at": STARTED + timedelta(hours=2, minutes=30),
        "handler": "演示队长",
        "members": MEMBERS,
        "occasion": "两会",
    },
    Kind.ACCIDENT: {
        "title": "演示：车间机械伤害",
        "category": "生产安全",
        "level": "一般",
        "village": HERE,
        "address": "演示工业区",
        "injured": 1,
        "loss": Decimal(3000),
    },
    Kind.GEOLOGY: {
        "title": "演示：下济坑口外",
        "category": "滑坡",
        "level": "小型",
        "village": HERE,
        "address": "演示坡",
        "households": 22,
        "people": 89,
    },
    Kind.RELOCATION: {
        "title": "演示：下济坑口外",
        "village": HERE,
        "households": 22,
        "people": 89,
        "agreed_at": at(2018, 3, 6),
        "vacated_at": at(2018, 5, 10),
    },
    Kind.RIVER: {"title": "演示溪", "level": "镇级", "length": Decimal("7.1"), "handler": "演示河长"},
    Kind.DUTY: {"category": "全天", "handler": "演示带班", "members": MEMBERS, "weekend": True},
    Kind.RESPONSIBILITY: {"category": "三联三包", "title": "演示：安全生产", "handler": "演示领导", "village": HERE},
    Kind.DRILL: {"title": "演示：防台演练", "category": "防汛防台", "address": "演示村", "heads": 40},
    Kind.SHELTER: {
        "title": "演示：避灾安置点",
        "village": HERE,
        "address": "演示礼堂",
        "capacity": 120,
        "floor_area": Decimal(300),
        "handler": "演示管理员",
    },
    Kind.RECEPTION: {
        "handler": "演示镇长",
        "address": "演示信访接待室",
        "held_at": STARTED,
        "promises": (Promise(what="演示：修复路灯", unit="演示站所", due_at=at(2018, 4, 1)),),
    },
}
"""What is entered of each register, beside the moment."""


def entry_draft(kind: Kind, **fields: Any) -> EntryDraft:
    """A draft of a register that can be saved; `fields` change its values."""
    values = {"reported_at": STARTED, **VALUES[kind], **fields}
    return EntryDraft(kind=kind, town=TOWN, values=values, late_reason="演示：补录纸质台账")


def entered(office: Office, draft: EntryDraft) -> Case:
    """An entry on file."""
    return record(office.cases, office.registers.areas(), draft, ACTOR, NOW)


def amended(office: Office, entry: Case, reason: str = "", **fields: Any) -> Case:
    """An entry after some of its values were changed, as it is on file."""
    draft = draft_of(entry)
    changed = replace(draft, values={**draft.values, **fields}, reason=reason)
    areas = office.registers.areas()
    return amend(office.cases, areas, DEADLINES, entry.id, entry.version, changed, ACTOR, NOW)
