"""The entries of an inspection's form (检查字段): each shows its part of a draft and gives it back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.domain.inspection import Nature
from gridapp.domain.problem import Problem
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox, WordBox
from ui.desk import Desk
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.case_entries import CaseEntries, one_line
from ui.safety.intake.checklist_box import ChecklistBox
from ui.safety.intake.finding_words import finding_from
from ui.safety.intake.findings_box import FINDINGS, FindingsBox
from ui.safety.intake.new_place_box import NEW_PLACE, NewPlaceBox
from ui.safety.intake.notice_box import NOTICE, NoticeBox
from ui.safety.intake.place_pick import PlacePick
from ui.safety.register import Register
from ui.widgets.listed_box import ListedBox
from ui.widgets.names_edit import NamesEdit
from ui.widgets.pick_box import PickBox

_LINES = ("filing_number", "filing_reason", "result", "late_reason", "reason")


class InspectionEntries(CaseEntries[InspectionDraft]):
    """All entries of an `InspectionDraft`, made in the order of Tab; title, category and level it has none."""

    counts: ClassVar[Mapping[str, str]] = {}

    def __init__(self, desk: Desk, watch: Callable[[QWidget], None]) -> None:
        super().__init__(desk)
        self._place: UUID | None = None
        self.register = Register()
        self.place = PlacePick("被检查场所")
        self.town = PickBox("乡镇")
        self.reported_at = MomentEdit("检查时间", desk.today)
        self.new_place = NewPlaceBox()
        self.village, self.grid = PickBox("所属村社"), PickBox("网格")
        self.inspectors = NamesEdit("检查人")
        self.nature = ListedBox("检查性质", tuple(Nature))
        self.campaign = WordBox("专项行动")
        self.filed_at = MomentEdit("报备时间", desk.today)
        self.filing_number, self.filing_reason, self.late_reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.checks = ChecklistBox()
        self.findings = FindingsBox(desk, lambda: finding_from(None, self.place_type, self.owner), watch)
        self.notice = NoticeBox(desk)
        self.result, self.note = QLineEdit(), QPlainTextEdit()
        self.attachments = AttachmentsBox(desk, alone=False)
        self.reason = QLineEdit()
        self.title, self.category, self.level = QLineEdit(), CategoryBox("类别", ()), PickBox("级别")
        self.registered_at = QLabel()
        self.inspectors.setPlaceholderText("两人以上，用“、”隔开")
        self.make_ready()

    @property
    @override
    def first(self) -> QWidget:
        return self.place

    @property
    def place_type(self) -> str | None:
        """The type of the place that is inspected."""
        if self.new_place.is_open:
            return self.new_place.place_type.key
        return self.place.row.place.place_type if self.place.row else None

    @property
    def owner(self) -> str:
        """Who answers for the place."""
        if self.new_place.is_open:
            return self.new_place.owner.text().strip()
        return (self.place.row.place.owner or "") if self.place.row else ""

    @property
    def place_id(self) -> UUID | None:
        """The place on file that is picked, also while the register is still being read."""
        return self.place.place_id or (self._place if not self.place.words.strip() else None)

    def take_register(self, register: Register) -> None:
        """Offers the places of a town, and shows the one that the draft names."""
        wanted = self.place_id
        self.register = register
        self.place.offer_places(register.offers)
        self.campaign.offer(register.campaigns)
        if wanted is not None and wanted in register.rows:
            self.place.choose(str(wanted))
            self.checks.show_checks(self.place_type, self.checks.checks)

    @override
    def offer_people(self, names: Sequence[str], units: Sequence[str]) -> None:
        self.inspectors.offer(names)
        self.notice.signers.offer(names)
        self.findings.offer_people(names)

    @override
    def show(self, draft: InspectionDraft) -> None:
        self._place = draft.place
        self.place.choose(str(draft.place) if draft.place else None)
        self.new_place.show_place(draft.new_place)
        where = draft.new_place or draft
        self.show_place(draft.town, where.village, where.grid)
        for name, edit in self.moments.items():
            edit.show_moment(getattr(draft, name))
        self.inspectors.show_names(draft.inspectors)
        self.nature.show_word(draft.nature)
        self.campaign.show_words(draft.campaign)
        for name in _LINES:
            self._line(name).setText(getattr(draft, name))
        self.checks.show_checks(self.place_type, draft.checks)
        self.findings.show_findings(draft.findings)
        self.notice.show_notice(draft.notice, draft.reported_at)
        self.note.setPlainText(draft.note)
        self.attachments.show_attachments(draft.attachments)

    @override
    def read(self) -> InspectionDraft:
        moments: dict[str, Any] = {**self.read_moments()}
        said: dict[str, Any] = {name: one_line(self._line(name)) for name in _LINES}
        new_place = self.new_place.place(self.town.key or "", self.village.key, self.grid.key)
        return InspectionDraft(
            town=self.town.key or "",
            place=None if new_place else self.place_id,
            new_place=new_place,
            village=None if new_place else self.village.key,
            grid=None if new_place else self.grid.key,
            inspectors=self.inspectors.names,
            nature=self.nature.key or "",
            campaign=self.campaign.words.strip(),
            checks=self.checks.checks,
            note=self.note.toPlainText(),
            attachments=self.attachments.attachments,
            findings=self.findings.findings,
            notice=self.notice.notice(moments["reported_at"]),
            **moments,
            **said,
        )

    @override
    def unreadable(self) -> Iterator[Problem]:
        for problem in super().unreadable():
            if problem.field == "place":
                words = self.place.words.strip()
                yield replace(problem, message=f"名录里没有“{words}”，请从名录中选择，或按 Alt+X 登记新场所。")
            else:
                yield problem
        yield from self.findings.unreadable()
        if self.notice.wanted.isChecked():
            yield from (replace(p, field=f"{NOTICE}.{p.field}") for p in self.notice.form.unreadable())
        if self.new_place.is_open:
            yield from (replace(p, field=f"{NEW_PLACE}.{p.field}") for p in self.new_place.form.unreadable())

    @override
    def typed(self) -> Mapping[str, Any]:
        parts = {
            FINDINGS: self.findings.typed(),
            NOTICE: self.notice.form.typed(),
            NEW_PLACE: self.new_place.form.typed(),
        }
        return {**super().typed(), **{name: typed for name, typed in parts.items() if typed}}

    @override
    def retype(self, typed: Mapping[str, Any]) -> None:
        super().retype(typed)
        self.findings.retype(typed.get(FINDINGS))
        for part, name in ((self.notice.form, NOTICE), (self.new_place.form, NEW_PLACE)):
            texts = typed.get(name)
            part.retype(texts if isinstance(texts, dict) else {})

    def _line(self, name: str) -> QLineEdit:
        line: QLineEdit = getattr(self, name)
        return line
