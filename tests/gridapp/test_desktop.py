"""Whether there is a desktop is asked before Qt would abort on finding none."""

import socket
import sys

import pytest

from gridapp.desktop import has_desktop

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named so on Linux alone")

_UNUSED = 9817


def test_without_a_display_there_is_no_desktop() -> None:
    assert not has_desktop({})


def test_a_display_that_nobody_answers_is_no_desktop() -> None:
    assert not has_desktop({"DISPLAY": f":{_UNUSED}"})


def test_a_display_that_makes_no_sense_is_no_desktop() -> None:
    assert not has_desktop({"DISPLAY": "nonsense"})


def test_a_display_that_answers_is_a_desktop() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(f"\0/tmp/.X11-unix/X{_UNUSED}")
        server.listen()
        assert has_desktop({"DISPLAY": f":{_UNUSED}.0"})


def test_drawing_offscreen_is_no_desktop_whatever_the_display() -> None:
    assert not has_desktop({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "offscreen"})
