"""What a document is made with, for who wants to check it or make it again."""

from __future__ import annotations

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.imprint import Imprint, short
from wijkprofiel.words.formatting import Notation


def made_with(texts: Texts, edition: EditionInfo, imprint: Imprint, *, brief: bool = False) -> str:
    """Version, edition and configuration, and what of it is not ours.

    Args:
        brief: for a page with little room: only what somebody needs to tell two documents apart.
    """
    said = texts.colofon
    parts = [said.delen[part] for part in imprint.own]
    own = said.eigen.format(delen=Notation.of(texts).enumeration(parts)) if parts else ""
    pattern = said.kort if brief else said.gemaakt
    return pattern.format(
        versie=imprint.version,
        editie=edition.id,
        titel=edition.title,
        cijfers=short(edition.content),
        instellingen=imprint.short_configuration,
        herkomst=own if own or brief else said.ons,
    ).strip()


def in_figures(texts: Texts, area: Area) -> str:
    """The names and codes under which an area stands in the figures."""
    said = texts.colofon
    if area.composed is not None:
        return said.samengesteld.format(naam=area.name, code=area.code, indeling=area.division)
    names = [said.een_gebied.format(naam=each.name, code=each.code) for each in area.members]
    return said.gebied.format(
        gebieden=Notation.of(texts).enumeration(names), indeling=area.division
    )


def made_again(texts: Texts, imprint: Imprint) -> str | None:
    """The command that makes the document again, if there is one."""
    if imprint.command is None:
        return None
    return texts.colofon.opnieuw.format(opdracht=imprint.command)
