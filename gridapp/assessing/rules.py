"""Which rules of assessment hold (考核办法): those in `resources/assessment`, or an office's own from a month on."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import Any

from gridapp.assessing.rules_writing import FULL, weight_of
from gridapp.counting.indicator import Indicator, catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.assessment import WEIGHTED, Empty, Formula, Item, OwnRules, RuleSet, in_force
from gridapp.domain.period import Month
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.ports import Office

_RATED = frozenset({Formula.RATE})
_WITH_TARGETS = frozenset({Formula.TARGET, Formula.VISITS})
_WITH_EACH = frozenset({Formula.FAULTS, Formula.DEDUCTION, Formula.BONUS})
_FIELDS = frozenset(
    {"code", "name", "formula", "rule", "weight", "each", "indicator", "targets", "cover", "empty"},
)


@cache
def default_text() -> str:
    """The rules that come with the program, as an office may copy and change them."""
    return (files("resources") / "assessment" / "default.toml").read_text(encoding="utf-8")


def rules_text(office: Office, town: str, month: Month) -> str:
    """The rules that hold in a month, in the form in which they are written."""
    own = in_force(office.assessment.rules(town), month)
    return default_text() if own is None else own.text


def rules_for(office: Office, town: str, month: Month) -> RuleSet:
    """The rules that hold in a month."""
    return rules_of(rules_text(office, town, month))


def keep_rules(office: Office, town: str, effective: Month, text: str, actor: Actor, clock: Clock) -> RuleSet:
    """Keeps an office's own rules from a month on, which must be open; months before keep theirs.

    Raises `Unacceptable` with every problem (the weights come to a hundred), `ClosedMonth` where that month is closed.
    """
    rules = rules_of(text)
    weight = weight_of(rules)
    if weight != FULL:
        told = f"各项分值合计应为 {FULL:f} 分，现在是 {weight:f} 分，请调整。"
        raise Unacceptable((Problem("weight", "sum", told),))
    office.assessment.keep_rules(OwnRules(town=town, effective=effective, text=text), actor, clock())
    return rules


@cache
def rules_of(text: str) -> RuleSet:
    """The rules that a text says; raises `Refusal` where it cannot be read, `Unacceptable` with every problem."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refusal("看不懂考核办法的内容，请对照默认办法的写法修改。") from error
    problems = tuple(_problems(data))
    if problems:
        raise Unacceptable(problems)
    return RuleSet(
        name=data["name"],
        roles=tuple(data["roles"]),
        items=tuple(_item(entry) for entry in data["item"]),
        bonus_limit=Decimal(str(data["bonus_limit"])),
    )


def _item(entry: Mapping[str, Any]) -> Item:
    return Item(
        code=entry["code"],
        name=entry["name"],
        formula=Formula(entry["formula"]),
        rule=entry["rule"],
        weight=Decimal(str(entry.get("weight", 0))),
        each=Decimal(str(entry.get("each", 0))),
        indicator=entry.get("indicator"),
        targets={role: Decimal(str(target)) for role, target in entry.get("targets", {}).items()},
        cover=tuple(entry.get("cover", ())),
        empty=Empty(entry.get("empty", Empty.FULL)),
    )


def _problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    roles, items = data.get("roles"), data.get("item")
    if not isinstance(data.get("name"), str) or not data["name"].strip():
        yield Problem("name", "required", "请写明考核办法的名称（name）。")
    if not isinstance(roles, list) or not roles or len(set(map(str, roles))) < len(roles):
        yield Problem("roles", "required", "请写明考核哪些岗位（roles），不要重复。")
        roles = []
    if not _positive(data.get("bonus_limit")):
        yield Problem("bonus_limit", "number", "请写明加分上限（bonus_limit）。")
    if not isinstance(items, list) or not items or not all(isinstance(entry, dict) for entry in items):
        yield Problem("item", "required", "请至少写一个考核项目（[[item]]）。")
        return
    codes = [str(entry.get("code", "")) for entry in items]
    for n, entry in enumerate(items, 1):
        for message in _wrong_with(entry, roles):
            yield Problem(f"item.{n}", "item", f"第 {n} 项“{entry.get('name', '')}”：{message}")
        if codes.count(codes[n - 1]) > 1 or not codes[n - 1]:
            yield Problem(f"item.{n}", "code", f"第 {n} 项的代号（code）没有写或重复。")


def _wrong_with(entry: Mapping[str, Any], roles: Sequence[str]) -> Iterator[str]:
    unknown = sorted(entry.keys() - _FIELDS)
    if unknown:
        yield f"没有“{'、'.join(unknown)}”这样的内容。"
    if not isinstance(entry.get("targets", {}), dict) or not isinstance(entry.get("cover", []), list):
        yield "月基数（targets）应按岗位逐个写，应走访对象（cover）应写成一列类别。"
        return
    for field, word in (("name", "名称"), ("rule", "规则")):
        if not str(entry.get(field, "")).strip():
            yield f"请写明{word}（{field}）。"
    if entry.get("formula") not in set(Formula):
        yield f"计分方式（formula）应为{'、'.join(Formula)}之一。"
        return
    formula = Formula(entry["formula"])
    if formula in WEIGHTED and not _positive(entry.get("weight")):
        yield "请写明分值（weight）。"
    if formula in _WITH_EACH and not _positive(entry.get("each")):
        yield "请写明每次的分数（each）。"
    if entry.get("empty", Empty.FULL) not in set(Empty):
        yield "empty 应为 full 或 zero。"
    if formula in _WITH_TARGETS:
        targets = entry.get("targets", {})
        missing = [role for role in roles if not _positive(targets.get(role))]
        if missing:
            yield f"请写明{'、'.join(missing)}的月基数（targets）。"
    if "indicator" in entry or formula in WEIGHTED:
        yield from _wrong_with_indicator(formula, entry.get("indicator"))


def _wrong_with_indicator(formula: Formula, code: object) -> Iterator[str]:
    indicator = _indicator(code)
    if indicator is None:
        yield "请写明统计指标（indicator）。"
    elif Dimension.STAFF not in catalogue()[indicator.kind].dimensions or Dimension.STAFF in indicator.lacks:
        yield f"“{indicator.name}”不能按人员统计，请换一个指标。"
    elif (indicator.denominator is not None) != (formula in _RATED):
        wanted = "一个率" if formula in _RATED else "一个数，不能是率"
        yield f"“{indicator.name}”不合适，这种计分方式要用{wanted}。"


def _indicator(code: object) -> Indicator | None:
    try:
        return indicator_named(str(code))
    except Refusal:
        return None


def _positive(number: object) -> bool:
    if isinstance(number, bool) or not isinstance(number, int | float | str):
        return False
    try:
        return Decimal(str(number)) > 0
    except InvalidOperation:
        return False
