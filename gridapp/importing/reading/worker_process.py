"""The worker as seen from outside (读取进程): asked for sheets, heard within a time, and ended with the book."""

import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic

import gridapp
from gridapp.domain.problem import Refusal
from gridapp.importing.reading import sentences
from gridapp.importing.reading.messages import Said, hear, understood

SECONDS = 60.0
"""How long a worker may be waited for in all; a million rows of twenty formatted but empty cells take six."""

_BEAT = 0.1
_AHEAD = 8
_WHERE = re.compile(rb"(?:panicked at|File) \"?([^\"\n]+?\"?(?:, line |:)\d+)")
"""Only where: what else a library says of an error may be what stands in the file."""

_OUT_OF_MEMORY = b"memory allocation"
_LOG = logging.getLogger(__name__)


def _environment() -> dict[str, str]:
    """Ours, with the way to our own modules."""
    ways = [str(Path(gridapp.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(ways), "PYTHONUTF8": "1"}


class WorkerProcess:
    """A process that has opened one file."""

    def __init__(self, path: Path, waiting: Callable[[], None], seconds: float = SECONDS) -> None:
        """Starts it; `waiting` is called about ten times a second while it is waited for, and may raise."""
        self._path, self._waiting, self._seconds = path, waiting, seconds
        self._waited, self._closed = 0.0, False
        self._process = subprocess.Popen(
            # The folder that we stand in is nobody's: a module lying there must not take the place of ours.
            [sys.executable, "-P", "-m", "gridapp.importing.reading.worker", str(path.absolute())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._heard: Queue[tuple[Said, bytes] | None] = Queue(_AHEAD)
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while (message := hear(self._process.stdout)) is not None:
            self._heard.put(message)
        self._heard.put(None)

    def ask(self, sheet: str) -> None:
        """Asks for the rows of a sheet."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(sheet.encode().hex().encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise self._ended() from error

    def answer(self) -> tuple[Said, bytes]:
        """The next message; raises `Refusal` where there is none, or it says why there is none."""
        begun = monotonic()
        while True:
            try:
                message = self._heard.get(timeout=_BEAT)
                break
            except Empty:
                if self._waited + monotonic() - begun > self._seconds:
                    raise Refusal(sentences.too_slow(self._path, self._seconds)) from None
                self._waiting()
        self._waited += monotonic() - begun
        if message is None:
            # Whoever asks again hears the same.
            self._heard.put(None)
            raise self._ended()
        said, content = message
        if said is Said.REFUSED:
            raise Refusal(understood(content))
        if said is Said.FAILED:
            where, sentence = understood(content)
            _LOG.error("reading a workbook failed: %s", where)
            raise Refusal(sentence)
        return message

    def _ended(self) -> Refusal:
        """Why the process is no more, in a sentence; the log has how."""
        if self._closed:
            return Refusal(sentences.stopped(self._path))
        self._process.kill()
        status = self._process.wait()
        complaints = self._process.stderr.read() if self._process.stderr is not None else b""
        if _OUT_OF_MEMORY in complaints:
            return Refusal(sentences.too_much(self._path))
        where = [place.decode(errors="replace") for place in _WHERE.findall(complaints)]
        _LOG.warning("the reader of a workbook ended with %s %s", status, where[-1:])
        return Refusal(sentences.damaged(self._path))

    def close(self) -> None:
        """Ends the process, whatever it is doing, also while another thread waits for it."""
        self._closed = True
        self._process.kill()
        self._process.wait()
        while self._listener.is_alive():
            try:
                self._heard.get(timeout=_BEAT)
            except Empty:
                continue
        self._heard = Queue()
        self._heard.put(None)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()
