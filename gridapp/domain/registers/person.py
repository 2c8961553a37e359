"""Key persons (重点人员): who is looked after, by whom and how often (domain.md §5.4, 8 S10)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.register_words import register_words
from gridapp.domain.registers.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyedPerson(Standing):
    """A key person; the name is the title, the class (类别) the category, who is responsible for him the handler.

    `paper_number` is that of the citizen card (GB 11643). `guardian` is the one to turn to (监护人、联系人).
    `situation` tells of health and circumstances, which are sensitive (PIPL §28). `visit_days` is every how many days
    he is to be visited, where that is not what the office does for his class (走访周期).
    """

    kind: ClassVar[Kind] = Kind.PERSON

    sex: str | None = None
    born_on: date | None = None
    paper_number: str | None = None
    phone: str | None = None
    address: str | None = None
    guardian: str | None = None
    guardian_phone: str | None = None
    situation: str | None = None
    visit_days: int | None = None

    @property
    def visited_every(self) -> int | None:
        """Every how many days he is to be visited; nothing where the office visits his class at no fixed time."""
        return self.visit_days or register_words().visit_days.get(self.category or "")

    def next_visit_due_at(self, last: datetime | None, agreed: datetime | None) -> datetime | None:
        """When he is to be visited next (下次走访), after a last visit at which a day may have been agreed.

        It is due by the end of its day, counted from the day on which he was entered where nobody has been there yet;
        nothing for one who is off the list or visited at no fixed time.
        """
        if self.removed_at is not None or self.excluded is not None:
            return None
        if agreed is not None:
            return agreed
        days = self.visited_every
        return None if days is None else end_of(day_of(last or self.reported_at) + timedelta(days=days))

    @property
    @override
    def confidence(self) -> Confidence:
        return Confidence.KEY_PERSON

    @override
    def searchable(self) -> tuple[str | None, ...]:
        own = (self.phone, self.paper_number, self.address, self.guardian, self.guardian_phone)
        return (*Standing.searchable(self), *own)
