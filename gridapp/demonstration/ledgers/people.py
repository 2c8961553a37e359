"""Invented people: names, telephone numbers and the staff of a town (人员). None of them exists."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_SURNAMES = "陈林王黄李郑吴叶周徐张金朱潘杨胡刘夏孙蔡曾余谢季项卢施邹温缪"
_WEIGHTS = [12, 10, 8, 7, 7, 6, 6, 6, 6, 5, 5, 4, 4, 4, *[2] * 16]
_FIRST = "建国志文明永德海小晓玉秀美丽春华金銀伟光忠荣爱家成立学庆红月雪云仁宗培正友".replace("銀", "银")
_SECOND = "平华明军东强伟峰林生福兴根良芳英兰珍花香娟芬燕琴敏丽萍霞锋波勇斌杰辉亮飞鹏涛满余钗"
_SINGLE = "伟芳敏静丽强磊军洋勇艳杰娟涛明超霞平刚"
_FIRM_SIGNS = "鑫达恒盛宏瑞丰泰联兴华祥诚旺源隆嘉力佳顺永昌信腾"


@dataclass(frozen=True)
class Worker:
    """One member of a town's staff (工作人员)."""

    name: str
    role: str
    unit: str
    village: str
    phone: str


def name(random: Random) -> str:
    """A person's name of two or three characters."""
    surname = random.choices(_SURNAMES, _WEIGHTS)[0]
    if random.random() < 0.12:
        return surname + random.choice(_SINGLE)
    return surname + random.choice(_FIRST) + random.choice(_SECOND)


def relative(random: Random, person: str) -> str:
    """A name of the same family."""
    while True:
        other = person[0] + random.choice(_FIRST) + random.choice(_SECOND)
        if other != person:
            return other


def firm_sign(random: Random) -> str:
    """The two-character trade name of a firm (字号)."""
    return "".join(random.sample(_FIRM_SIGNS, 2))


def phone(random: Random) -> str:
    """A mobile number from a block that is plainly made up."""
    return f"1370000{random.randrange(10000):04}"


class Names:
    """Names of which none is given twice."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._given: set[str] = set()

    def new(self) -> str:
        """A name that has not been given before."""
        while (candidate := name(self._random)) in self._given:
            pass
        self._given.add(candidate)
        return candidate
