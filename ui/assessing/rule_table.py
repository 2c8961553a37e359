"""The table of the rules (考核办法表格): a key that is typed begins to change a cell, where it may be changed."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.assessing.rule_model import RuleModel
from ui.assessing.rule_revision import RULE

_SENTENCE_LETTERS, _LETTERS = 26, 5
"""How wide the sentence of a rule is, and the others at least."""


class RuleTable(QTableView):
    """Tab leaves it; the arrow keys go from cell to cell."""

    def __init__(self, model: RuleModel) -> None:
        super().__init__()
        self._rules = model
        self.setModel(model)
        self.setAccessibleName("考核办法")
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.horizontalHeader().setHighlightSections(False)

    def fit_columns(self) -> None:
        """Gives each column room for its heading and its texts; a sentence goes on beyond its own."""
        letter, head = self.fontMetrics().horizontalAdvance("字"), self.horizontalHeader()
        sentence = self._rules.index_of((0, RULE)).column()
        for column in range(self._rules.columnCount()):
            if column == sentence:
                head.resizeSection(column, _SENTENCE_LETTERS * letter)
            else:
                least = max(_LETTERS * letter, head.sectionSizeFromContents(column).width())
                head.resizeSection(column, max(least, self.sizeHintForColumn(column)))
