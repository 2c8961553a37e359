"""The form of a filing (报备表单): where, when, who goes, for what reason."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from gridapp.cases.inspection.plan import PlanDraft
from gridapp.domain.inspection import Nature
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import WordBox
from ui.desk import Desk
from ui.recording.entering import Entering
from ui.recording.small_form import SmallForm
from ui.safety.intake.chosen_places import ChosenPlaces
from ui.widgets.listed_box import ListedBox
from ui.widgets.names_edit import NamesEdit

_NAMES = {
    "place": "被检查企业（可选几家，一起报备）",
    "planned_at": "计划检查时间",
    "inspectors": "检查人（至少两名）",
    "nature": "检查性质",
    "campaign": "专项行动",
    "filing_reason": "报备事由",
    "filed_at": "报备时间（不填为现在）",
    "filing_number": "报备文号",
    "note": "备注",
}
_ROWS = (
    (("place", 8), ("planned_at", 4)),
    (("inspectors", 4), ("nature", 3), ("filing_reason", 5)),
    (("campaign", 4), ("filed_at", 3), ("filing_number", 2), ("note", 3)),
)


class PlanForm(SmallForm):
    """The fields of a `PlanDraft`, for one place or for several alike."""

    def __init__(self, desk: Desk) -> None:
        self.places = ChosenPlaces()
        self.planned_at = MomentEdit("计划检查时间", desk.today)
        self.inspectors = NamesEdit("检查人")
        self.nature = ListedBox("检查性质", tuple(Nature))
        self.campaign = WordBox("专项行动")
        self.filing_reason, self.filing_number, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.filed_at = MomentEdit("报备时间", desk.today)
        self.inspectors.setPlaceholderText("两人以上，用“、”隔开")
        entries = {
            "place": self.places,
            "planned_at": self.planned_at,
            "inspectors": self.inspectors,
            "nature": self.nature,
            "filing_reason": self.filing_reason,
            "campaign": self.campaign,
            "filed_at": self.filed_at,
            "filing_number": self.filing_number,
            "note": self.note,
        }
        super().__init__(entries, _NAMES, _ROWS, ("place", "planned_at", "inspectors", "filing_reason"))
        self.places.changed.connect(self.changed)
        entering = Entering(self)
        for entry in entries.values():
            if entry is not self.places:
                entering.watch(entry)

    def drafts(self, town: str) -> Sequence[PlanDraft]:
        """A draft for each place; one without a place where none is chosen."""
        return [self._draft(town, place) for place in self.places.ids or (None,)]

    def show_draft(self, draft: PlanDraft) -> None:
        """Shows a filing."""
        self.places.show_places([draft.place] if draft.place else [])
        self.planned_at.show_moment(draft.planned_at)
        self.inspectors.show_names(draft.inspectors)
        self.nature.show_word(draft.nature)
        self.campaign.show_words(draft.campaign)
        self.filed_at.show_moment(draft.filed_at)
        for entry, text in (
            (self.filing_reason, draft.filing_reason),
            (self.filing_number, draft.filing_number),
            (self.note, draft.note),
        ):
            entry.setText(text)
        self.show_problems({})

    def _draft(self, town: str, place: UUID | None) -> PlanDraft:
        return PlanDraft(
            town=town,
            place=place,
            planned_at=self.moment("planned_at"),
            inspectors=self.inspectors.names,
            nature=self.nature.key or "",
            campaign=self.campaign.words.strip(),
            filed_at=self.moment("filed_at"),
            filing_number=self.line("filing_number"),
            filing_reason=self.line("filing_reason"),
            note=self.line("note"),
        )
