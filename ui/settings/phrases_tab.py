"""Standard phrases (常用语): a list a topic, kept as soon as it is changed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.domain.problem import Refusal
from gridapp.registers.phrases import phrases, put_phrases, topics
from ui.desk import Desk
from ui.settings.phrase_list import PhraseList
from ui.settings.roomy_rows import RoomyRows
from ui.settings.settings_tab import SettingsTab

_HINT = "Insert 新增，回车修改，Delete 删除，Alt+↑ / Alt+↓ 移动；改动随即保存，登记和办理时可以选用。"
_TOPICS_WIDTH = 190
"""Width of the list of topics, in pixels."""


class PhrasesTab(SettingsTab):
    """The topics on the left, the phrases of one on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.topics = QListWidget()
        self.topics.setAccessibleName("用在哪里")
        self.topics.setItemDelegate(RoomyRows(self.topics))
        self.topics.setFixedWidth(_TOPICS_WIDTH)
        self.topics.setTabKeyNavigation(False)
        for topic in topics().values():
            self.topics.addItem(topic.label)
        self.list = PhraseList()
        self._listed = next(iter(topics()))
        self.buttons: dict[str, QPushButton] = {}
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for name, act in (
            ("新增", self.list.add),
            ("修改", self.list.edit_current),
            ("删除", self.list.remove_current),
            ("上移", lambda: self.list.move_current(-1)),
            ("下移", lambda: self.list.move_current(1)),
        ):
            button = QPushButton(name)
            button.clicked.connect(act)
            self.buttons[name] = button
            bar.addWidget(button)
        bar.addStretch()
        hint = QLabel(_HINT)
        hint.setObjectName("hint")
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(bar)
        right.addWidget(self.list, 1)
        right.addWidget(hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.topics)
        layout.addLayout(right, 1)
        self.topics.setCurrentRow(0)
        self.topics.currentRowChanged.connect(lambda _: self.load())
        self.list.edited.connect(self._keep)

    @property
    def topic(self) -> str:
        """The topic that is looked at, by its name."""
        return list(topics())[self.topics.currentRow()]

    @override
    def load(self) -> None:
        registers, topic = self.desk.office.registers, self.topic
        self.questions.ask("phrases", lambda: phrases(registers, topic), partial(self._show, topic), self.refuse)

    def _show(self, topic: str, said: Sequence[str]) -> None:
        self._listed = topic
        self.list.show_phrases(said)

    def _keep(self) -> None:
        # Another topic may have been chosen, whose phrases are still to come.
        registers, topic, said = self.desk.office.registers, self._listed, self.list.phrases

        def keep() -> None:
            put_phrases(registers, topic, said)

        # A question that is asked again under one name drops the earlier one.
        self.questions.ask(f"keep {topic}", keep, lambda _: self.told.emit("常用语已保存。"), self._restore)

    def _restore(self, refusal: Refusal) -> None:
        """What could not be kept is not shown either."""
        self.refuse(refusal)
        self.load()
