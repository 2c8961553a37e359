"""What a citizen number says of the party that bears it (身份证号核对): sex and day of birth."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gridapp.domain.paper import Citizen, citizen_of, plain_paper_number

_LENGTH = 18


def is_citizen_number(text: str) -> bool:
    """Whether it is as long as a citizen number, right or wrong."""
    number = plain_paper_number(text)
    return len(number) == _LENGTH and number[:-1].isdecimal()


def citizen_said(text: str, today: date) -> Mapping[str, Any]:
    """The fields of a party that its number fills; none where it is wrong."""
    citizen = citizen_of(plain_paper_number(text), today)
    return {"sex": citizen.sex, "born_on": citizen.born_on.isoformat()} if isinstance(citizen, Citizen) else {}
