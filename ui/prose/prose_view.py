"""The text of a report (文字材料正文): every number is a link, reached by Tab and opened by Enter."""

from collections.abc import Collection
from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from gridapp.reporting.prose.document import Document, Number, Paragraph
from ui.theme import COLOURS


class ProseView(QTextBrowser):
    """Numbers are told by their place in the text, from 0."""

    looked_at = Signal(int)
    """Another number is under the pointer or has the focus."""
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("文字材料")
        self.setOpenLinks(False)
        self.setToolTip("Tab 逐个看数字，回车打开名单")
        self.anchorClicked.connect(lambda url: self.opened.emit(int(url.toString())))
        self.highlighted.connect(self._point)

    def show_text(self, document: Document, left_out: Collection[tuple[int, int]]) -> None:
        """Shows a text; what is left out stands struck through, so that it can be taken in again."""
        place = 0
        parts = [f"<h2 align='center'>{escape(document.title)}</h2>"]
        for here, paragraph in enumerate(document.paragraphs):
            words, place = _paragraph(here, paragraph, left_out, place)
            parts.append(words)
        self.setHtml("".join(parts))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        moved = super().focusNextPrevChild(next)
        href = self.textCursor().charFormat().anchorHref()
        if href and self.textCursor().hasSelection():
            self.looked_at.emit(int(href))
        return moved

    def _point(self, url: QUrl) -> None:
        if url.toString():
            self.looked_at.emit(int(url.toString()))


def _paragraph(here: int, paragraph: Paragraph, left_out: Collection[tuple[int, int]], place: int) -> tuple[str, int]:
    sentences = []
    for there, sentence in enumerate(paragraph.sentences):
        words = []
        for run in sentence:
            if isinstance(run, Number):
                words.append(_link(run, place))
                place += 1
            else:
                words.append(escape(run.text))
        text = "".join(words)
        sentences.append(f"<s style='color:{COLOURS.muted}'>{text}</s>" if (here, there) in left_out else text)
    heading = f"<p><b>{escape(paragraph.heading)}</b></p>"
    return heading + f"<p style='text-indent:2em; line-height:165%'>{''.join(sentences)}</p>", place


def _link(number: Number, place: int) -> str:
    return f"<a href='{place}' style='color:{COLOURS.accent}'>{escape(number.text)}</a>"
