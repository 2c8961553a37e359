"""What random histories of any kind share: a town of its own, a clock, undoing, taking out and bringing back."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count as counter
from random import Random
from typing import ClassVar, Generic, Protocol, Self, TypeVar
from uuid import UUID

from hypothesis import strategies as st

from gridapp.cases import handle, merging
from gridapp.cases.order import Order
from gridapp.cases.undo import undo
from gridapp.counting.words import Words
from gridapp.domain.actor import Actor
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.case import Case
from gridapp.domain.course import lawful
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office, Save
from tests.offices import DEADLINES, at

_TOWNS = counter(1)


@dataclass(frozen=True)
class Step:
    """One thing that happens: what, to which case, with two numbers that say how."""

    what: str
    which: int
    a: int
    b: int


def steps(doings: Sequence[str], most: int) -> st.SearchStrategy[list[Step]]:
    """Histories of at most so many steps."""
    one = st.builds(Step, st.sampled_from(doings), st.integers(0, 9), st.integers(0, 10_000), st.integers(0, 20))
    return st.lists(one, min_size=5, max_size=most)


def long(doings: Sequence[str], seed: int, most: int) -> list[Step]:
    """A long history that is the same for the same seed."""
    source = Random(seed)
    return [
        Step(source.choice(doings), source.randrange(10), source.randrange(10_000), source.randrange(5))
        for _ in range(most)
    ]


class Fact(Protocol):
    """What the model knows of a case of any kind."""

    gone: tuple[datetime, str] | None


F = TypeVar("F", bound=Fact)


class History(ABC, Generic[F]):
    """A town of its own in which cases of one kind take their courses, in the program and in the model at once.

    A doing whose name is in `new` needs no case; any other gets the case, what the model knows of it, and the step.
    """

    kind: ClassVar[Kind]
    new: ClassVar[frozenset[str]] = frozenset({"record", "ledger", "undo"})

    def __init__(self, office: Office) -> None:
        self.office, self.now = office, at(2017, 1, 10, 8)
        self.town = f"97{next(_TOWNS):07}"
        self.actor = Actor(f"演示员{self.town}", "一号机")
        self.villages = [f"{self.town}-{n:02}" for n in range(1, 4)]
        town = Area(code=self.town, kind=AreaKind.TOWN, parent=None, name=self.town)
        below = [Area(code=v, kind=AreaKind.VILLAGE, parent=self.town, name=v) for v in self.villages]
        office.registers.add_areas([town, *below])
        self.areas = office.registers.areas()
        self.words = Words(self.areas, vocabulary())
        self.known: dict[UUID, F] = {}
        self._saved: list[tuple[UUID, F | None]] = []

    @abstractmethod
    def learn(self, fact: F, order: Order, after: Case) -> None:
        """What the model makes of a move that the program has made."""

    @abstractmethod
    def order(self, case: Case, move: Move, when: datetime, step: Step) -> Order:
        """An order that gives a move everything that it may ask for."""

    @property
    def facts(self) -> list[F]:
        """What the model knows."""
        return list(self.known.values())

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def live(self, doings: Sequence[Step], after_each: Callable[[], None] = lambda: None) -> Self:
        """Lets things happen, one after the other, until the second year is nearly over."""
        for step in doings:
            if self.now < at(2018, 11, 20):
                self.take(step)
                after_each()
        return self

    def take(self, step: Step) -> None:
        """Lets one thing happen, if the program does not refuse it."""
        self.now += timedelta(days=step.b, hours=step.a % 5)
        with suppress(Refusal):
            if step.what in self.new:
                getattr(self, f"_{step.what}")(step)
            elif self.known:
                case_id = list(self.known)[-1 - step.which % len(self.known)]
                getattr(self, f"_{step.what}")(self.office.cases.load(case_id), self.known[case_id], step)

    def put(self, case: Case, fact: F) -> None:
        """Puts a case that a ledger tells into the program and the model."""
        with self.office.cases.transaction() as writer:
            writer.save([Save(None, case, "登记")], self.actor, self.now)
        self.came(case.id, fact)

    def came(self, case_id: UUID, fact: F) -> None:
        """What the model knows of a new case."""
        self._saved.append((case_id, None))
        self.known[case_id] = fact

    def remember(self, case_id: UUID) -> None:
        """Keeps what is known of a case now, so that the next save can be undone; called once that was saved."""
        self._saved.append((case_id, deepcopy(self.known[case_id])))

    def make(self, case: Case, fact: F, move: Move, step: Step) -> Case:
        """Makes a move in both worlds."""
        back = timedelta(days=step.a % 4 * (step.which % 2))
        order = self.order(case, move, self.now - back, step)
        after = handle.take(self.office.cases, case.id, case.version, order, DEADLINES, self.actor, self.clock)
        self.remember(case.id)
        self.learn(fact, order, after)
        return after

    def make_first(self, case: Case, fact: F, moves: Sequence[Move], step: Step) -> None:
        """The first of some moves that is lawful now, from any place among them on."""
        for place in range(len(moves)):
            with suppress(Refusal):
                self.make(case, fact, moves[(step.a + place) % len(moves)], step)
                return

    def _move(self, case: Case, fact: F, step: Step) -> None:
        """Any move that is lawful now; few are filed away."""
        moves = [move for move in lawful(self.kind, case.status) if move is not Move.ARCHIVE or step.b % 4 == 0]
        self.make_first(case, fact, moves, step)

    def _reopen(self, case: Case, fact: F, step: Step) -> None:
        self.make(case, fact, Move.REOPEN, step)

    def _void(self, case: Case, fact: F, _: Step) -> None:
        handle.void(self.office.cases, case.id, case.version, "录错", DEADLINES, self.actor, self.clock)
        self.remember(case.id)
        fact.gone = (self.now, "void")

    def _restore(self, _: Case, __: F, step: Step) -> None:
        gone = [case_id for case_id, fact in self.known.items() if fact.gone]
        for case_id in gone[step.which % (len(gone) or 1) :][:1]:
            version = self.office.cases.load(case_id).version
            handle.restore(self.office.cases, case_id, version, "恢复", DEADLINES, self.actor, self.clock)
            self.remember(case_id)
            self.known[case_id].gone = None

    def _merge(self, case: Case, fact: F, step: Step) -> None:
        into = sorted(self.known)[step.a % len(self.known)]
        merging.merge(self.office.cases, case.id, case.version, into, "重复", DEADLINES, self.actor, self.clock)
        self.remember(case.id)
        fact.gone = (self.now, "merge")

    def _undo(self, _: Step) -> None:
        """The newest save is taken back; what registered a case voids it."""
        undo(self.office.cases, self.actor, self.clock)
        case_id, before = self._saved.pop()
        if before is None:
            self.known[case_id].gone = (self.now, "void")
        else:
            self.known[case_id] = before
