"""The words of the registers (名录词表): classes of key persons with their visits, seasons, natures of patrols."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """The lists by their names, and for each class of key persons (人员类别) every how many days they are visited."""

    lists: Mapping[str, Sequence[str]]
    visit_days: Mapping[str, int]


@cache
def register_words() -> RegisterWords:
    """The lists kept in `resources/vocabulary/registers.toml`, which an office can read and extend."""
    text = (files("resources") / "vocabulary" / "registers.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    classes = data.pop("person_class")
    names = [entry["name"] for entry in classes]
    every = {entry["name"]: entry["visit_days"] for entry in classes if "visit_days" in entry}
    return RegisterWords({**data, "person_classes": names}, every)
