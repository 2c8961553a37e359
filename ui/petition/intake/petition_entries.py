"""The entries of a petition's form (信访字段): each shows its part of a draft and gives it back."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from gridapp.cases.petition.draft import PetitionDraft
from gridapp.domain.kind import Kind
from gridapp.domain.party import Party
from gridapp.domain.person import plain_phone
from gridapp.domain.petition import Channel, PetitionPurpose
from gridapp.domain.petition_words import petition_words
from gridapp.domain.problem import Problem
from gridapp.domain.vocabulary import vocabulary
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox, WordBox
from ui.desk import Desk
from ui.petition.intake.petitioners import (
    PETITIONERS,
    beside_speaker,
    others_in,
    parties_with,
    speaker_as_written,
    speaker_in,
)
from ui.petition.intake.reception_box import ReceptionBox
from ui.petition.intake.repeat_box import RepeatBox
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.case_entries import one_line, read_count, show_count
from ui.recording.parties.parties_box import PartiesBox
from ui.recording.parties.parties_entries import PartiesEntries
from ui.recording.tags_box import TagsBox
from ui.widgets.listed_box import ListedBox
from ui.widgets.paper_number_edit import PaperNumberEdit
from ui.widgets.pick_box import PickBox

_LISTED = ("channel", "purpose")
_LINES = ("accused", "outside_number", "title", "late_reason", "reason")
_WORDS = ("origin", "chief")
_DEMAND_LINES = 3


class PetitionEntries(PartiesEntries[PetitionDraft]):
    """All entries of a `PetitionDraft`, made in the order of Tab; number and agent are the main petitioner's."""

    counts: ClassVar[Mapping[str, str]] = {"heads": "人数", "concerned": "涉及人数"}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._source_case: UUID | None = None
        self._speaker: Party = speaker_in(PetitionDraft(town=""))
        words = petition_words()
        self.channel = ListedBox("信访形式", tuple(Channel))
        self.petitioner = QLineEdit()
        self.phone = QLineEdit()
        self.paper_number = PaperNumberEdit()
        self.address = QLineEdit()
        self.heads = QLineEdit()
        self.concerned = QLineEdit()
        self.agent = QLineEdit()
        self.parties = PartiesBox(desk.today, PETITIONERS)
        self.purpose = ListedBox("信访目的", tuple(PetitionPurpose))
        self.category = CategoryBox("事项类别", vocabulary().opening(Kind.PETITION))
        self.town = PickBox("乡镇")
        self.village = PickBox("所属村社")
        self.grid = PickBox("网格")
        self.demand = QPlainTextEdit()
        self.accused = QLineEdit()
        self.flags = TagsBox("情形", words.flags)
        self.repeat = RepeatBox()
        self.reported_at = MomentEdit("信访时间", desk.today)
        self.registered_at = QLabel()
        self.late_reason = QLineEdit()
        self.reception = ReceptionBox()
        self.origin = WordBox("由谁转交办")
        self.outside_number = QLineEdit()
        self.title = QLineEdit()
        self.level = PickBox("级别")
        self.chief = WordBox("首席负责人")
        self.note = QPlainTextEdit()
        self.attachments = AttachmentsBox(desk)
        self.reason = QLineEdit()
        self.origin.offer(words.origins)
        self.flags.setAccessibleName("情形标记")
        self.title.setPlaceholderText("不填则取诉求开头的话")
        self.agent.setPlaceholderText("代他来的人")
        self.demand.setTabChangesFocus(True)
        self.demand.setFixedHeight(self.demand.fontMetrics().lineSpacing() * _DEMAND_LINES + 14)
        self.make_ready()

    @property
    @override
    def first(self) -> QWidget:
        return self.channel

    @override
    def offer_people(self, names: Sequence[str], units: Sequence[str]) -> None:
        self.chief.offer(names)

    @override
    def show(self, draft: PetitionDraft) -> None:
        self._source_case = draft.source_case
        self._speaker = speaker_in(draft)
        for name in _LISTED:
            self._listed(name).show_word(getattr(draft, name))
        for name in ("petitioner", "phone", "address", *_LINES):
            getattr(self, name).setText(getattr(draft, name))
        for name in _WORDS:
            getattr(self, name).show_words(getattr(draft, name))
        for name, edit in self.moments.items():
            edit.show_moment(getattr(draft, name))
        self.paper_number.show_number(self._speaker.paper_number or "")
        self.agent.setText(self._speaker.agent or "")
        self.parties.show_parties(others_in(draft))
        for name in self.counts:
            show_count(getattr(self, name), getattr(draft, name))
        self.category.show_category(draft.category)
        self.offer_levels([draft.level] if draft.level else [])
        self.level.choose(draft.level or None)
        self.show_place(draft.town, draft.village, draft.grid)
        self.demand.setPlainText(draft.demand)
        self.flags.show_tags(draft.flags)
        self.repeat.show_repeat(draft.earlier, repeat=draft.repeat)
        self.reception.show_reception(draft.reception)
        self.note.setPlainText(draft.note)
        self.attachments.show_attachments(draft.attachments)

    @override
    def read(self) -> PetitionDraft:
        speaker = self._read_speaker()
        said: dict[str, Any] = {
            **{name: self._listed(name).key or "" for name in _LISTED},
            **{name: one_line(getattr(self, name)) for name in _LINES},
            **{name: getattr(self, name).words for name in _WORDS},
            **{name: read_count(getattr(self, name)) for name in self.counts},
            **self.read_moments(),
        }
        return PetitionDraft(
            town=self.town.key or "",
            petitioner=speaker.name,
            phone=speaker.phone or "",
            address=speaker.address or "",
            parties=parties_with(speaker, self.parties.parties),
            category=self.category.category,
            level=self.level.key or "",
            village=self.village.key,
            grid=self.grid.key,
            demand=self.demand.toPlainText(),
            flags=self.flags.tags,
            repeat=self.repeat.repeat,
            earlier=self.repeat.earlier,
            reception=self.reception.reception,
            note=self.note.toPlainText(),
            attachments=self.attachments.attachments,
            source_case=self._source_case,
            **said,
        )

    def _read_speaker(self) -> Party:
        return speaker_as_written(
            self._speaker,
            name=" ".join(one_line(self.petitioner).split()),
            phone=plain_phone(one_line(self.phone).strip()),
            address=one_line(self.address).strip(),
            paper_number=self.paper_number.number,
            agent=one_line(self.agent).strip(),
            today=self._desk.today,
        )

    @override
    def in_draft(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        return beside_speaker(self.read(), problems, 1)

    def _listed(self, name: str) -> ListedBox:
        box: ListedBox = getattr(self, name)
        return box
