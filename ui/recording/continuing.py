"""Going on with forms that were not saved (继续填写): as they are now, and losing nothing of what is in the form."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from gridapp.domain.plain import Plain
from gridapp.domain.problem import Refusal
from gridapp.ports import Draft
from ui.jobs import Failed
from ui.page import Page
from ui.recording.draft_keeper import DraftKeeper
from ui.recording.unsaved_forms import unsaved


class _Sheet(Protocol):
    """A form that can be kept and gone on with."""

    @property
    def is_changed(self) -> bool: ...

    def content(self) -> Plain: ...

    def go_on_with(self, content: Mapping[str, Any]) -> None: ...


class Continuing:
    """Fetches the drafts of one page's form; `look` is called when those that are offered may have changed."""

    def __init__(self, page: Page, form: str, sheet: _Sheet, keeper: DraftKeeper, look: Callable[[], None]) -> None:
        self._page, self._form, self._sheet, self._keeper, self._look = page, form, sheet, keeper, look
        self._refuse: Failed = page.refuse

    def fetch(self, draft_id: UUID) -> None:
        """Goes on with a draft as it is now: another window may have written on, saved it or thrown it away."""
        desk, form = self._page.desk, self._form
        self._page.questions.ask(
            "draft",
            lambda: [d for d in unsaved(desk.office.drafts, desk.actor.name, (form,)) if d.id == draft_id],
            self._found,
            self._refuse,
        )

    def go_on_with(self, draft_id: UUID, content: Mapping[str, Any]) -> None:
        """Shows what a draft holds."""
        self._keeper.begin(draft_id)
        self._sheet.go_on_with(content)
        self._look()

    def _found(self, found: Sequence[Draft]) -> None:
        if found:
            self._continue(found[0])
        else:
            self._refuse(Refusal("这份草稿已经不在了，可能已在另一个窗口保存或丢弃。"))
            self._look()

    def _continue(self, draft: Draft) -> None:
        """Goes on with a draft; what is in the form already becomes one."""
        if not self._sheet.is_changed:
            self.go_on_with(draft.id, draft.content)
            return
        content = self._sheet.content()

        def kept() -> None:
            # What was written while it was being kept must not be lost either.
            if self._sheet.content() == content:
                self.go_on_with(draft.id, draft.content)
            else:
                self._continue(draft)

        self._keeper.keep(kept, self._refuse)
