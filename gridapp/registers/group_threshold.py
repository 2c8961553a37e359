"""From how many heads on a petition is one of a group (集体访、联名信起算人数): the office's own setting."""

from gridapp.domain.petition import GROUP_THRESHOLD
from gridapp.domain.problem import Refusal
from gridapp.ports import Registers

FEWEST, MOST = 2, 50
_SETTING = "group_threshold"


def group_threshold(registers: Registers) -> int:
    """The number of heads from which a visit is 集体访 and a letter 联名信; asks the database."""
    written = registers.setting(_SETTING)
    return int(written) if written else GROUP_THRESHOLD


def set_group_threshold(registers: Registers, heads: int) -> None:
    """Sets the number for what is registered from now on; what is on file keeps what it was.

    Raises `Refusal` for a number that makes no sense.
    """
    if not FEWEST <= heads <= MOST:
        raise Refusal(f"集体访（联名信）起算人数应为 {FEWEST} 至 {MOST} 人。")
    registers.set(_SETTING, str(heads))
