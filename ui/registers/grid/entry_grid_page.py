"""The page of a grid in which many entries of a register are made (批量登记)."""

from collections.abc import Mapping, Sequence
from functools import cache, partial
from uuid import UUID

from typing_extensions import override

from gridapp.cases.register.draft import EntryDraft
from gridapp.cases.register.record_many import record_many
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken
from gridapp.ports import CaseRow
from ui.batch.columns import Row
from ui.batch.grid_kind import GridKind
from ui.batch.grid_page import GridPage
from ui.desk import Desk
from ui.registers.grid.entry_columns import entry_columns
from ui.registers.grid.entry_offers import EntryOffers, offers_of
from ui.registers.grid.entry_reader import EntryReader
from ui.registers.sources import Begun, kinds_of_source, read_begun


def _record(desk: Desk, drafts: Sequence[EntryDraft], draft_id: UUID | None) -> Mapping[int, Case]:
    return record_many(desk.office.cases, desk.areas, drafts, desk.actor, desk.clock, draft_id)


@cache
def grid_of(kind: Kind) -> GridKind[EntryDraft]:
    """The grid of a register."""
    remark = "选了对象的行，姓名、村社等自动带出" if kinds_of_source(kind) else "可以粘贴已有台账，标题行自动对应"
    return GridKind(
        kind=kind,
        mark=f"many_{kind.value}",
        title=f"批量登记{kind.label}",
        topic="result",
        remark=remark,
        columns=entry_columns(kind),
        offers=offers_of(kind),
        reader=partial(EntryReader, kind),
        record=_record,
    )


class EntryGridPage(GridPage):
    """Rows without problems are saved, the others stay; a row is begun for each record that is given."""

    def __init__(self, desk: Desk, kind: Kind, sources: Sequence[UUID] = ()) -> None:
        super().__init__(desk, grid_of(kind))
        self._kind, self._sources = kind, tuple(sources)
        self.board.town.chosen.connect(self._ask_sources)

    @override
    def reload(self) -> None:
        first = not self._started
        super().reload()
        if first:
            self._ask_sources()

    def _ask_sources(self) -> None:
        desk, kind, town, wanted = self.desk, self._kind, self.board.offers.town, self._sources
        self.questions.ask("sources", lambda: read_begun(desk, kind, town, wanted), self._offer, self.refuse)

    def _offer(self, found: Begun) -> None:
        offers = self.board.offers
        assert isinstance(offers, EntryOffers)
        if found.town != offers.town:
            self.board.town.choose(found.town)
            self.board.go_to_town(found.town)
        offers.rows, offers.campaigns = found.rows, found.campaigns
        self.board.reader.forget()
        self.board.check()
        sources, self._sources = self._sources, ()
        begun = [self._begun(row, offers) for row in offers.rows if row.id in set(sources)]
        if begun:
            self.board.show_rows(begun)
            self.board.stand_at_first()
        missing = len(sources) - len(begun)
        if missing:
            self.refused.emit(f"选中的有 {missing} 条不在本乡镇名单上或已保密，没有列入。")

    def _begun(self, row: CaseRow, offers: EntryOffers) -> Row:
        columns = self.grid.columns
        words = list(columns.blank)
        words[columns.places["source_case"]] = offers.in_words(row)
        words[columns.day] = spoken(self.desk.writing_moment)
        for field in ("title", "category", "handler"):
            if field in columns.places and self._kind is Kind.VISIT:
                words[columns.places[field]] = str(getattr(row, field) or "")
        if row.village and "village" in columns.places:
            words[columns.places["village"]] = self.desk.areas.name(row.village) or ""
        return tuple(words)
