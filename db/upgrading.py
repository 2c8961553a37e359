"""What the cases of an older office need besides new tables (升级数据): to stand, to count, to be found as today."""

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from db.dialect import insert_or_replace
from db.posting import Wanted, post
from db.records import all_cases
from db.search_index import index_anew
from db.standing import UPGRADE, standing_today
from db.tables.registers import SETTING
from db.terms import Terms
from db.writer import SqlWriter
from gridapp.counting.rules import postings_of
from gridapp.domain.actor import Actor
from gridapp.ports import Correction, Save

RULES = "0016"
"""The revision with which the rules of counting, the states of a course, or what cases are found by last changed."""

_SETTING = "counted_by"
_PROGRAM = Actor("系统", "升级程序")
_WHY = "按现在的办理规则归入状态"


def follows_the_rules(connection: Connection) -> bool:
    """Whether every case stands, counts and is found by the rules of this program."""
    kept = select(SETTING.c.value).where(SETTING.c.name == _SETTING)
    return connection.execute(kept).scalar_one_or_none() == RULES


def follow_the_rules(connection: Connection) -> None:
    """Indexes every case anew, brings it to where it stands today, and posts the difference of what it counts for."""
    index_anew(connection)
    now = datetime.now(UTC)
    writer = SqlWriter(connection, Terms(), Correction(_PROGRAM.name, _WHY))
    for found in all_cases(connection):
        cases = [standing_today(case) for case in found.values()]
        moved = [Save(found[case.id], case, UPGRADE, _WHY) for case in cases if case != found[case.id]]
        writer.save(moved, _PROGRAM, now)
        wanted = [Wanted(case.id, is_new=False, postings=postings_of(case)) for case in cases]
        post(connection, writer.terms, wanted, now, lambda _, __: True)
    connection.execute(insert_or_replace(connection, SETTING), {"name": _SETTING, "value": RULES})
