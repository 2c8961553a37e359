"""Synthetic people (模拟人员): names, and citizen numbers that are well formed and nobody's."""

from random import Random

from gridapp.domain.paper import check_digit

_SURNAMES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦"
_GIVEN = "秀英建国丽华志强玉兰文军海燕永福"


def sample_name(rng: Random) -> str:
    """A surname and two more characters."""
    return rng.choice(_SURNAMES) + rng.choice(_GIVEN) + rng.choice(_GIVEN)


def sample_phone(rng: Random) -> str:
    """A mobile number out of a block that is plainly made up."""
    return f"1380000{rng.randrange(10_000):04}"


def sample_citizen_number(rng: Random) -> str:
    """A number with the right check character, of somebody who would have been born in 1900 in no county."""
    digits = f"9900001900{rng.randint(1, 12):02}{rng.randint(1, 28):02}{rng.randint(1, 999):03}"
    return digits + check_digit(digits)
