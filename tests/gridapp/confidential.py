"""Confidential cases with something in every place from which it could leak, and somebody who may read them."""

from typing import Any

from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Channel, PetitionPurpose
from gridapp.ports import Office
from gridapp.registers.confidants import put_confidants
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import NOW

READER = Actor("演示纪检员", "二号机")
OUTSIDER = Actor("演示旁人", "三号机")
SECRETS = ("演示举报村干部", "演示举报人", "13900000009", "演示侵占", "演示被举报人", "演示承办人", "演示密情", "ysjb")
"""Words that stand in the accusation, the last of them as it is heard."""


def accusation(**fields: Any) -> Case:
    """A petition that accuses somebody."""
    told: dict[str, Any] = {
        "title": "演示举报村干部",
        "petitioner": "演示举报人",
        "phone": "13900000009",
        "demand": "演示侵占集体资金",
        "accused": "演示被举报人",
        "handler": "演示承办人",
        "note": "演示密情",
        "source": Channel.LETTER,
        "purpose": PetitionPurpose.ACCUSATION,
    }
    return bare(Kind.PETITION, **(told | fields))


def key_person(**fields: Any) -> Case:
    """A key person on the list."""
    told: dict[str, Any] = {"title": "演示甲老人", "phone": "13900000008", "handler": "演示网格员", "note": "演示病情"}
    return bare(Kind.PERSON, **(told | fields))


def put_on_file(office: Office, *cases: Case) -> None:
    """Puts cases on file and names the one who may read them."""
    save(office, cases)
    for confidence in Confidence:
        put_confidants(office.confidence, confidence, (), [READER.name], READER, NOW)
