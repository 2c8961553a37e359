"""The views that everybody has (默认查询), besides those that a person saves."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from gridapp.cases.queues import Queue, Seat, Whose, query_of, queues_of
from gridapp.cases.register.queues import waited_for
from gridapp.domain.confidence import Confidence
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.level import MAJOR
from gridapp.domain.petition import PetitionPurpose
from gridapp.domain.register_kinds import STANDING
from gridapp.domain.span import Span
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery


@dataclass(frozen=True, slots=True)
class GivenView:
    """A named question; `queue` is the query of the queue that it stands for, if it does."""

    name: str
    conditions: tuple[Condition, ...] = ()
    queue: CaseQuery | None = None


def given_views(kind: Kind, person: str, now: datetime, readable: Collection[Confidence] = ()) -> Sequence[GivenView]:
    """The views of a kind for a person at a moment: what is new, late or marked, and what is his own.

    `readable` is what of the confidential he may read; a view of it is given to nobody else.
    """
    counted = [Condition(Field.REPORTED_AT, Test.WITHIN, (Span.THIS_MONTH.value,)), Condition(Field.EXCLUDED, Test.NO)]
    if kind in _ON_A_COURSE:
        counted.append(Condition(Field.STATUS, Test.NONE_OF, (Status.INVALID.value,)))
    views = [GivenView(_NEW[kind], tuple(counted))]
    if kind in STANDING:
        views.append(GivenView("在册", (Condition(Field.STATUS, Test.ONE_OF, (Status.ON_FILE.value,)),)))
    views += [GivenView(name, conditions) for name, conditions in waited_for(kind, now)]
    if kind not in _WITH_LIMITS:
        return views
    if Queue.OVERDUE in queues_of(kind):
        seat = Seat(person, Whose.ALL)
        views.append(GivenView(Queue.OVERDUE.value, queue=query_of(Queue.OVERDUE, kind, seat, now)))
    if kind in _ON_A_COURSE:
        views.append(GivenView("我登记的", (Condition(Field.FIRST_RECEIVER, Test.ONE_OF, (person,)),)))
    if kind is Kind.DISPUTE:
        views.append(GivenView("我调解的", (Condition(Field.HANDLER, Test.ONE_OF, (person,)),)))
        views.append(GivenView("重大纠纷", (Condition(Field.LEVEL, Test.ONE_OF, tuple(sorted(MAJOR))),)))
    if kind is Kind.PETITION:
        views.append(GivenView("我经办的", (Condition(Field.HANDLER, Test.ONE_OF, (person,)),)))
        views += [GivenView(name, (asked, _COUNTED)) for name, asked in _OF_PETITIONS.items()]
        if Confidence.ACCUSATION in readable:
            views.append(GivenView(Confidence.ACCUSATION.label, (_ACCUSES, _COUNTED)))
    if kind is Kind.HAZARD:
        views += [GivenView(name, (asked, _COUNTED)) for name, asked in _OF_HAZARDS.items()]
    views.append(GivenView("补录", (Condition(Field.LATE, Test.YES),)))
    if kind in _ON_A_COURSE:
        views.append(GivenView("有督办", (Condition(Field.SUPERVISION, Test.NOT_EMPTY),)))
    return views


_COUNTED = Condition(Field.EXCLUDED, Test.NO)
_ACCUSES = Condition(Field.PURPOSE, Test.ONE_OF, (PetitionPurpose.ACCUSATION.value,))
_OF_PETITIONS: Mapping[str, Condition] = {
    "集体访": Condition(Field.GROUP, Test.YES),
    "重访": Condition(Field.REPEAT, Test.YES),
    "积案": Condition(Field.IN_BACKLOG, Test.YES),
}

_OF_HAZARDS: Mapping[str, Condition] = {
    "重大隐患": Condition(Field.LEVEL, Test.ONE_OF, tuple(sorted(MAJOR))),
    "挂牌督办": Condition(Field.LISTED, Test.YES),
    "当场整改": Condition(Field.ON_THE_SPOT, Test.YES),
    "专项行动查出": Condition(Field.CAMPAIGN, Test.NOT_EMPTY),
}

_WITH_LIMITS = frozenset({Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD})
_ON_A_COURSE = frozenset({Kind.EVENT, Kind.DISPUTE, Kind.PETITION})
_NEW: Mapping[Kind, str] = {
    Kind.EVENT: "本月上报",
    Kind.DISPUTE: "本月排查",
    Kind.PETITION: "本月信访",
    Kind.HAZARD: "本月排查",
    Kind.INSPECTION: "本月检查",
    Kind.NOTICE: "本月开具",
    Kind.ENFORCEMENT: "本月决定",
    Kind.PERSON: "本月排摸",
    Kind.WORKLOG: "本月工作",
    Kind.VISIT: "本月走访",
    Kind.PATROL: "本月巡防",
    Kind.ACCIDENT: "本月发生",
    Kind.GEOLOGY: "本月列入",
    Kind.RELOCATION: "本月登记",
    Kind.RIVER: "本月列入",
    Kind.DUTY: "本月值班",
    Kind.RESPONSIBILITY: "本月开始",
    Kind.DRILL: "本月演练",
    Kind.SHELTER: "本月启用",
    Kind.RECEPTION: "本月接待",
}
