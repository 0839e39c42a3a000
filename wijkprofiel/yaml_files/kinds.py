"""Which kind of file this is, so that one in the wrong place is named and not taken to pieces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijkprofiel.domain.errors import Problem

DEFAULTS = "standaard"
"""Key of a file of records that holds what is the same for all its records."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of configuration file.

    Attributes:
        name: what people call it.
        place: where it belongs.
        keys: keys of which every such file has most; those of each record where `records`.
    """

    name: str
    place: str
    keys: frozenset[str]
    records: bool = False

    def fit(self, data: Mapping[str, object]) -> float:
        """The share of these keys that a file has, from 0 to 1."""
        if not self.records:
            return len(self.keys & data.keys()) / len(self.keys)
        records = [each for name, each in data.items() if name != DEFAULTS]
        shared = data.get(DEFAULTS)
        common = shared.keys() if isinstance(shared, dict) else set[str]()
        found = [
            len(self.keys & (each.keys() | common)) for each in records if isinstance(each, dict)
        ]
        if not found or len(found) < len(records):
            return 0.0
        return sum(found) / len(self.keys) / len(found)


def _keys(text: str) -> frozenset[str]:
    return frozenset(text.split())


KINDS = {
    "profielen": FileKind("een profielbestand", "de map profielen", _keys("gebied")),
    "documenten": FileKind("een document", "de map documenten", _keys("inhoud sjabloon")),
    "edities": FileKind(
        "een editie", "de map edities", _keys("indeling kerntabel tabellen volgorde")
    ),
    "import": FileKind("een recept", "de map import", _keys("bron gegevens regio dimensies")),
    "themas": FileKind("een indeling in thema's", "de map themas", _keys("naam uitleg themas")),
    "indicatoren": FileKind(
        "een bestand met indicatoren",
        "de map indicatoren",
        _keys("naam korte_naam definitie richting"),
        records=True,
    ),
    "gebieden": FileKind(
        "een bestand met werkgebieden", "de map gebieden", _keys("gemeente delen bron"), True
    ),
    "regios": FileKind(
        "een bestand met GGD-regio's of provincies",
        "de map regios",
        _keys("soort code gemeenten bron"),
        records=True,
    ),
    "verhalen": FileKind(
        "een bestand met verhalen", "verhalen.yaml", _keys("nummer naam vragen"), records=True
    ),
    "opmerkingen": FileKind(
        "een bestand met opmerkingen", "opmerkingen.yaml", _keys("tabellen perioden tekst"), True
    ),
    "oordeel": FileKind(
        "het bestand met de grenzen van een oordeel",
        "oordeel.yaml",
        _keys("grootte mensen rest positie"),
    ),
    "aliassen": FileKind(
        "het bestand met andere namen", "aliassen.yaml", _keys("gemeenten wijken")
    ),
    "hernoemd": FileKind(
        "het bestand met nieuwe namen van gebieden", "hernoemd.yaml", _keys("hernoemd")
    ),
    "herindelingen": FileKind(
        "het bestand met herindelingen",
        "herindelingen.yaml",
        _keys("bron herindelingen nieuwe_codes"),
    ),
    "wie_wonen_hier": FileKind(
        "het bestand met kenmerken van bewoners",
        "wie_wonen_hier.yaml",
        _keys("minstens_wijken jongeren kenmerken"),
    ),
    "teksten": FileKind(
        "het bestand met teksten", "teksten/nl.yaml", _keys("oordeel kanten redenen zinnen")
    ),
    "bronnen": FileKind(
        "het bestand met diensten", "bronnen.yaml", _keys("verbinding diensten reeksen tabellen")
    ),
}
_SURE, _HARDLY = 0.75, 0.5
"""From which share of its keys a file is one of a kind, and to which it can be nothing else."""


def misplaced(file: str, data: Mapping[str, object], expected: str) -> Problem | None:
    """The one mistake of a file that is of another kind than its place asks for."""
    fits = {name: kind.fit(data) for name, kind in KINDS.items()}
    if expected not in fits:
        return None
    best = max(fits, key=lambda name: (fits[name], name == expected))
    if best == expected or fits[best] < _SURE or fits[expected] > _HARDLY:
        return None
    meant = KINDS[best]
    message = f"dit is {meant.name} en hoort niet hier; {_advice(best, meant)}"
    return Problem(file, None, "", message)


def _advice(best: str, meant: FileKind) -> str:
    if best == "profielen":
        return "een profielbestand geeft u zelf op: `wijkprofiel build BESTAND`"
    return f"zet het in uw eigen configuratiemap bij {meant.place}"
