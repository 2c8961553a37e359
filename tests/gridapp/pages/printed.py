"""What stands in a PDF file, read back from its bytes: words with their places, and the faces with their letters."""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

_OBJECT = re.compile(rb"(?s)(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj")
_STREAM = re.compile(rb"(?s)stream\n(.*)\nendstream")
_SHOWN = re.compile(rb"(?s)/F(\d+) [\d.]+ Tf|BT ([-\d.]+) ([-\d.]+) Td[^(]*?\(((?:\\.|[^\\)])*)\) Tj")
_ESCAPED = re.compile(rb"(?s)\\(.)")
_REFERENCE = r"/{} (\d+) 0 R"


@dataclass(frozen=True, slots=True)
class Shown:
    """Words where they stand, in points from the left and from below."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF file: of each page its words, of each face its letters by code and how many have no shape."""

    pages: list[list[Shown]]
    faces: list[Mapping[int, str]]
    shapeless: int
    embedded: int

    def lines(self, page: int) -> list[str]:
        """The words of a page, in the order in which they were written."""
        return [shown.text for shown in self.pages[page]]


def printed(data: bytes) -> Printed:
    """Reads a file."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(data)}
    faces = {number: _letters(objects, number) for number in _faces(objects)}
    pages = [
        _words(_stream(objects[_referred(body, "Contents")]), _named(body, objects), faces)
        for body in objects.values()
        if b"/Type /Page " in body + b" " or b"/Type /Page\n" in body
    ]
    shapes = [_shapes(objects, number) for number in faces]
    used = {letter for page in pages for shown in page for letter in shown.text if letter.strip()}
    known = {letter for found in shapes for letter in found}
    return Printed(pages, list(faces.values()), len(used - known), len(shapes))


def _faces(objects: Mapping[int, bytes]) -> list[int]:
    return [number for number, body in objects.items() if b"/Subtype /Type0" in body]


def _named(page: bytes, objects: Mapping[int, bytes]) -> Mapping[int, int]:
    resources = objects[_referred(page, "Resources")].decode("latin-1")
    return {int(name): int(number) for name, number in re.findall(r"/F(\d+) (\d+) 0 R", resources)}


def _referred(body: bytes, name: str) -> int:
    found = re.search(_REFERENCE.format(name), body.decode("latin-1"))
    assert found is not None
    return int(found[1])


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found is not None
    return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]


def _letters(objects: Mapping[int, bytes], face: int) -> Mapping[int, str]:
    """The letters of a face by the code under which it prints them."""
    told = _stream(objects[_referred(objects[face], "ToUnicode")]).decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", told)
    return {int(code, 16): bytes.fromhex(letters).decode("utf-16-be") for code, letters in pairs}


def _words(content: bytes, named: Mapping[int, int], faces: Mapping[int, Mapping[int, str]]) -> list[Shown]:
    words: list[Shown] = []
    letters: Mapping[int, str] = {}
    for found in _SHOWN.finditer(content):
        if found[1] is not None:
            letters = faces[named[int(found[1])]]
            continue
        raw = _ESCAPED.sub(lambda sign: {b"r": b"\r", b"n": b"\n"}.get(sign[1], sign[1]), found[4])
        codes = [int.from_bytes(raw[place : place + 2]) for place in range(0, len(raw), 2)]
        words.append(Shown(float(found[2]), float(found[3]), "".join(letters[code] for code in codes)))
    return words


def _shapes(objects: Mapping[int, bytes], face: int) -> set[str]:
    """The letters for which the file brings a shape along."""
    below = objects[face].decode("latin-1")
    descendant = re.search(r"/DescendantFonts \[(\d+) 0 R\]", below)
    assert descendant is not None
    described = objects[_referred(objects[int(descendant[1])], "FontDescriptor")]
    font = _stream(objects[_referred(described, "FontFile3")])
    drawn = set(_drawn(font))
    cids = _cids(_stream(objects[_referred(objects[face], "Encoding")]).decode("ascii"))
    letters = _letters(objects, face)
    return {letters[code] for code, cid in cids.items() if cid in drawn and code in letters}


def _cids(encoding: str) -> Mapping[int, int]:
    """By the code of a letter the number of its shape."""
    pairs = re.findall(r"<([0-9A-F]{4})> (\d+)\n", encoding)
    return {int(code, 16): int(cid) for code, cid in pairs}


def _drawn(font: bytes) -> Iterator[int]:
    """The numbers of the shapes of a font that have an outline."""
    from fontTools.cffLib import CFFFontSet
    from fontTools.pens.recordingPen import RecordingPen

    fonts: Any = CFFFontSet()
    fonts.decompile(BytesIO(font), None)
    shapes = fonts[0].CharStrings
    for name in shapes.keys():  # noqa: SIM118
        pen = RecordingPen()
        shapes[name].draw(pen)
        if pen.value and name.startswith("cid"):
            yield int(name.removeprefix("cid"))
