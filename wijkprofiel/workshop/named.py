"""What is meant by a name that somebody gives: a format, a document, an indicator, a level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.crosscheck import unknown
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.documents.booklet.maker import BOOKLET
from wijkprofiel.documents.comparison.maker import VERGELIJKING
from wijkprofiel.documents.document import Document
from wijkprofiel.domain.area import AreaKind
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.render.formats import OutputFormat
from wijkprofiel.words.formatting import capitalised

OF_AN_EDITION = "het boekje hoort bij een editie en niet bij een gebied"
MAKE_THE_BOOKLET = (
    "Leg het erbij met `wijkprofiel build … --booklet`, of maak het apart met"
    " `wijkprofiel booklet`."
)


def formats_named(names: Iterable[str]) -> list[OutputFormat]:
    """The formats of these names, each once.

    Raises:
        UsageError: for a format that we do not make, or none at all.
    """
    known = {kind.value: kind for kind in OutputFormat}
    asked = [name.strip().lower() for name in names]
    wanted = [name for name in asked if name]
    unfit = [name for name in wanted if name not in known]
    if unfit or not wanted:
        raise UsageError(
            f"Het formaat '{', '.join(unfit) or ','.join(asked)}' kennen we niet.",
            remedy=f"Kies uit: {', '.join(known)}, bijvoorbeeld --format html,pdf.",
        )
    return [known[name] for name in dict.fromkeys(wanted)]


def documents_named(names: Sequence[str], known: Mapping[str, Document]) -> tuple[Document, ...]:
    """The documents of these names, each once.

    Raises:
        UsageError: for a document that there is not, is about no area, or none at all.
    """
    wanted = [name.strip() for name in names if name.strip()]
    if VERGELIJKING.name in wanted:
        raise UsageError(
            "Een vergelijking gaat over meer gebieden samen, en wordt apart gemaakt.",
            remedy="Gebruik `wijkprofiel compare GEBIED GEBIED`.",
        )
    if BOOKLET.name in wanted:
        raise UsageError(f"{capitalised(OF_AN_EDITION)}.", remedy=MAKE_THE_BOOKLET)
    unfit = [name for name in wanted if name not in known]
    if unfit or not wanted:
        raise UsageError(
            f"Het document '{', '.join(unfit) or ','.join(names)}' is er niet.",
            remedy=f"Kies uit: {', '.join(known)}.",
        )
    return tuple(known[name] for name in dict.fromkeys(wanted))


def indicator_named(catalogue: Catalogue, name: str) -> IndicatorDefinition:
    """The indicator of this name.

    Raises:
        UsageError: if there is none; the nearest names are in the message.
    """
    if name in catalogue.elsewhere:
        tables = ", ".join(catalogue.elsewhere[name].alleen_tabellen)
        raise UsageError(
            f"Deze editie heeft het cijfer '{name}' niet: het komt alleen uit {tables}.",
            remedy="Kies met --edition een editie met die tabel; zie `wijkprofiel data status`.",
        )
    if name not in catalogue.indicators:
        raise UsageError(
            capitalised(unknown("indicator", name, catalogue.indicators)),
            remedy="Zie `wijkprofiel indicators list`.",
        )
    return catalogue.indicators[name]


def kind_named(name: str) -> AreaKind:
    """The kind of areas of this name: a level, or werkgebieden.

    Raises:
        UsageError: if there is none.
    """
    if name not in tuple(AreaKind):
        raise UsageError(
            f"Het niveau '{name}' is er niet.", remedy=f"Kies uit: {', '.join(AreaKind)}."
        )
    return AreaKind(name)


def age_named(definition: IndicatorDefinition, name: str | None) -> AgeGroup:
    """The age group of this name that an indicator is of; without a name, its first.

    Raises:
        UsageError: if the indicator is not of that age group.
    """
    if name is None:
        return definition.leeftijden[0]
    if name not in definition.leeftijden:
        raise UsageError(
            f"De indicator {definition.id} is er niet voor leeftijd '{name}'.",
            remedy=f"Kies uit: {', '.join(definition.leeftijden)}.",
        )
    return AgeGroup(name)
