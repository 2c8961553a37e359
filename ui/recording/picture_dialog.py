"""A picture to be looked at (图片预览): fitted to the dialog, or at its own size."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

_SHARE = 0.8
"""How much of the window the dialog covers."""


class PictureDialog(QDialog):
    """Esc closes it; 1 shows the picture at its own size, 0 fits it again."""

    def __init__(self, parent: QWidget, name: str, picture: QImage) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picture = QPixmap.fromImage(picture)
        self._fits = True
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setAccessibleName(name)
        self._area = QScrollArea()
        self._area.setAccessibleName("图片")
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self._label)
        self._said = QLabel()
        self._said.setObjectName("muted")
        self._toggle = QPushButton("原始大小（1）")
        self._toggle.clicked.connect(lambda: self.fit(fits=not self._fits))
        close = QPushButton("关闭（Esc）")
        close.clicked.connect(self.close)
        bar = QHBoxLayout()
        bar.addWidget(self._said)
        bar.addStretch()
        bar.addWidget(self._toggle)
        bar.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._area, 1)
        layout.addLayout(bar)
        QShortcut(QKeySequence("1"), self, lambda: self.fit(fits=False))
        QShortcut(QKeySequence("0"), self, lambda: self.fit(fits=True))
        self.resize((parent.window().size().toSizeF() * _SHARE).toSize())

    @property
    def shown_size(self) -> QSize:
        """How large the picture is shown."""
        return self._label.size()

    def fit(self, *, fits: bool) -> None:
        """Fits the picture to the dialog, or shows it at its own size."""
        self._fits = fits
        self._toggle.setText("原始大小（1）" if fits else "适合窗口（0）")
        self._draw()

    def _draw(self) -> None:
        size = self._picture.size()
        room = self._area.maximumViewportSize()
        if self._fits and (size.width() > room.width() or size.height() > room.height()):
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        smooth = Qt.TransformationMode.SmoothTransformation
        self._label.setPixmap(self._picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        self._label.resize(size)
        own = self._picture.size()
        percent = round(100 * size.width() / max(own.width(), 1))
        self._said.setText(f"{own.width()}×{own.height()} 像素，显示 {percent} %")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()
