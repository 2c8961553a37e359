"""Colours, palette and style sheet: Fusion, light, calm (外观)."""

from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from gridapp.domain.status import Status
from ui.icons import icon_path


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours by their use; text colours keep a contrast of 4.5:1 on a white card."""

    ink: str = "#1c2733"
    muted: str = "#56637a"
    page: str = "#f2f5fa"
    card: str = "#ffffff"
    stripe: str = "#f7f9fc"
    line: str = "#dde3ec"
    field_line: str = "#b9c3d2"
    head: str = "#eaeff6"
    navy: str = "#15325a"
    navy_raised: str = "#1f4f8f"
    navy_text: str = "#dbe6f5"
    navy_muted: str = "#9fb6d6"
    accent: str = "#1b5fae"
    accent_dark: str = "#154c8c"
    accent_pale: str = "#dbe8f8"
    gold: str = "#f4b63f"
    good: str = "#17713a"
    good_pale: str = "#e4f4ea"
    warn: str = "#9a4d00"
    warn_pale: str = "#fdf1de"
    bad: str = "#b3261e"
    bad_pale: str = "#fde9e7"
    violet: str = "#5b3fb0"


COLOURS = Colours()

SERIES = ("#123a6f", "#efa73a", "#1e817a", "#c1dcf2", "#9d2f27", "#9f83d0")
"""The colours of a chart's series, in their order: neighbours differ in lightness for every eye and in grey print."""

HEAT = ("#eef4fb", "#74a7e0", "#123a6f")
"""A one-hue scale from the least to the most, darker at every step."""

_STATUS = {
    Status.REPORTED: COLOURS.bad,
    Status.RETURNED: COLOURS.warn,
    Status.INVALID: COLOURS.muted,
    Status.SELF_CLOSED: COLOURS.good,
    Status.ACCEPTED: COLOURS.accent,
    Status.ASSIGNED: COLOURS.warn,
    Status.PROCESSING: COLOURS.accent,
    Status.UNIT_RETURNED: COLOURS.bad,
    Status.SUSPENDED: COLOURS.muted,
    Status.ESCALATED: COLOURS.violet,
    Status.FEEDBACK: COLOURS.warn,
    Status.REWORK: COLOURS.bad,
    Status.CLOSED: COLOURS.good,
    Status.EVALUATED: COLOURS.good,
    Status.ARCHIVED: COLOURS.muted,
    Status.REOPENED: COLOURS.violet,
    Status.REFERRED: COLOURS.muted,
    Status.MEDIATING: COLOURS.accent,
    Status.AGREED: COLOURS.good,
    Status.PERFORMING: COLOURS.warn,
    Status.PERFORMED: COLOURS.good,
    Status.UNPERFORMED: COLOURS.bad,
    Status.TERMINATED: COLOURS.bad,
    Status.WITHDRAWN: COLOURS.muted,
    Status.TRANSFERRED: COLOURS.muted,
    Status.REPLIED: COLOURS.warn,
    Status.REVIEWING: COLOURS.violet,
    Status.REVIEWED: COLOURS.good,
    Status.FINALLY_REVIEWING: COLOURS.violet,
    Status.FINALLY_REVIEWED: COLOURS.good,
    Status.SETTLED: COLOURS.good,
    Status.CONCLUDED: COLOURS.muted,
    Status.RECORDED: COLOURS.ink,
    Status.ON_FILE: COLOURS.good,
    Status.REMOVED: COLOURS.muted,
    Status.TO_RECTIFY: COLOURS.warn,
    Status.RECTIFYING: COLOURS.accent,
    Status.TO_RECHECK: COLOURS.warn,
    Status.TO_STRIKE_OFF: COLOURS.warn,
    Status.UNRECTIFIED: COLOURS.bad,
    Status.SUBMITTED: COLOURS.violet,
    Status.ENFORCED: COLOURS.bad,
    Status.PLANNED: COLOURS.violet,
    Status.STRUCK_OFF: COLOURS.good,
    Status.FILED: COLOURS.muted,
}


def status_colour(status: Status) -> str:
    """The colour in which a state is written; the word itself always stands beside it."""
    return _STATUS[status]


@cache
def style_sheet() -> str:
    """The style sheet of `resources/styles` with colours and icons filled in."""
    text = (files("resources") / "styles" / "light.qss").read_text(encoding="utf-8")
    icons = {f"icon_{name}": icon_path(name) for name in ("down", "tick")}
    return Template(text).substitute(asdict(COLOURS), **icons)


def dress(application: QApplication) -> None:
    """Gives an application the same look on every machine."""
    application.setStyle("Fusion")
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet())


def _palette() -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in {
        role.Window: COLOURS.page,
        role.WindowText: COLOURS.ink,
        role.Base: COLOURS.card,
        role.AlternateBase: COLOURS.stripe,
        role.Text: COLOURS.ink,
        role.Button: COLOURS.card,
        role.ButtonText: COLOURS.ink,
        role.Highlight: COLOURS.accent_pale,
        role.HighlightedText: COLOURS.ink,
        role.PlaceholderText: COLOURS.muted,
        role.ToolTipBase: COLOURS.card,
        role.ToolTipText: COLOURS.ink,
        role.Link: COLOURS.accent,
    }.items():
        palette.setColor(where, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for where in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(disabled, where, QColor(COLOURS.muted))
    return palette
