"""What areas are called in print, and how they are named in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijkprofiel.areas.namesakes import NO_NAMESAKES, Namesakes
from wijkprofiel.configuration.aliases import PrintedAs
from wijkprofiel.configuration.vocabulary import AreaTexts
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.names import is_unnamed, without_around, without_brackets, without_number
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.findings.benchmarks import Benchmark


@dataclass(frozen=True, slots=True)
class Named:
    """One area beside which another one is put.

    Attributes:
        column: what stands above a column ("rest van Coevorden").
        spoken: the same in a sentence ("de rest van Coevorden").
        whole_column, whole: the area as a whole ("gemeente Opmeer", "de gemeente Opmeer").
    """

    column: str
    spoken: str
    whole_column: str
    whole: str


@dataclass(frozen=True, slots=True)
class Names:
    """Gives areas the names by which people know them.

    The names of the figures stand, with the codes, only where somebody checks: in the account and
    in exports.

    Attributes:
        printed: what is called otherwise than in the figures.
        words: the patterns of names.
        namesakes: which names would not tell areas apart.
    """

    printed: PrintedAs
    words: AreaTexts
    namesakes: Namesakes = NO_NAMESAKES

    def of(self, area: Area) -> str:
        """The name of an area; of a wijk that has only a number the name of its gemeente."""
        if area.is_gemeenten:
            return self.gemeente_of(area)
        region = area.region
        if area.composed is not None:
            return self.words.samengesteld[area.composed].kolom.format(naam=area.name)
        return area.name if region is None or area.name != region.name else self._of(region)

    def gemeente_of(self, area: Area) -> str:
        """The names of the gemeenten that it lies in, that of most of its people first."""
        homes = [member for part in area.per_gemeente for member in part.members]
        *others, last = dict.fromkeys(map(self._gemeente, homes))
        return self.words.samen.format(namen=", ".join(others), laatste=last) if others else last

    def title(self, area: Area) -> str:
        """The name at the head of a document, told apart from others in the same gemeente."""
        name, by, words = self.of(area), self.namesakes.by, self.words.uiteengehouden
        if area.kind is AreaKind.BUURT and is_unnamed(name):
            return f"{name} {self.gemeente_of(area)}"
        if not self.namesakes.others:
            return name
        if by is None:
            return words.code.format(naam=name, code=area.code)
        pattern = words.buurt if area.kind is AreaKind.BUURT else words.wijk
        return pattern.format(naam=name, ander=self.of(by))

    def apart(self, areas: Sequence[Area]) -> list[str]:
        """Names of areas in one list: where two are the same, that of the figures or the code."""
        names = [self.of(area) for area in areas]
        often, figures = Counter(names), Counter(area.name for area in areas)
        return [
            name
            if often[name] == 1
            else self._told_apart(area, name, alone=figures[area.name] == 1)
            for name, area in zip(names, areas, strict=True)
        ]

    def _told_apart(self, area: Area, name: str, *, alone: bool) -> str:
        if alone and area.name != name:
            return area.name
        return self.words.uiteengehouden.code.format(naam=name, code=area.code)

    def beside(self, area: Area, benchmark: Benchmark, others: Iterable[Area] = ()) -> Named:
        """What is put beside an area: another one, or the rest of what it lies in.

        Args:
            others: what else is put beside it; of a wijk and a gemeente of one name, the wijk says
                that it is one.
        """
        if benchmark.area.is_gemeenten:
            return self._in_proportion(benchmark)
        name = self.of(benchmark.area)
        if benchmark.area.composed is not None:
            return self._composed(benchmark, name)
        whole = whole_column = name
        is_namesake = name == self.of(area) or (
            benchmark.area.kind is AreaKind.WIJK
            and any(name == self.of(other) for other in others if other != benchmark.area)
        )
        if is_namesake and benchmark.area.kind is not AreaKind.LAND:
            level = self.words.niveaus[benchmark.area.kind]
            whole_column = self.words.gelijknamig.format(niveau=level, naam=name)
            whole = self._with_article(whole_column)
        if benchmark.area.is_union:
            return self._union(name, whole_column, is_rest=benchmark.print_rest)
        if not benchmark.print_rest:
            return Named(whole_column, whole, whole_column, whole)
        rest = self._rest(area, benchmark.area, name, whole)
        return Named(rest, self._with_article(rest), whole_column, whole)

    def _composed(self, benchmark: Benchmark, name: str) -> Named:
        """A GGD region or province; in a sentence it is the area of a GGD, not the GGD itself."""
        spoken = self.spoken(benchmark.area)
        if not benchmark.print_rest:
            return Named(name, spoken, name, spoken)
        words, rest = self.words.samengesteld[benchmark.area.kind], self.words.rest
        column = rest.format(naam=words.rest.format(naam=benchmark.area.name))
        return Named(column, self._with_article(rest.format(naam=spoken)), name, spoken)

    def spoken(self, area: Area) -> str:
        """What an area is called in the middle of a sentence."""
        if area.composed is None:
            return self.of(area)
        return self.words.samengesteld[area.composed].zin.format(naam=area.name)

    def in_full(self, area: Area) -> str:
        """A composed area with how many gemeenten it has, and that its figures are ours."""
        return self.words.voluit.format(naam=self.of(area), aantal=len(area.members))

    def _union(self, name: str, column: str, *, is_rest: bool) -> Named:
        """A werkgebied: its name alone above a column, which is narrow."""
        whole = self.words.werkgebied.format(naam=name)
        if not is_rest:
            return Named(column, whole, column, whole)
        spoken = self._with_article(self.words.rest.format(naam=whole))
        return Named(self.words.rest.format(naam=name), spoken, column, whole)

    def _in_proportion(self, benchmark: Benchmark) -> Named:
        """Several gemeenten that one area lies in, or what is left of them."""
        name, pattern = self.of(benchmark.area), self.words.naar_verhouding
        whole = pattern.format(naam=name)
        if not benchmark.print_rest:
            return Named(whole, name, whole, name)
        rest = self.words.rest.format(naam=name)
        return Named(pattern.format(naam=rest), self._with_article(rest), whole, name)

    def _rest(self, area: Area, benchmark: Area, name: str, whole: str) -> str:
        others = self.words.andere.get(area.kind)
        if whole != name and others is not None and benchmark.kind is AreaKind.GEMEENTE:
            return others.format(naam=name)
        return self.words.rest.format(naam=whole)

    def _with_article(self, name: str) -> str:
        return self.words.met_lidwoord.format(naam=name)

    def _of(self, region: Region) -> str:
        if region.level is RegionLevel.GEMEENTE:
            return self._gemeente(region)
        alias = self.printed.wijken.get(region.name)
        if alias is not None and alias.gemeente == region.gemeente_name:
            return alias.naam
        if region.level is RegionLevel.WIJK and not without_number(region.name):
            return self._gemeente(region)
        return self._readable(without_number(region.name), region.code)

    def _gemeente(self, region: Region) -> str:
        name = region.gemeente_name
        return self.printed.gemeenten.get(name) or self._readable(name, region.gemeente_code or "")

    def _readable(self, name: str, code: str) -> str:
        """Without what stands in brackets, unless that tells it from another; "e.o." in full."""
        if code not in self.namesakes.brackets:
            name = without_brackets(name)
        around = without_around(name)
        return name if around is None else self.words.omgeving.format(naam=around)
