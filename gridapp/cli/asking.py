"""What people write after a command's name, turned into what the ledger is asked."""

from collections.abc import Sequence
from datetime import UTC, datetime

from gridapp.counting.basis import Basis
from gridapp.counting.cut import Cut, Key
from gridapp.counting.posting import Dimension
from gridapp.counting.word_lists import closed_list
from gridapp.counting.words import TITLES, Words
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.period import Period, period_named
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office

_WITH_LEAVES = frozenset({Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD})


def words_of(office: Office) -> Words:
    """The words of an office's dimensions."""
    return Words(office.registers.areas(), vocabulary())


def dimension_named(word: str) -> Dimension:
    """A dimension by its DIM word; raises `Refusal` for another."""
    try:
        return Dimension(word)
    except ValueError as error:
        known = "、".join(dimension.value for dimension in Dimension)
        raise Refusal(f"没有“{word}”这个统计维度，可用的有：{known}。") from error


def basis_named(word: str) -> Basis:
    """What a table is to be compared with, by the office's word or that of the change; raises `Refusal`."""
    for basis in Basis:
        if word in (basis.value, basis.change):
            return basis
    raise Refusal(f"不能和“{word}”对比，可用的有：{'、'.join(Basis)}。")


def moment_named(text: str) -> datetime:
    """A moment as people write it, in Asia/Shanghai unless it says otherwise."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Refusal(f"看不懂时刻“{text}”，请写成 2018-07-01T09:00。") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)).astimezone(UTC)


def cut_asked(
    words: Words, kind: Kind, period: str, town: str | None, where: Sequence[str], as_of: str | None = None
) -> Cut:
    """The part of the ledger that a command asks for; raises `Refusal` for words that cannot be meant."""
    code = words.keys(Dimension.TOWN, town, None)[0] if town else None
    asked: dict[Dimension, tuple[Key, ...]] = {}
    span = period_named(period)
    for pair in where:
        name, equals, word = pair.partition("=")
        if not equals:
            raise Refusal(f"看不懂条件“{pair}”，请写成 village=桐川村 这样的形式。")
        dimension = dimension_named(name)
        if dimension is Dimension.MONTH:
            span = _common(span, period_named(word))
        else:
            keys = words.keys(dimension, word, code)
            if dimension is Dimension.CATEGORY and kind in _WITH_LEAVES and not all(map(_is_leaf, keys)):
                raise Refusal(f"没有叫“{word}”的类别，请核对名称。")
            _refuse_unknown(dimension, kind, word, keys)
            asked[dimension] = (*asked.get(dimension, ()), *keys)
    return Cut(span, code, asked, moment_named(as_of) if as_of else None)


def _refuse_unknown(dimension: Dimension, kind: Kind, word: str, keys: Sequence[Key]) -> None:
    """Raises `Refusal` for a word that is not in the list of its dimension."""
    known = closed_list(kind, dimension)
    if known and not all(key is None or key in known for key in keys):
        raise Refusal(f"没有叫“{word}”的{TITLES[dimension]}，可用的有：{'、'.join(known)}。")


def _is_leaf(key: Key) -> bool:
    return key is None or vocabulary().leaf(key) is not None


def _common(one: Period, other: Period) -> Period:
    start, end = max(one.start, other.start), min(one.end, other.end)
    if end <= start:
        raise Refusal(f"月份条件（{other}）不在统计期间（{one}）之内。")
    return Period(start, end)
