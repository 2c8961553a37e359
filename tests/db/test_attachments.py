"""Contents of attachments: kept once, verified when read, dropped only when nothing names them."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from db.engine import engine_for, url_of
from gridapp.cases.attach import NewFile, attach, detach
from gridapp.domain.attachment import LARGEST
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import Draft, Office
from tests.offices import ACTOR, NOW, at, recorded

PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def damage(location: str, digest: str, statement: str) -> None:
    engine = engine_for(url_of(location))
    try:
        with engine.begin() as connection:
            connection.execute(text(statement), {"digest": digest, "data": b"other"})
    finally:
        engine.dispose()


def test_a_content_comes_back_as_it_was_under_its_sha_256(office: Office) -> None:
    digest = office.attachments.put(PHOTO)
    assert digest == hashlib.sha256(PHOTO).hexdigest()
    assert office.attachments.get(digest) == PHOTO


def test_the_same_content_is_kept_once(office: Office, location: str) -> None:
    digests = {office.attachments.put(PHOTO) for _ in range(3)}
    assert office.attachments.sizes([*digests, "0" * 64]) == {digests.pop(): len(PHOTO)}
    engine = engine_for(url_of(location))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM attachment_content")).scalar_one() == 1
    engine.dispose()


def test_the_largest_content_is_kept_whole(office: Office) -> None:
    largest = b"a" * LARGEST
    assert office.attachments.get(office.attachments.put(largest)) == largest


@pytest.mark.parametrize(("data", "sentence"), [(b"", "是空的"), (b"a" * (LARGEST + 1), "不能超过 50 MB")])
def test_an_empty_or_too_large_content_is_refused(office: Office, data: bytes, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        office.attachments.put(data)


def test_a_content_that_is_not_there_is_refused_in_words(office: Office) -> None:
    with pytest.raises(Refusal, match="内容不在数据库里"):
        office.attachments.get("0" * 64)


def test_a_content_that_was_tampered_with_is_refused_in_words(office: Office, location: str) -> None:
    digest = office.attachments.put(PHOTO)
    damage(location, digest, "UPDATE attachment_content SET data = :data WHERE sha256 = :digest")
    with pytest.raises(Refusal, match="内容已损坏"):
        office.attachments.get(digest)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attachment_content SET data = :data WHERE sha256 = :digest",
        "DELETE FROM attachment_content WHERE sha256 = :digest",
    ],
)
def test_the_check_finds_what_is_missing_or_damaged(office: Office, location: str, statement: str) -> None:
    event = recorded(office)
    attach(office.cases, office.attachments, event.id, 1, [NewFile("演示照片.png", PHOTO)], ACTOR, NOW)
    assert office.checks.attachments().ok
    damage(location, hashlib.sha256(PHOTO).hexdigest(), statement)
    result = office.checks.attachments()
    assert (result.ok, result.detail) == (False, "演示照片.png 的内容缺失或已损坏")


def test_only_what_nothing_names_is_unused(office: Office) -> None:
    event = recorded(office)
    files = [NewFile("留下.txt", b"kept"), NewFile("移除.txt", b"off")]
    case = attach(office.cases, office.attachments, event.id, 1, files, ACTOR, NOW)
    detach(office.cases, case.id, case.version, "移除.txt", "传错了", ACTOR, NOW)
    drafted, lost = office.attachments.put(b"drafted"), office.attachments.put(b"lost")
    draft = Draft(
        id=case_id_at(at(2018, 1, 1)),
        person=ACTOR.name,
        workstation=ACTOR.workstation,
        kind=Kind.EVENT,
        content={"attachments": [{"sha256": drafted}]},
        saved_at=at(2018, 1, 1),
    )
    office.drafts.put(draft)
    soon = office.cases.now() + timedelta(minutes=1)
    assert office.attachments.unused(soon) == [lost]
    office.drafts.put(replace(draft, content={}))
    assert office.attachments.drop_unused(soon) == 2
    with pytest.raises(Refusal, match="内容不在数据库里"):
        office.attachments.get(lost)
    assert office.attachments.get(hashlib.sha256(b"off").hexdigest()) == b"off"


def test_what_was_handed_in_just_now_is_not_yet_unused(office: Office) -> None:
    office.attachments.put(PHOTO)
    assert office.attachments.unused(office.cases.now() - timedelta(minutes=1)) == []
    assert office.attachments.drop_unused(office.cases.now() - timedelta(minutes=1)) == 0
