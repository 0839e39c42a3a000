"""A werkgebied in words: what it consists of, and what its figures rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, repeat

from wijkprofiel.configuration.limits import UnionLimits
from wijkprofiel.configuration.texts import Texts, UnionTexts
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.roles import Role
from wijkprofiel.findings.joined import Joined
from wijkprofiel.findings.points import HALF
from wijkprofiel.findings.ranges import PartRange
from wijkprofiel.findings.union_about import UnionAbout, UnionMember
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.methods.rounding import toward_zero
from wijkprofiel.words.formatting import MISSING, Notation, uncapitalised
from wijkprofiel.words.names import Names
from wijkprofiel.words.voice import Voice

MOST_MEMBERS = 6
"""Members that are named at the head of a document; of more only how many there are."""
_MOST_FIGURES, _EXAMPLES = 3, 2
_ONE_PERCENT = 0.01


def members_in_short(names: Names, area: Area, texts: Texts) -> str:
    """The names of the members, or how many there are; in several gemeenten with theirs."""
    notation, homes = Notation.of(texts), area.per_gemeente
    if len(area.members) > MOST_MEMBERS:
        return f"{notation.number(len(area.members))} {texts.buurten.delen.word(area.kind)}"
    if len(homes) == 1:
        return notation.enumeration(names.apart(area.parts))
    parts = [part for home in homes for part in home.parts]
    return notation.enumeration(
        [
            texts.omslag.deel_in_gemeente.format(naam=name, gemeente=names.gemeente_of(part))
            for part, name in zip(parts, names.apart(parts), strict=True)
        ]
    )


@dataclass(frozen=True, slots=True)
class UnionWords:
    """Says of one union what it is.

    Attributes:
        names: gives its members their printed names.
        called: what it is called itself.
        about: its members, and where it stands that they belong together.
        apart: per indicator how far its members lie apart, where that has to be told.
    """

    voice: Voice
    names: Names
    limits: UnionLimits
    area: Area
    called: str
    about: UnionAbout
    apart: Mapping[str, PartRange]

    @property
    def _texts(self) -> UnionTexts:
        return self.voice.texts.verantwoording.werkgebied

    @property
    def _notation(self) -> Notation:
        return Notation.of(self.voice.texts)

    @property
    def _member_names(self) -> dict[str, str]:
        parts = self.area.parts
        return dict(zip((part.code for part in parts), self.names.apart(parts), strict=True))

    def paragraphs(self) -> Iterator[tuple[str, str]]:
        """What it consists of, who says so, and how its figures were made."""
        yield self._texts.kop, self.what_it_is()
        yield self._how()

    def paragraph_beside(self) -> tuple[str, str]:
        """The same in short of one that another area is compared with."""
        names = self._notation.enumeration(list(self._member_names.values()))
        division = self.area.division
        told = {"gebied": self.called, "delen": names, "indeling": division}
        said = [self._texts.vergeleken_tekst.format(**told)]
        if self.about.source is not None:
            said.append(self._texts.bron.format(bron=self.about.source))
        parts = self._notation.number(len(self.area.members))
        said.append(self._texts.vergeleken_hoe.format(aantal=parts))
        return self._texts.vergeleken_kop, " ".join(said)

    def _how(self) -> tuple[str, str]:
        uncovered = 100 * (1 - self.limits.dekking.cijfer)
        how = self._texts.hoe.format(
            aantal=self._notation.number(len(self.area.members)),
            onbekend=self._notation.number(uncovered),
        )
        return self._texts.hoe_kop, how

    def what_it_is(self) -> str:
        """What it consists of, and who says so."""
        return " ".join(self._what_it_is())

    def _what_it_is(self) -> Iterator[str]:
        patterns = chain([self._texts.deel_eerst], repeat(self._texts.deel))
        told = [self._member(*each) for each in zip(self.about.members, patterns, strict=False)]
        parts = self._notation.enumeration(told)
        division = self.area.division
        yield self._texts.tekst.format(gebied=self.called, delen=parts, indeling=division)
        if away := [each.code for each in self.about.members if each.at_home < 1]:
            yield self._texts.thuis.format(delen=self._listed(away))
        if self.about.source is not None:
            yield self._texts.bron.format(bron=self.about.source)
        elif self.about.decided_by is None:
            yield self._texts.gekozen
        if self.about.decided_by is not None:
            yield self._texts.vastgesteld.format(wie=self.about.decided_by)
        if self.about.since is not None:
            yield self._texts.sinds.format(sinds=self.about.since)
        if self.about.doubt is not None:
            yield self._texts.onzeker.format(onzeker=self.about.doubt)

    def _member(self, member: UnionMember, pattern: str) -> str:
        people, share = member.inhabitants, member.share
        return pattern.format(
            naam=self._member_names[member.code],
            code=member.code,
            inwoners=MISSING if people is None else self._notation.number(people),
            aandeel=self._texts.onbekend if share is None else self._share(share),
        )

    def _share(self, share: float) -> str:
        """A share in whole percents; a little is not nothing."""
        if share < _ONE_PERCENT / 2:
            return self._texts.minder
        return self._texts.aandeel.format(getal=self._notation.number(100 * share))

    def left_out(self, values: Iterable[IndicatorValue], *, in_print: bool) -> Iterator[str]:
        """Members that do not count in figures that there are."""
        found: dict[tuple[str, ...], list[str]] = {}
        for value in values:
            joined = value.joined
            shown = value.observation.value is not None and value.age is not AgeGroup.WORKING_AGE
            if shown and joined is not None and joined.lacking:
                name = self.voice.indicators[value.indicator].korte_naam
                named = found.setdefault(joined.lacking, [])
                if name not in named:
                    named.append(name)
        for lacking, figures in found.items():
            yield self._without(lacking, figures, in_print=in_print)

    def _without(self, lacking: tuple[str, ...], figures: list[str], *, in_print: bool) -> str:
        parts = self._listed(lacking)
        if len(figures) <= _MOST_FIGURES:
            names = self._notation.enumeration([uncapitalised(name) for name in figures])
            return self._texts.zonder_een.format(delen=parts, namen=names)
        pattern = self._texts.zonder_kort if in_print else self._texts.zonder
        return pattern.format(
            delen=parts,
            aantal=self._notation.number(len(figures)),
            namen=self._notation.enumeration([uncapitalised(n) for n in figures[:_EXAMPLES]]),
        )

    def _listed(self, codes: Iterable[str]) -> str:
        return self._notation.enumeration([self._member_names[code] for code in codes])

    def doubtful(self, values: Iterable[IndicatorValue]) -> Iterator[str]:
        """Figures whose weights do not give back what is published."""
        names = dict.fromkeys(
            uncapitalised(self.voice.indicators[value.indicator].korte_naam)
            for value in values
            if value.observation.value is not None and self._is_doubtful(value)
        )
        if names:
            few = len(names) <= _MOST_FIGURES
            pattern = self._texts.weging if few else self._texts.weging_veel
            yield pattern.format(
                aantal=self._notation.number(len(names)),
                namen=self._notation.enumeration(list(names)[: None if few else _EXAMPLES]),
            )

    def _is_doubtful(self, value: IndicatorValue) -> bool:
        deviation = None if value.joined is None else value.joined.deviation
        return (deviation or 0.0) > self.limits.kanarie.voorbehoud

    def remarks(self, value: IndicatorValue) -> Iterator[str]:
        """What has to stand beside a figure, for what it rests on."""
        joined, texts = value.joined, self._texts
        if joined is None or value.observation.value is None:
            return
        if said := self.remark(joined, approximate=value.observation.approximate):
            yield said
        if self._is_doubtful(value):
            yield texts.rij_weging
        country = value.by_role(Role.COUNTRY)
        named = country is not None and country.verdict.side is not None
        if named and joined.agreeing is not None and joined.agreeing < HALF:
            yield texts.rij_niet_overal
        found = self.apart.get(value.indicator)
        if found is not None and value.age is AgeGroup.ADULTS:
            decimals = self.voice.indicators[value.indicator].decimalen
            low, high = (self._notation.number(n, decimals) for n in (found.low, found.high))
            yield texts.rij_uiteen.format(min=low, max=high)

    def remark(self, joined: Joined, *, approximate: bool) -> str | None:
        """What has to stand beside a figure of which not all members have one."""
        limits = self.limits.dekking
        if (joined.covered >= limits.stil and not approximate) or not joined.lacking:
            return None
        if joined.covered >= limits.zonder:
            return self._texts.rij_zonder.format(delen=self._listed(joined.lacking))
        covered = toward_zero(100 * joined.covered, 0)
        return self._texts.rij_deels.format(aantal=self._notation.number(covered))
