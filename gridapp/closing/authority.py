"""By whose word a town's books are approved, closed, corrected and opened again (审核、签发、更正、重开的权限)."""

from dataclasses import dataclass

from gridapp.domain.problem import Problem, Unacceptable
from gridapp.ports import Registers

CHIEF = "分管领导"
"""The role in which a member of the staff has this authority."""

_PARTING = "、"


@dataclass(frozen=True, slots=True)
class Authority:
    """The names that may answer for a town's books; where nobody is named yet any name may."""

    names: tuple[str, ...]

    def problem_of(self, field: str, word: str, name: str) -> Problem | None:
        """What is wrong with a name in a field of a form; `word` is what the field is called."""
        if not name.strip():
            return Problem(field, "required", f"请填写{word}。")
        if self.names and name.strip() not in self.names:
            return Problem(field, "authority", f"{word}须是{_PARTING.join(self.names)}，请改正。")
        return None

    def sure(self, field: str, word: str, name: str) -> str:
        """The name without blanks around it; raises `Unacceptable` where it has no such authority."""
        problem = self.problem_of(field, word, name)
        if problem is not None:
            raise Unacceptable((problem,))
        return name.strip()

    def besides(self, name: str) -> "Authority":
        """The same authority with one more name: of a command, whoever gives it stands for the office."""
        return Authority((*self.names, name)) if self.names and name not in self.names else self


def authority_of(registers: Registers, town: str) -> Authority:
    """Who has it in a town: its leaders (分管领导); asks the database."""
    chiefs = [member.name for member in registers.staff(town) if member.role == CHIEF]
    return Authority(tuple(dict.fromkeys(chiefs)))
