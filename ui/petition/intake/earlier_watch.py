"""Looking for earlier petitions of the same people in the same matter while a form is filled in (初重访比对)."""

from collections.abc import Sequence

from typing_extensions import override

from gridapp.cases.petition.earlier import Earlier, earlier_petitions
from gridapp.ports import Presented
from ui.recording.form_watch import FormWatch


class EarlierWatch(FormWatch[Presented, Sequence[Earlier]]):
    """Tells a sequence of `Earlier`."""

    @override
    def nothing(self) -> Sequence[Earlier]:
        return ()

    @override
    def says_enough(self, written: Presented) -> bool:
        return bool(written.people or written.accused)

    @override
    def look_for(self, written: Presented) -> Sequence[Earlier]:
        return earlier_petitions(self._desk.office, written)
