"""Starting the window (启动): the shell is seen first, the office opens behind it."""

import logging
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QObject,
    QSize,
    Qt,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gridapp.domain.actor import Actor
from gridapp.ports import Office
from ui import fonts
from ui.collecting import Collecting
from ui.faults import Faults
from ui.jobs import Jobs
from ui.main_window import TITLE, MainWindow
from ui.theme import dress

_FRAME = QSize(0, 40)
"""What a desktop puts around a window: its title bar."""
_QT_LOG = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run(open_office: Callable[[], Office], actor: Actor) -> int:
    """Shows the window until it is closed; the exit status.

    `open_office` is called in the thread that owns the database, after the window has been shown.
    """
    application = application_object()
    faults = Faults()
    sys.excepthook = faults.catch
    jobs = Jobs()
    collecting = Collecting(jobs)
    window = MainWindow(actor, jobs)
    window.resize(window.size().boundedTo(window.screen().availableSize() - _FRAME))
    # Opening the office takes the interpreter's lock; asked for any earlier it would hold the first paint up.
    window.seen.connect(lambda: window.open(open_office), Qt.ConnectionType.QueuedConnection)
    window.show()
    try:
        return application.exec()
    finally:
        jobs.shut_down()
        collecting.end()
        sys.excepthook = sys.__excepthook__


def application_object() -> QApplication:
    """The one application object, with our look, font, Chinese buttons and input method."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    qInstallMessageHandler(_to_log)
    _choose_input_method()
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(sys.argv[:1])
    prepare(application)
    return application


def prepare(application: QApplication) -> None:
    """Gives an application our look, font and language."""
    application.setApplicationName("gridapp")
    application.setApplicationDisplayName(TITLE)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    _translate(application)
    font = fonts.office_font()
    application.setFont(font)
    if not fonts.can_draw(fonts.PROBE, font):
        sys.stderr.write(fonts.COMPLAINT + "\n")
    dress(application)


def _translate(application: QObject) -> None:
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QApplication.installTranslator(translator)


def _choose_input_method() -> None:
    """The wheels know ibus only; fcitx 5 answers to it when asked through the portal."""
    asked = os.environ.get("QT_IM_MODULE", "") + os.environ.get("XMODIFIERS", "")
    if sys.platform.startswith("linux") and "fcitx" in asked:
        os.environ["QT_IM_MODULE"] = "ibus"
        os.environ["IBUS_USE_PORTAL"] = "1"


def _to_log(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    # The offscreen platform says this once for every window.
    if not message.startswith("This plugin does not support"):
        _QT_LOG.log(_LEVELS[kind], message)
