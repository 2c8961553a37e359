"""The card of photos (整改前后照片): before the mending at the left, after it at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from gridapp.domain.attachment import Attachment
from gridapp.domain.hazard import Hazard
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.attachment_intake import thumbnail
from ui.recording.attachment_list import is_picture
from ui.safety.case.photo_list import PhotoList
from ui.widgets.card import Card

_MENDED = frozenset({Move.MEND, Move.RECHECK, Move.STRIKE_OFF, Move.MEND_ON_THE_SPOT})
_NONE = "没有照片"


class PhotosPanel(Card):
    """What was added with the finding is before; what proves mending, re-check or striking off is after."""

    wanted = Signal(object)
    """An `Attachment` is to be looked at."""
    refused = Signal(object)
    """A `Refusal`: a picture could not be read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName("整改前后照片")
        self._desk = desk
        self._questions = Questions(desk.jobs, self)
        self.before, self.after = PhotoList("整改前的照片"), PhotoList("整改后的照片")
        self._none: dict[PhotoList, QLabel] = {}
        row = QHBoxLayout()
        row.setSpacing(14)
        for heading, photos in (("整改前", self.before), ("整改后", self.after)):
            title = QLabel(heading)
            title.setObjectName("card_title")
            none = QLabel(_NONE)
            none.setObjectName("muted")
            column = QVBoxLayout()
            column.setSpacing(4)
            for widget in (title, none, photos):
                column.addWidget(widget)
            column.addStretch()
            self._none[photos] = none
            photos.wanted.connect(self.wanted)
            row.addLayout(column, 1)
        self.body.setContentsMargins(14, 8, 14, 8)
        self.body.addLayout(row)

    def show_hazard(self, hazard: Hazard) -> None:
        """Shows the photos of a hazard; one without any has no such card."""
        before, after = photos_of(hazard)
        for photos, files in ((self.before, before), (self.after, after)):
            photos.show_files(files)
            self._none[photos].setVisible(not files)
            for file in files:
                self._ask_for(photos, file)
        self.setVisible(bool(before or after))

    def _ask_for(self, photos: PhotoList, file: Attachment) -> None:
        contents, sha = self._desk.office.attachments, file.sha256
        if is_picture(file.name):
            self._questions.ask(
                f"{photos.accessibleName()} {sha}",
                lambda: thumbnail(contents, sha),
                lambda picture: photos.show_picture(sha, picture),
                self._refuse,
            )

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)


def photos_of(hazard: Hazard) -> tuple[Sequence[Attachment], Sequence[Attachment]]:
    """The files from before the mending and those from after it; papers of other steps are neither."""
    before = [file for file in hazard.attachments if file.step is None]
    after = [
        file
        for file in hazard.attachments
        if file.step is not None and file.step <= len(hazard.steps) and hazard.steps[file.step - 1].move in _MENDED
    ]
    return before, after
