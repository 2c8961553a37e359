"""Reading a row of the grid for disputes settled on the spot (读取一行当场调解)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from typing_extensions import override

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.entered import entered_of
from gridapp.cases.dispute.on_the_spot import Settled, problems_of_settled
from gridapp.domain.columns import Column, ledger_of
from gridapp.domain.dispute import Mode, Outcome
from gridapp.domain.dispute_words import UNASKED
from gridapp.domain.kind import Kind
from gridapp.domain.party import Side
from gridapp.domain.problem import Problem
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import read_count, read_quantity
from gridapp.ports import Entered
from ui.batch.columns import Row
from ui.batch.leaf_words import leaf_meant
from ui.batch.row_reader import UNKNOWN_VILLAGE, UNREADABLE_MOMENT, Read, RowReader, unreadable, written_moment
from ui.mediation.spot.party_columns import by_line
from ui.mediation.spot.party_words import TOO_MANY_PHONES, parties_in, too_many_phones
from ui.mediation.spot.settled_columns import NO, YES

N = TypeVar("N")

_SENTENCES = {
    "category": "“{}”不在纠纷类别中，请从清单中选。",
    "village": UNKNOWN_VILLAGE,
    "reported_at": UNREADABLE_MOMENT,
}
_OTHER_ENDS = frozenset({*Outcome, "不成", "调解不成功", "撤回申请", "移送"} - {Outcome.SUCCEEDED})


class SettledReader(RowReader[Settled]):
    """A row is a dispute that was registered, mediated and settled at one moment."""

    @override
    def read(self, row: Row, late_reason: str) -> Read[Settled]:
        said = self._with_meanings(row)
        leaf, village = leaf_meant(said["category"]), self.offers.village(said["village"])
        reported_at = written_moment(said["reported_at"], self.desk.today, Kind.DISPUTE)
        problems = [*unreadable(said, {"category": leaf, "village": village, "reported_at": reported_at}, _SENTENCES)]
        draft = DisputeDraft(
            town=self.offers.town,
            title=" ".join(said["title"].split()),
            category=leaf.code if leaf else None,
            level=leaf.default_level if leaf else "",
            village=village,
            address=said["address"],
            reported_at=reported_at,
            late_reason=late_reason,
            source=said["source"] or UNASKED,
            entrusted_by=said["entrusted_by"],
            project=said["project"],
            people=_number(said, "people", read_count, problems),
            amount=_number(said, "amount", read_quantity, problems),
            mode=said["mode"] or Mode.PEOPLE,
            unit=said["unit"],
            committee=said["committee"],
            handler=said["handler"],
            note=said["note"],
            parties=(
                *parties_in(Side.A, said["party_a"], said["phone_a"]),
                *parties_in(Side.B, said["party_b"], said["phone_b"]),
            ),
        )
        problems += _wrong_words(said)
        return Read(Settled(draft=draft, result=said["result"], performed=said["performed"] != NO), problems)

    @override
    def problems_of(self, entry: Settled) -> Sequence[Problem]:
        draft = entry.draft
        found = by_line(problems_of_settled(entry, self.desk.areas, self.desk.now), draft.parties)
        # The name follows from category and parties: where one of them is missing, that alone is to be mended.
        named = draft.category and any(party.side is Side.A for party in draft.parties)
        return [problem for problem in found if named or problem.field != "title"]

    @override
    def entered(self, entry: Settled) -> Entered:
        return entered_of(entry.draft)

    def _with_meanings(self, row: Row) -> Mapping[str, str]:
        columns = self.columns
        return {column.field: row[n] or columns.meant(row, n) for n, column in enumerate(columns)}


def _number(said: Mapping[str, str], field: str, read: Callable[[str, Column], N], problems: list[Problem]) -> N | None:
    if not said[field]:
        return None
    column = ledger_of(Kind.DISPUTE).column(field)
    try:
        return read(said[field], column)
    except Unreadable as error:
        problems.append(Problem(field, error.code, error.message))
        return None


def _wrong_words(said: Mapping[str, str]) -> Iterator[Problem]:
    if said["performed"] not in (YES, NO):
        yield Problem("performed", "unknown", f"应填{YES}或{NO}，写的是“{said['performed']}”。")
    if said["result"].strip() in _OTHER_ENDS:
        yield Problem("result", "unknown", f"“{said['result']}”的不是当场调解成功，请按一般流程登记。")
    for names, phones in (("party_a", "phone_a"), ("party_b", "phone_b")):
        if too_many_phones(said[names], said[phones]):
            yield Problem(phones, "names", TOO_MANY_PHONES)
