"""A tab of the settings (设置页签)."""

from PySide6.QtCore import Signal

from ui.widgets.late_tab import LateTab


class SettingsTab(LateTab):
    """What all tabs have in common: they tell what they have changed."""

    told = Signal(str)
