"""Synthetic entries of registers: key persons, visits to such, and patrols."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from typing import Any

from gridapp.domain.register_words import register_words
from gridapp.domain.registers.patrol import Patrol
from gridapp.domain.registers.person import SurveyedPerson
from gridapp.domain.registers.visit import Visit
from gridapp.domain.status import Status
from gridapp.sampling.names import sample_name, sample_phone
from gridapp.sampling.story import TODAY

_LEFT_AFTER = timedelta(days=200)


def sample_person(rng: Random, shared: Mapping[str, Any]) -> SurveyedPerson:
    """A key person; of those long on the list one in ten has left it."""
    left = rng.random() < 0.1 and TODAY - shared["reported_at"] > _LEFT_AFTER
    return SurveyedPerson(
        category=rng.choice(register_words().lists["person_classes"]),
        phone=sample_phone(rng),
        sex=rng.choice("男女"),
        situation="模拟境况",
        removed_at=shared["reported_at"] + _LEFT_AFTER if left else None,
        removed_reason="模拟迁出" if left else None,
        status=Status.REMOVED if left else Status.ON_FILE,
        **{**shared, "title": f"模拟{sample_name(rng)}"},
    )


def sample_visit(rng: Random, shared: Mapping[str, Any]) -> Visit:
    """A visit to somebody of whom only the name is told."""
    return Visit(
        category=rng.choice(register_words().lists["person_classes"]),
        manner=rng.choice(register_words().lists["visit_manners"]),
        seen="模拟走访情况",
        status=Status.RECORDED,
        **{**shared, "title": f"模拟{sample_name(rng)}"},
    )


def sample_patrol(rng: Random, shared: Mapping[str, Any]) -> Patrol:
    """A patrol of some hours, one in five in a season that counts."""
    nature = rng.choice(register_words().lists["patrol_natures"])
    words = register_words().lists
    return Patrol(
        category=nature,
        until_at=shared["reported_at"] + timedelta(minutes=30 * rng.randint(2, 8)),
        route="模拟路线",
        heads=rng.randint(2, 15),
        occasion=rng.choice(words["occasions"]) if rng.random() < 0.2 else None,
        findings="未发现异常",
        status=Status.RECORDED,
        **{**shared, "title": f"{nature}（模拟路线）"},
    )
