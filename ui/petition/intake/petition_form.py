"""The form of a petition (信访表单)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from gridapp.cases.petition.draft import PetitionDraft, check
from gridapp.cases.petition.record import check_again
from gridapp.domain.moment import day_of
from gridapp.domain.petition import GROUP_THRESHOLD, Channel, PetitionPurpose
from gridapp.domain.problem import Problem
from gridapp.registers.group_threshold import group_threshold
from ui.desk import Desk
from ui.petition.intake.confidence_remark import read_remark
from ui.petition.intake.crowd_words import crowd_in_words
from ui.petition.intake.earlier_words import read_earlier
from ui.petition.intake.petition_entries import PetitionEntries
from ui.petition.intake.petition_plan import PLAN
from ui.petition.intake.petitioners import beside_speaker, by_entry
from ui.petition.intake.reception_box import ReceptionDay
from ui.petition.intake.reception_days import read_days
from ui.recording.parties.parties_form import PartiesForm


class PetitionForm(PartiesForm[PetitionDraft]):
    """All fields of a `PetitionDraft`; the reception day of a visit is proposed in a new one alone."""

    entries: PetitionEntries

    def __init__(self, desk: Desk, *, is_new: bool) -> None:
        self._is_new = is_new
        self._threshold = GROUP_THRESHOLD
        self._asked: tuple[str, datetime | None] | None = None
        self._proposed: UUID | None = None
        self.confidence = QLabel()
        self.confidence.setObjectName("notice_line")
        self.confidence.setWordWrap(True)
        entries = PetitionEntries(desk)
        super().__init__(desk, entries, PLAN, {"confidence": self.confidence})
        self.watch_parties(entries.parties)
        for signal in (entries.flags.changed, entries.repeat.changed, entries.paper_number.edited):
            signal.connect(self.changed)
        entries.paper_number.left.connect(lambda: self.look_at("paper_number"))
        entries.reported_at.left.connect(self._ask_days)
        entries.channel.chosen.connect(self._propose_day)
        self.show_facts()
        self._ask_standing()

    def _ask_standing(self) -> None:
        office, person = self._desk.office, self._desk.actor.name
        self._questions.ask("threshold", lambda: group_threshold(office.registers), self._take_threshold)
        self._questions.ask("remark", lambda: read_remark(office.confidence, person), self.confidence.setText)

    def _take_threshold(self, threshold: int) -> None:
        self._threshold = threshold
        self.show_facts()

    @override
    def rules(self, draft: PetitionDraft) -> Sequence[Problem]:
        areas, now = self._desk.areas, self._desk.now
        before = None if self._is_new else self._shown
        return check(draft, areas, now) if before is None else check_again(before, draft, areas, now)

    @override
    def problems(self, found: Sequence[Problem]) -> tuple[Problem, ...]:
        return super().problems(by_entry(self.draft(), found))

    @override
    def of_rows(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        return beside_speaker(self.draft(), problems, -1)

    @override
    def show_draft(self, draft: PetitionDraft, registered_at: datetime | None = None) -> None:
        super().show_draft(draft, registered_at)
        self._asked = None
        self._ask_days()
        if draft.earlier is not None:
            self._name_earlier(draft.earlier)

    @override
    def show_facts(self) -> None:
        super().show_facts()
        entries = self.entries
        is_accusation = entries.purpose.key == PetitionPurpose.ACCUSATION
        from_above = entries.channel.key == Channel.FROM_ABOVE
        shown = {
            "accused": is_accusation or bool(entries.accused.text()),
            "reception": entries.channel.key == Channel.VISIT or entries.reception.reception is not None,
            "origin": from_above or bool(entries.origin.text()),
            "outside_number": from_above or bool(entries.outside_number.text()),
        }
        for field, is_shown in shown.items():
            self.boxes[field].setVisible(is_shown)
        self.confidence.setVisible(is_accusation)
        self.boxes["heads"].show_hint(crowd_in_words(self.draft(), self._threshold, self._desk.today))
        self.places.refresh()

    def _ask_days(self) -> None:
        """Asks for the reception days around the day of the visit, once a day."""
        entries, town = self.entries, self.entries.town.key or ""
        moment = entries.read_moments()["reported_at"]
        if (town, moment) == self._asked:
            return
        self._asked = (town, moment)
        lists, day, kept = self._desk.office.lists, day_of(moment or self._desk.now), entries.reception.reception
        self._questions.ask("days", lambda: read_days(lists, town, day, kept), self._take_days)

    def _take_days(self, days: Sequence[ReceptionDay]) -> None:
        self.entries.reception.offer_days(days)
        self._propose_day()

    def _propose_day(self) -> None:
        """A visit on a reception day is taken for one at it, as long as nobody says otherwise."""
        box, moment = self.entries.reception, self.entries.read_moments()["reported_at"]
        if not self._is_new or box.is_touched or box.reception not in (None, self._proposed):
            return
        today = box.day_on(day_of(moment)) if moment else None
        is_visit = self.entries.channel.key == Channel.VISIT
        self._proposed = today.id if today and is_visit else None
        if box.reception != self._proposed:
            was_changed = self.is_changed
            box.show_reception(self._proposed)
            if not was_changed:
                self.start_from(self.draft())
            self.changed.emit()

    def _name_earlier(self, earlier: UUID) -> None:
        lists, box = self._desk.office.lists, self.entries.repeat
        self._questions.ask("earlier", lambda: read_earlier(lists, earlier), lambda w: box.name_earlier(earlier, w))
