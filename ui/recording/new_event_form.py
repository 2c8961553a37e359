"""The form of a new event together with its closing at once (登记表单)."""

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import override

from gridapp.cases import drafts
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.order import Order
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Problem
from gridapp.ports import CaseRow
from ui.cases.event_form import EventForm
from ui.desk import Desk
from ui.recording.carried import blank
from ui.recording.event_draft import content_of, read_content
from ui.recording.new_case_form import NewCaseForm
from ui.recording.occasion import Occasion, found_on, occasion_of, read_occasion
from ui.recording.saving import problems_before
from ui.recording.self_close_box import SelfCloseBox
from ui.recording.source_bar import SourceBar


class NewEventForm(NewCaseForm[EventDraft]):
    """The fields of an event, and below them what closes it; `occasion` says above them when it was found."""

    fields: EventForm

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, EventForm(desk))
        self.occasion = SourceBar[Occasion]("巡防、走访记录")
        self.closing = SelfCloseBox(desk)
        self.fields.add_group("办结", self.closing)
        self.closing.changed.connect(self.part_changed)
        self.closing.composing.connect(self.composing)

    @property
    @override
    def is_changed(self) -> bool:
        return super().is_changed or self.closing.texts is not None

    def order(self) -> Order | None:
        """The move that closes it at once, if it is to be."""
        return self.closing.order(has_files=bool(self.draft().attachments))

    @override
    def content(self) -> Plain:
        content = content_of(self.draft(), self.fields.typed(), self.closing.texts)
        occasion = self.occasion.source
        return content | ({"occasion": drafts.written(occasion)} if occasion else {})

    @override
    def read(self, content: Mapping[str, Any]) -> tuple[EventDraft, Mapping[str, Any]]:
        kept = read_content(content, self._desk.areas.towns[0].code)
        return kept.event, kept.typed

    @override
    def blank(self, town: str) -> EventDraft:
        return blank(town, self._desk.writing_moment)

    @override
    def problems_before(self) -> Sequence[Problem]:
        return problems_before(self._desk, self.draft(), self.order())

    @override
    def begin(self, draft: EventDraft) -> None:
        self.closing.show_texts(None)
        self.occasion.show_source(None)
        super().begin(draft)

    def begin_from(self, row: CaseRow) -> None:
        """Shows a form to start from that an entry of a register has brought."""
        self.begin(found_on(row, self.blank(row.town)))
        self.occasion.show_source(occasion_of(row))

    @override
    def go_on_with(self, content: Mapping[str, Any]) -> None:
        super().go_on_with(content)
        self.closing.show_texts(read_content(content, "").closing)
        self.occasion.show_source(read_occasion(content.get("occasion")))
        self.fields.entries.first.setFocus()

    @override
    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.closing.update_problems(problems)
        self.closing.go_to_first_problem()
        super().show_problems(problems)

    @override
    def update_problems(self, problems: Sequence[Problem]) -> None:
        super().update_problems(problems)
        self.closing.update_problems(problems)
