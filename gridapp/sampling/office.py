"""A synthetic office of any size: the same number of cases and the same seed give the same content."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from gridapp.domain.actor import Actor
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import Office, Save
from gridapp.sampling.cases import SampleCases
from gridapp.sampling.story import TODAY

_CHUNK = 1_000
_VILLAGES, _GRIDS = 20, 3
_TOWNS = {"990000001": "模拟甲镇", "990000002": "模拟乙镇"}
_ACTOR = Actor("模拟数据", "模拟数据")
_START, _SPAN = datetime(2014, 1, 1, tzinfo=UTC), timedelta(days=5 * 365)


def build_sample(office: Office, cases: int, seed: int, tell: Callable[[str], None]) -> Mapping[Kind, int]:
    """Fills an empty office with synthetic cases; how many there are of each kind.

    Raises `Refusal` where the office is not empty.
    """
    if not office.is_empty():
        raise Refusal("数据库里已有数据，不能写入模拟数据；请用 --database 另外指定一个空的数据库。")
    office.registers.add_areas(list(_areas()))
    counted: Counter[Kind] = Counter()
    for start in range(0, cases, _CHUNK):
        chunk = _chunk(seed, start, min(start + _CHUNK, cases), cases)
        with office.cases.transaction() as writer:
            writer.save([Save(None, case, "模拟生成") for case in chunk], _ACTOR, TODAY)
        counted.update(case.kind for case in chunk)
        tell(f"已生成 {start + len(chunk):,} 件")
    return {kind: counted[kind] for kind in Kind}


def _chunk(seed: int, start: int, end: int, cases: int) -> list[Case]:
    """One stretch of cases, told apart from every other by where it starts.

    Stretch follows stretch in time, as in an office: new rows then come last in every index, however large it is.
    """
    rng = random.Random(f"{seed}/{start}")
    sample = SampleCases(rng, list(_TOWNS), _VILLAGES, _GRIDS)
    first, last = (_SPAN * (place / cases) for place in (start, end))
    moments = sorted(_START + first + (last - first) * rng.random() for _ in range(start, end))
    return [
        sample.case(running, moment.replace(second=0, microsecond=0))
        for running, moment in enumerate(moments, start + 1)
    ]


def _areas() -> Iterator[Area]:
    for code, name in _TOWNS.items():
        yield Area(code=code, kind=AreaKind.TOWN, parent=None, name=name)
        for v in range(1, _VILLAGES + 1):
            village = f"{code}-{v:02}"
            yield Area(code=village, kind=AreaKind.VILLAGE, parent=code, name=f"{name[2]}{v:02}村", order=v)
            for g in range(1, _GRIDS + 1):
                yield Area(
                    code=f"{village}-{g:02}",
                    kind=AreaKind.GRID,
                    parent=village,
                    name=f"{name[2]}{v:02}村第{g}网格",
                    order=g,
                )
