"""What can be wrong with one person or body that is named in a case (当事人、信访人的问题)."""

from collections.abc import Iterator
from datetime import datetime

from gridapp.domain.moment import day_of
from gridapp.domain.paper import CITIZEN_CARD, CitizenNumberFault, citizen_of
from gridapp.domain.party import Party
from gridapp.domain.person import is_phone
from gridapp.domain.problem import Problem

LONGEST_NAME = 50
"""Characters that a party's name may have at most."""


def problems_of_party(party: Party, n: int, now: datetime, called: str = "当事人") -> Iterator[Problem]:
    """What is wrong with the party in place `n`, who is called 当事人 or 信访人; the fields are `parties.N.field`."""
    if not party.name.strip():
        yield _of_party(n, "name", "required", f"请填写{called}姓名或名称。")
    elif len(party.name) > LONGEST_NAME:
        yield _of_party(n, "name", "length", f"姓名或名称最多 {LONGEST_NAME} 字。")
    if party.phone and not is_phone(party.phone):
        yield _of_party(n, "phone", "phone", "联系电话应为 11 位手机号、固定电话或 6 位短号。")
    if party.paper_number and not party.paper:
        yield _of_party(n, "paper", "required", "请选择证件类型。")
    if party.paper_number and party.paper == CITIZEN_CARD:
        yield from _citizen_problems(party, n, now)
    if party.born_on is not None and party.born_on > day_of(now):
        yield _of_party(n, "born_on", "future", "出生日期不能晚于今天。")
    if (party.authority or party.attorney_letter) and not party.agent:
        yield _of_party(n, "agent", "required", "填写了代理权限或授权委托书的，请写明代理人。")


def _citizen_problems(party: Party, n: int, now: datetime) -> Iterator[Problem]:
    citizen = citizen_of(party.paper_number or "", day_of(now))
    if isinstance(citizen, CitizenNumberFault):
        yield _of_party(n, "paper_number", "citizen", citizen.value)
        return
    if party.born_on is not None and party.born_on != citizen.born_on:
        yield _of_party(n, "born_on", "citizen", f"与身份证号中的出生日期（{citizen.born_on}）不一致。")
    if party.sex and party.sex != citizen.sex:
        yield _of_party(n, "sex", "citizen", f"与身份证号中的性别（{citizen.sex}）不一致。")


def _of_party(n: int, field: str, code: str, message: str) -> Problem:
    return Problem(f"parties.{n}.{field}", code, message)
