"""The monthly table (月报表): twelve months by platform, opening, reported, closed and closing events."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from db.office import open_office
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally, tally
from gridapp.counting.words import Words
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office
from tests.bench.files import made_once, raw, sample_office
from tests.bench.flat_table import build_flat_table
from tests.bench.monthly_plainly import YEAR, Cells, frame_of, from_balances, from_flat_table, from_frame
from tests.bench.rounds import Ratio, in_turn, repeated

_CODES = ("event.opening", "event.reported", "event.closed", "event.closing")
_CUT = Cut(Period(date(YEAR, 1, 1), date(YEAR + 1, 1, 1)))
_BY = (Dimension.MONTH, Dimension.PLATFORM)
_FULL_SIZE = 1_000_000


def monthly_tally(cases: int) -> Iterator[Ratio]:
    """The table against raw SQL, against pandas, and against itself on a twentieth of the cases."""
    sample, small = sample_office(cases), sample_office(cases // 20)
    flat = made_once(f"flat-{cases}", ".db", lambda path: build_flat_table(sample, path))
    with (
        open_office(str(sample)) as office,
        open_office(str(small)) as small_office,
        raw(flat) as flat_table,
        raw(sample) as balances,
    ):
        frame = frame_of(flat_table)
        ours, whole = _through_gridapp(office, _CODES), _through_gridapp(office)
        _agree(ours(), from_flat_table(flat_table), from_frame(frame), from_balances(balances))
        samplers: Mapping[str, Callable[[], object]] = {
            "12 months x platform through tally()": ours,
            "raw sqlite3 GROUP BY on an indexed flat table": lambda: from_flat_table(flat_table),
            "pandas groupby on a frame in memory": lambda: from_frame(frame),
            "raw sqlite3 on the months' balances": lambda: from_balances(balances),
            f"the same with {cases // 20:,} cases": _through_gridapp(small_office, _CODES),
            "all twelve event columns through tally()": whole,
        }
        rounds = in_turn({name: repeated(work) for name, work in samplers.items()})
    four, grouped, pandas, summary, twentieth, twelve = samplers
    full = cases >= _FULL_SIZE
    yield rounds.ratio(four, grouped, 0.05 if full else None)
    yield rounds.ratio(four, pandas, 0.1 if full else None)
    yield rounds.ratio(four, summary, 1.4)
    yield rounds.ratio(four, twentieth, 1.5)
    yield rounds.ratio(twelve, four)


def _through_gridapp(office: Office, codes: tuple[str, ...] = ()) -> Callable[[], Tally]:
    words = Words(office.registers.areas(), vocabulary())
    chapter = catalogue()[Kind.EVENT]
    if codes:
        chapter = replace(chapter, indicators=tuple(i for i in chapter.indicators if i.code in codes))
    return lambda: tally(office.ledger, words, chapter, _CUT, _BY)


def _agree(ours: Tally, *others: Cells) -> None:
    """Raises `RuntimeError` where somebody did not answer the same question."""
    reported = {
        (int(str(month).replace("-", "")), platform): row.values["event.reported"]
        for row in ours.rows
        for month, platform in (row.keys,)
    }
    for cells in others:
        theirs = {key: values[1] for key, values in cells.items()}
        if any(reported.get(key, 0) != theirs.get(key, 0) for key in {*reported, *theirs}):
            raise RuntimeError("the contenders count differently; delete build/bench and run again")
