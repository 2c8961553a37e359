"""What somebody puts in front is there again for him, and for nobody else."""

from gridapp.domain.kind import Kind
from gridapp.ports import Office
from gridapp.registers.first_kind import FirstKind, first_kind_of, keep_first_kind


def test_it_is_kept_for_the_person(office: Office) -> None:
    kept = FirstKind(Kind.DISPUTE, alone=True)
    keep_first_kind(office.registers, "演示甲", kept)
    assert first_kind_of(office.registers, "演示甲") == kept
    assert first_kind_of(office.registers, "演示乙") == FirstKind(Kind.EVENT, alone=False)


def test_the_last_choice_holds(office: Office) -> None:
    for first in (FirstKind(Kind.DISPUTE, alone=True), FirstKind(Kind.HAZARD)):
        keep_first_kind(office.registers, "演示甲", first)
    assert first_kind_of(office.registers, "演示甲") == FirstKind(Kind.HAZARD)
