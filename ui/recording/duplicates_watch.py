"""Looking for likely duplicates while a form is filled in (查重)."""

from collections.abc import Sequence

from typing_extensions import override

from gridapp.cases.duplicates import Suspicion, likely_duplicates
from gridapp.ports import Entered
from ui.recording.form_watch import FormWatch


class DuplicatesWatch(FormWatch[Entered | None, Sequence[Suspicion]]):
    """Tells a sequence of `Suspicion`; none is looked for where a form holds nothing to compare."""

    @override
    def nothing(self) -> Sequence[Suspicion]:
        return ()

    @override
    def says_enough(self, written: Entered | None) -> bool:
        if written is None:
            return False
        return bool(written.title.strip() or written.phone or written.persons or written.address.strip())

    @override
    def look_for(self, written: Entered | None) -> Sequence[Suspicion]:
        return () if written is None else likely_duplicates(self._desk.office.duplicates, written)
