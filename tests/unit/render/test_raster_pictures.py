from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from tests.support.pixels import chunk, jpeg, png
from wijkprofiel.domain.errors import OutputError
from wijkprofiel.render.raster_pictures import jpeg_size, png_size
from wijkprofiel.render.style import read_logo


def test_the_size_stands_in_the_file() -> None:
    assert png_size(png(3, 5)) == (3, 5)
    assert jpeg_size(jpeg(3, 5)) == (3, 5)


@pytest.mark.parametrize("cut", [9, 30, 50, -4, -1])
def test_a_png_that_is_not_whole_has_none(cut: int) -> None:
    assert png_size(png(3, 5)[:cut]) is None


def test_a_png_with_other_pixels_than_it_says_has_none() -> None:
    content = bytearray(png(3, 5))
    content[content.index(b"IDAT") + 6] ^= 1
    assert png_size(bytes(content)) is None


def test_an_end_within_another_piece_is_no_end() -> None:
    inside = chunk(b"tEXt", chunk(b"IEND", b""))
    content = png(3, 5).replace(chunk(b"IEND", b""), inside)
    assert png_size(content) is None
    assert png_size(png(3, 5).replace(chunk(b"IEND", b""), inside + chunk(b"IEND", b""))) == (3, 5)


@pytest.mark.parametrize("cut", [3, 12, -2])
def test_a_jpeg_that_is_not_whole_has_none(cut: int) -> None:
    assert jpeg_size(jpeg(3, 5)[:cut]) is None


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("l.png", png(30_000, 30_000), "is 30000 bij 30000 punten groot; bewaar het kleiner"),
        ("l.jpg", jpeg(60_000, 60_000), "is 60000 bij 60000 punten groot; bewaar het kleiner"),
        ("l.png", png(0, 0), "is beschadigd"),
        ("l.jpg", png(3, 5), "is van binnen geen jpg-bestand"),
        ("l.svg", "<svg/>".encode("utf-16"), "is van binnen geen svg-bestand"),
        ("l.svg", zlib.compress(b"<svg/>"), "is van binnen geen svg-bestand"),
    ],
)
def test_a_logo_is_what_it_holds(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(OutputError, match=said):
        read_logo(tmp_path / name, "x", [tmp_path])


def test_a_logo_lies_by_the_profile_or_in_the_configuration(tmp_path: Path) -> None:
    profiles, logos, elsewhere = (tmp_path / name for name in ("profielen", "logos", "elders"))
    for folder in (profiles, logos, elsewhere):
        folder.mkdir()
        (folder / "l.png").write_bytes(png(3, 5))
    (profiles / "link.png").symlink_to(elsewhere / "l.png")
    assert read_logo(profiles / "l.png", "x", [profiles]).url.startswith("data:image/png;base64,")
    assert read_logo(profiles / "../logos/l.png", "x", [profiles, logos]).alt == "x"
    for name in ("../elders/l.png", "link.png", str(elsewhere / "l.png")):
        with pytest.raises(OutputError, match="ligt buiten de map van het profielbestand"):
            read_logo(profiles / name, "x", [profiles, logos])


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("https://elders/l.png", "bestaat niet"),
        ("a" * 5000 + ".png", "de naam is te lang"),
        ("rond.png", "een verwijzing wijst naar zichzelf"),
        ("l.png/l.png", "een deel van het pad is geen map"),
    ],
)
def test_a_name_that_leads_nowhere_is_told(name: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "l.png").write_bytes(png(3, 5))
    (tmp_path / "rond.png").symlink_to("rond.png")
    with pytest.raises(OutputError, match=f"is niet te lezen .{why}.") as caught:
        read_logo(tmp_path / name, "x", [tmp_path])
    assert caught.value.exit_code == 17
