"""How a figure becomes points (计分; domain.md §6): pure, in hundredths of a point, half up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gridapp.counting.amount import Rate, Value
from gridapp.domain.assessment import Empty, Formula, Item

_CENT = Decimal("0.01")
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a worker's item: its figure, the working days that he served of those of the month (工作日).

    `covered` are those who were visited of the key persons who are to be (走访到、应走访), `marks` the points by hand.
    """

    value: Value
    served: int
    workdays: int
    covered: Rate | None = None
    marks: Decimal = _NOTHING


def points_of(item: Item, role: str, facts: Facts) -> Decimal:
    """The points of an item; of a bonus before the limit that holds for all of them together."""
    if item.by_hand:
        sign = -1 if item.formula is Formula.DEDUCTION else 1
        return rounded(sign * item.each * _amount(facts.value) + facts.marks)
    if item.formula is Formula.FAULTS:
        return rounded(_within(item.weight - item.each * max(_amount(facts.value), _NOTHING), item.weight))
    if item.formula is Formula.RATE:
        assert isinstance(facts.value, Rate)
        return _part(item, facts.value)
    if item.formula is Formula.DAYS:
        return _part(item, Rate(_amount(facts.value), Decimal(facts.served)))
    reached = _part(item, _of_target(item, role, facts))
    if item.formula is Formula.VISITS and facts.covered is not None and facts.covered.denominator:
        return min(reached, _part(item, facts.covered))
    return reached


def target_of(item: Item, role: str, served: int, workdays: int) -> Decimal | None:
    """The target of the days that a worker served (折算后的基数), to a hundredth; nothing where the item has none."""
    if role not in item.targets:
        return None
    return rounded(item.targets[role] * served / workdays)


def limited(bonuses: Sequence[Decimal], limit: Decimal) -> Sequence[Decimal]:
    """Bonuses in their order with no more than the limit in all; what is taken back makes room again."""
    given: list[Decimal] = []
    for points in bonuses:
        given.append(min(points, limit - sum(given, _NOTHING)))
    return given


def ranks(totals: Sequence[Decimal]) -> Sequence[int]:
    """The place of each total, highest first; equal ones share the better place and the next is left out."""
    ordered = sorted(totals, reverse=True)
    return [ordered.index(total) + 1 for total in totals]


def rounded(points: Decimal) -> Decimal:
    """Points to a hundredth, half up."""
    return points.quantize(_CENT, ROUND_HALF_UP)


def _of_target(item: Item, role: str, facts: Facts) -> Rate:
    """Multiplied before it is divided, so that nothing is lost before the points are rounded."""
    return Rate(_amount(facts.value) * facts.workdays, item.targets[role] * facts.served)


def _part(item: Item, rate: Rate) -> Decimal:
    if rate.denominator <= 0:
        return rounded(item.weight if item.empty is Empty.FULL else _NOTHING)
    return rounded(_within(item.weight * rate.numerator / rate.denominator, item.weight))


def _within(points: Decimal, weight: Decimal) -> Decimal:
    return min(max(points, _NOTHING), weight)


def _amount(value: Value) -> Decimal:
    assert not isinstance(value, Rate)
    return value or _NOTHING
