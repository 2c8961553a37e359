"""Standard phrases (常用语): what a clerk writes again and again, a list a topic that an office edits."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gridapp.domain.problem import Problem, Unacceptable
from gridapp.ports import Registers

LONGEST = 200
"""Letters that a phrase may have."""
MOST = 50
"""Phrases that a topic may have."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What phrases are for: a field or a reason, in the office's own words, and what it starts with."""

    name: str
    label: str
    phrases: Sequence[str]


@cache
def topics() -> Mapping[str, Topic]:
    """The topics of `resources/phrases` by name, in their order."""
    found = {}
    for file in sorted((files("resources") / "phrases").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for name, topic in tomllib.loads(file.read_text(encoding="utf-8")).items():
                found[name] = Topic(name, topic["label"], tuple(topic["phrases"]))
    return found


def phrases(registers: Registers, topic: str) -> Sequence[str]:
    """The phrases of a topic by its name: the office's own list, else the one that comes with the program."""
    own = registers.setting(_setting(topic))
    return topics()[topic].phrases if own is None else tuple(json.loads(own))


def put_phrases(registers: Registers, topic: str, wanted: Sequence[str]) -> None:
    """Keeps the office's own list of a topic, in its order; an empty one is a list too.

    Raises `Unacceptable` where a phrase is empty, too long or there twice, or there are too many.
    """
    said = tuple(phrase.strip() for phrase in wanted)
    problems = tuple(_problems(topic, said))
    if problems:
        raise Unacceptable(problems)
    registers.set(_setting(topic), json.dumps(said, ensure_ascii=False))


def _setting(topic: str) -> str:
    return f"phrases.{topic}"


def _problems(topic: str, said: Sequence[str]) -> Sequence[Problem]:
    label = topics()[topic].label
    problems = []
    if "" in said:
        problems.append(Problem(topic, "required", "常用语不能是空的，请填写内容或删除这一条。"))
    if any(len(phrase) > LONGEST for phrase in said):
        problems.append(Problem(topic, "long", f"常用语每条不要超过 {LONGEST} 字，请精简。"))
    if len(set(said)) < len(said):
        problems.append(Problem(topic, "twice", "这一条常用语已经有了，不必再加。"))
    if len(said) > MOST:
        problems.append(Problem(topic, "many", f"“{label}”的常用语最多 {MOST} 条，请先删除不用的。"))
    return problems
