"""The settings (设置): working days, limits, standard phrases, petitions, who may read what is confidential."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout
from typing_extensions import override

from ui.desk import Desk
from ui.page import Page
from ui.settings.calendar_tab import CalendarTab
from ui.settings.confidants_tab import ConfidantsTab
from ui.settings.limits_tab import LimitsTab
from ui.settings.petition_tab import PetitionTab
from ui.settings.phrases_tab import PhrasesTab
from ui.settings.settings_tab import SettingsTab


class SettingsPage(Page):
    """工作日历, 办理时限, 常用语, 信访, 保密名单."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "设置")
        self.calendar = CalendarTab(desk)
        self.limits = LimitsTab(desk)
        self.phrases = PhrasesTab(desk)
        self.petitions = PetitionTab(desk)
        self.confidants = ConfidantsTab(desk)
        self.tabs: dict[str, SettingsTab] = {
            "工作日历": self.calendar,
            "办理时限": self.limits,
            "常用语": self.phrases,
            "信访": self.petitions,
            "保密名单": self.confidants,
        }
        self.book = QTabWidget()
        self.book.setDocumentMode(True)
        self.book.tabBar().setAccessibleName("设置页签")
        self.book.tabBar().setExpanding(False)
        for name, tab in self.tabs.items():
            tab.setContentsMargins(0, 10, 0, 0)
            tab.told.connect(self.told)
            tab.refused.connect(self.refused)
            self.book.addTab(tab, name)
        # Limits and lights are shown by the calendar, and lists are veiled by who may read.
        for tab in (self.calendar, self.confidants):
            tab.changed.connect(self.cases_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.addWidget(self.book, 1)

    def open_tab(self, name: str) -> SettingsTab:
        """Shows a tab."""
        self.book.setCurrentWidget(self.tabs[name])
        return self.tabs[name]

    @override
    def reload(self) -> None:
        for tab in self.tabs.values():
            tab.mark_stale()
