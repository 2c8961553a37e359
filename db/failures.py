"""Known failures of a database, each as one plain sentence; anything else is a bug and passes through."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from gridapp.domain.problem import ClosedMonth, Refusal

_TWICE = "他人刚刚保存了同样编号的案件，这次没有保存任何内容；请刷新后重试。"
_CLOSED = "closed month"
_SENTENCES = (
    ("readonly database", "数据库文件是只读的，不能保存；请检查文件的只读属性和所在文件夹的权限。"),
    ("database or disk is full", "磁盘已满，没有保存任何内容；请清理磁盘空间后重试。"),
    ("disk I/O error", "磁盘读写失败，没有保存任何内容；请检查磁盘空间和磁盘是否损坏。"),
    ("No space left", "数据库服务器的磁盘已满，没有保存任何内容；请联系管理员。"),
    ("file is not a database", "这个文件不是本软件的数据库，请换一个文件；原文件没有改动。"),
    ("malformed", "数据库文件已损坏，请从最近的备份恢复；原文件没有改动。"),
    ("database is locked", "数据库正被其他程序占用，请稍后重试。"),
    ("unable to open database file", "打不开数据库文件，请检查路径是否存在、是否有权限。"),
    ("append-only", "历史分录和修改记录只能追加，不能改动或删除。"),
    ("uq_case_head_town_kind_number", _TWICE),
    ("case_head.town, case_head.kind, case_head.number", _TWICE),
    ("deadlock detected", "与他人的保存相撞，没有保存任何内容；请重试。"),
    ("connection failed", "连不上数据库服务器，请检查网络和地址后重试。"),
    ("connection refused", "连不上数据库服务器，请检查网络和地址后重试。"),
    ("server closed the connection", "与数据库服务器的连接中断，没有保存任何内容；请重试。"),
)


@contextmanager
def known_failures() -> Iterator[None]:
    """Turns the failures that an office may meet into a `Refusal`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        words = str(error.orig if isinstance(error, DBAPIError) else error)
        if _CLOSED in words:
            raise ClosedMonth("这个月刚刚关账，没有保存任何内容；请刷新后重试。") from error
        for mark, sentence in _SENTENCES:
            if mark in words:
                raise Refusal(sentence) from error
        raise
