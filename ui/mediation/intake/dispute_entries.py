"""The entries of a dispute's form (纠纷字段): each shows its part of a draft and gives it back."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit
from typing_extensions import override

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.domain.dispute import Mode, Risk
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Problem
from gridapp.domain.vocabulary import vocabulary
from ui.cases.amount_text import read_amount, spoken_amount
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox, WordBox
from ui.desk import Desk
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.case_entries import one_line, read_count, show_count
from ui.recording.parties.called import PARTIES
from ui.recording.parties.parties_box import PartiesBox
from ui.recording.parties.parties_entries import PartiesEntries
from ui.widgets.listed_box import ListedBox
from ui.widgets.names_edit import NamesEdit
from ui.widgets.pick_box import PickBox

TYPES = ("mediation_type", "monthly_type", "campaign_column")
"""The fields of the three official lists."""
_LISTED = ("scale", "source", "mode", "committee", "informed", "risk", *TYPES)
_LINES = ("title", "address", "project", "late_reason", "demand", "risk_report", "reason")
_WORDS = ("entrusted_by", "unit", "handler", "chief")
_UNREADABLE_AMOUNT = "涉及金额请写成数字，单位为元，如 12000 或 1.2万。"


class DisputeEntries(PartiesEntries[DisputeDraft]):
    """All entries of a `DisputeDraft`, made in the order of Tab."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._source_case: UUID | None = None
        words = dispute_words()
        self.title = QLineEdit()
        self.category = CategoryBox("类别", vocabulary().opening(Kind.DISPUTE))
        self.level = PickBox("级别")
        self.scale = ListedBox("规模", words.scales)
        self.people = QLineEdit()
        self.amount = QLineEdit()
        self.risk = ListedBox("激化风险", tuple(Risk))
        self.difficult = QCheckBox("疑难")
        self.difficult.setMinimumHeight(self.title.sizeHint().height())
        self.risk_report = QLineEdit()
        self.project = QLineEdit()
        self.town = PickBox("乡镇")
        self.village = PickBox("所属村社")
        self.grid = PickBox("网格")
        self.address = QLineEdit()
        self.parties = PartiesBox(desk.today, PARTIES)
        self.source = ListedBox("案件来源", words.sources)
        self.entrusted_by = WordBox("委托移送单位")
        self.demand = QLineEdit()
        self.occurred_at = MomentEdit("发生时间", desk.today)
        self.reported_at = MomentEdit("排查（收到）时间", desk.today)
        self.registered_at = QLabel()
        self.late_reason = QLineEdit()
        self.mode = ListedBox("调解方式", tuple(Mode))
        self.unit = WordBox("调解组织")
        self.committee = ListedBox("调委会类型", words.committees)
        self.handler = WordBox("调解员")
        self.co_mediators = NamesEdit("共同调解员")
        self.chief = WordBox("包案（责任）领导")
        self.informed = ListedBox("权利义务告知", words.informed)
        self.note = QPlainTextEdit()
        self.mediation_type = ListedBox("人民调解类型（18 类）", words.mediation_types)
        self.monthly_type = ListedBox("综治月报类型（19 类）", words.monthly_types)
        self.campaign_column = ListedBox("强基促稳栏目（8 栏）", words.campaign_columns)
        self.attachments = AttachmentsBox(desk)
        self.reason = QLineEdit()
        self.entrusted_by.offer(words.entrusters)
        self.co_mediators.setPlaceholderText("可填多人，用“、”隔开")
        self.make_ready()

    @override
    def offer_people(self, names: Sequence[str], units: Sequence[str]) -> None:
        for entry in (self.handler, self.co_mediators, self.chief):
            entry.offer(names)
        self.unit.offer(units)

    @override
    def show(self, draft: DisputeDraft) -> None:
        self._source_case = draft.source_case
        self.category.show_category(draft.category)
        self.offer_levels([draft.level] if draft.level else [])
        self.level.choose(draft.level or None)
        for name in _LISTED:
            self._listed(name).show_word(getattr(draft, name))
        for name in _LINES:
            getattr(self, name).setText(getattr(draft, name))
        self.title.setCursorPosition(0)
        for name in _WORDS:
            getattr(self, name).show_words(getattr(draft, name))
        for name, edit in self.moments.items():
            edit.show_moment(getattr(draft, name))
        self.difficult.setChecked(draft.difficult)
        self.show_place(draft.town, draft.village, draft.grid)
        self.parties.show_parties(draft.parties)
        show_count(self.people, draft.people)
        self.amount.setText(spoken_amount(draft.amount))
        self.co_mediators.show_names(draft.co_mediators)
        self.note.setPlainText(draft.note)
        self.attachments.show_attachments(draft.attachments)

    @override
    def read(self) -> DisputeDraft:
        said: dict[str, Any] = {
            **{name: self._listed(name).key or "" for name in _LISTED},
            **{name: one_line(getattr(self, name)) for name in _LINES},
            **{name: getattr(self, name).words for name in _WORDS},
            **self.read_moments(),
        }
        return DisputeDraft(
            town=self.town.key or "",
            category=self.category.category,
            level=self.level.key or "",
            village=self.village.key,
            grid=self.grid.key,
            difficult=self.difficult.isChecked(),
            people=read_count(self.people),
            amount=self._read_amount(),
            co_mediators=self.co_mediators.names,
            note=self.note.toPlainText(),
            parties=self.parties.parties,
            attachments=self.attachments.attachments,
            source_case=self._source_case,
            **said,
        )

    @override
    def unreadable(self) -> Iterator[Problem]:
        yield from super().unreadable()
        if self._read_amount() is None and self.amount.text().strip():
            yield Problem("amount", "number", _UNREADABLE_AMOUNT)

    def _listed(self, name: str) -> ListedBox:
        box: ListedBox = getattr(self, name)
        return box

    def _read_amount(self) -> Decimal | None:
        try:
            return read_amount(self.amount.text())
        except ValueError:
            return None
