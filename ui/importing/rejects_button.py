"""The button that hands refused rows back (写出退回的行), wherever they are told of."""

from PySide6.QtWidgets import QPushButton

from ui.widgets.hinted_button import hinted_button


def rejects_button() -> QPushButton:
    """It stands below the preview and where everything is done, never in both at once."""
    return hinted_button("写出退回的行…(&X)", "把退回的行连同原因写成工作簿，改好后可以再导入（Alt+X）")
