"""Put the profile of one region together: look up, judge, word, order. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from wijkprofiel import __version__
from wijkprofiel.areas.parts import people_of
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.profile.account import AccountMaker
from wijkprofiel.documents.profile.buurten import BuurtenMaker
from wijkprofiel.documents.profile.cover import CoverMaker
from wijkprofiel.documents.profile.figures import figure_records
from wijkprofiel.documents.profile.glance import GlanceMaker
from wijkprofiel.documents.profile.model import FORMAT, Profile
from wijkprofiel.documents.profile.pages import Account, Buurten, Cover, Glance, KeyFigures
from wijkprofiel.documents.profile.residents import ResidentsMaker
from wijkprofiel.documents.profile.themes import ThemeMaker
from wijkprofiel.documents.profile.trend_tables import TrendTableMaker
from wijkprofiel.documents.profile.unsaid import unsaid
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Direction
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.age_check import AgeCheck
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.points import PointChooser, mean_strength
from wijkprofiel.findings.scope import Choice
from wijkprofiel.findings.trends import Trend, TrendMaker
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import Benchmark, Valuer, benchmarks_for
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.profile.remarks import RoundRemarks, lacking_in_copies, shown_rounds
from wijkprofiel.words.cells import Column
from wijkprofiel.words.formatting import number
from wijkprofiel.words.rows import RowMaker
from wijkprofiel.words.sentences import Sentences
from wijkprofiel.words.wording import Wording

USUAL = Wishes()
"""A profile without a file of its own."""


class ProfileBuilder:
    """Builds profiles of one edition with one catalogue."""

    def __init__(self, edition: Edition, catalogue: Catalogue) -> None:
        self.book = FigureBook(edition, lacking_in_copies(catalogue.remarks.values()))
        self.catalogue = catalogue

    def build(self, region: Region, wishes: Wishes = USUAL) -> Profile:
        """The complete profile of one region."""
        return _Assembly(self.book, self.catalogue, region, wishes).profile()


class _Assembly:
    """The parts of one profile, each made once and used by those after it."""

    def __init__(
        self, book: FigureBook, catalogue: Catalogue, region: Region, wishes: Wishes
    ) -> None:
        self.book = book
        self.catalogue = catalogue
        self.region = region
        self.wishes = wishes
        self.choice = Choice(catalogue, wishes)
        self.around = Surroundings.of(book.edition, region)
        self.area = book.area(region)
        drawn = self.area.map
        self.origins = self.choice.origins(book.edition, None if drawn is None else drawn.year)
        changes = self.area.boundary_changes(region.code)
        self.boundary_changes = {key: changes[key] for key in changes if key in self.origins}

    def profile(self) -> Profile:
        """Everything together."""
        texts = self.texts
        this_area = texts.gebieden.dit[self.region.level]
        return Profile(
            format=FORMAT,
            region=self.region,
            gemeente=self.around.gemeente,
            edition=self.book.edition.info,
            origins=self.origins,
            this_area=this_area,
            columns=self.columns,
            cover=self._cover(),
            notice=self._notice(),
            glance=self.glance,
            key_figures=self.residents,
            themes=self._theme_maker().sections(self.choice.theme_set, self.choice.definitions),
            buurten=self._buurten(),
            unsaid=unsaid(texts.niet_gezegd, self.values, self.region.division, this_area),
            account=self._account(),
            figures=figure_records(
                self.values, [*self.trends.values(), *self.working_age], self.wording
            ),
            notes=(notice,) if (notice := self._notice()) else (),
            warnings=tuple(self._warnings()),
        )

    @property
    def texts(self) -> Texts:
        """The words of the document."""
        return self.catalogue.texts

    @cached_property
    def benchmarks(self) -> tuple[Benchmark, ...]:
        """What the region is compared with."""
        areas = self.wishes.benchmarks or self.around.benchmarks()
        return benchmarks_for(self.region, areas, self.catalogue.limits)

    @cached_property
    def wording(self) -> Wording:
        """Words for this region and its benchmarks."""
        rest = self.texts.gebieden.rest
        return Wording(
            self.texts,
            self.region.name,
            {
                item.key: rest.format(naam=item.region.name)
                if item.print_rest
                else item.region.name
                for item in self.benchmarks
            },
            {item.key: item.region.name for item in self.benchmarks},
            RoundRemarks(tuple(self.catalogue.remarks.values())),
        )

    @cached_property
    def values(self) -> Values:
        """Every indicator for every age group, judged."""
        valuer = Valuer(self.book, self.catalogue.limits, self.region, self.benchmarks)
        return Values(
            {
                (definition.id, age): valuer.value(definition, age)
                for definition in self.choice.definitions
                for age in definition.leeftijden
            },
            {key: each.korte_naam for key, each in self.catalogue.indicators.items()},
        )

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """One column per benchmark; of three, the middle one has no room for a word."""
        last = len(self.benchmarks) - 1
        return tuple(
            Column(
                key=item.key,
                header=self.wording.benchmarks[item.key],
                is_rest=item.print_rest,
                shows_word=place in (0, last),
            )
            for place, item in enumerate(self.benchmarks)
        )

    @cached_property
    def residents(self) -> KeyFigures:
        """Who live here."""
        return self._residents_maker.page()

    @cached_property
    def _residents_maker(self) -> ResidentsMaker:
        return ResidentsMaker(self.wording, self.columns, self.values, self.origins)

    @cached_property
    def rows(self) -> RowMaker:
        """Makes rows for this region."""
        return RowMaker(
            self.wording, self.boundary_changes, self.region.division, self._age_remarks()
        )

    @cached_property
    def trends(self) -> dict[str, Trend]:
        """The indicators whose rounds may stand beside each other."""
        return {
            definition.id: trend
            for definition in self.choice.definitions
            if (trend := self._trend_maker.trend(definition)) is not None
        }

    @cached_property
    def working_age(self) -> list[Trend]:
        """The figures of 18 to 64 year olds."""
        return [
            trend
            for definition in self.choice.definitions
            if AgeGroup.WORKING_AGE in definition.leeftijden
            and (trend := self._trend_maker.working_age(definition)) is not None
        ]

    @cached_property
    def _trend_maker(self) -> TrendMaker:
        areas = tuple(item.region for item in self.benchmarks)
        return TrendMaker(self.book, self.catalogue.limits.trend, self.region, areas)

    @cached_property
    def trend_tables(self) -> TrendTableMaker:
        """Makes trend tables; rounds are of whole areas."""
        columns = tuple(
            Column(item.key, item.region.name, is_rest=False) for item in self.benchmarks
        )
        return TrendTableMaker(self.wording, columns, self.origins)

    def _theme_maker(self) -> ThemeMaker:
        return ThemeMaker(
            self.rows,
            self.columns,
            self.values,
            self.origins,
            self._elderly_note(),
            self.trends,
            self.trend_tables,
            self._shown_before(),
        )

    def _shown_before(self) -> frozenset[str]:
        """What the page with who live here shows completely: figures without a good side."""
        blocks = frozenset(self.texts.wie_wonen_hier.blokken.all())
        return frozenset(
            definition.id
            for definition in self.choice.definitions
            if definition.id in blocks and definition.richting is Direction.NONE
        )

    def _cover(self) -> Cover:
        return CoverMaker(
            self.texts,
            self.region,
            self.around.wijk,
            self.around.gemeente,
            self.area.map,
            self.boundary_changes,
            self.origins,
            self.wishes,
        ).cover()

    @cached_property
    def glance(self) -> Glance:
        """The page that reads in two minutes."""
        limits = self.catalogue.limits
        chooser = PointChooser(
            self.region,
            self.values.by_key,
            self.catalogue.stories,
            limits,
            self.wishes.pinned,
            self.wishes.dropped,
        )
        sentences = Sentences(self.wording, self.region, limits.aantallen)
        changes = {
            key: text
            for key, trend in self.trends.items()
            if (text := self.trend_tables.sentence(trend)) is not None
        }
        points = chooser.choose()
        return GlanceMaker(self.rows, sentences, self.values, points, self.wishes).page(
            self.residents.numbers,
            self._residents_maker.sources_with_health(),
            self.choice.theme_set,
            changes,
        )

    def _age_remarks(self) -> dict[str, str]:
        """Indicators with a named difference of which the share of 65-plussers explains most."""
        remarks = {}
        for value in self.values.health():
            elderly = self.values.elderly(value.definition)
            strength = mean_strength(value, self.catalogue.limits.punten.hoogstens_z)
            named = any(verdict.side is not None for verdict in value.verdicts)
            if elderly is None or not strength or not named:
                continue
            check = AgeCheck(self.region, value, elderly)
            if not check.holds(strength, self.catalogue.limits):
                zinnen = self.texts.zinnen
                remarks[value.definition.id] = (
                    zinnen.leeftijd_meer if check.has_more_elderly else zinnen.leeftijd_minder
                )
        return remarks

    def _buurten(self) -> Buurten | None:
        parts = self.around.parts(self.book.edition)
        if len(parts) < 2:
            return None
        shown = {definition.id: definition for definition in self.choice.definitions}
        wanted = self.texts.buurten.cijfers
        definitions = tuple(shown[key] for key in wanted if key in shown)
        if not definitions:
            return None
        fewest = self.catalogue.limits.mensen.alle_klassen_vanaf
        maker = BuurtenMaker(self.rows, definitions, self.origins, fewest)
        land = Benchmark("land", self.around.land, print_rest=False)
        areas = [
            maker.values_of(Valuer(self.book, self.catalogue.limits, part, (land,)))
            for part in (self.region, *parts)
        ]
        return maker.page(areas[0], areas[1:])

    def _account(self) -> Account:
        maker = AccountMaker(
            self.texts,
            self.catalogue.limits,
            self.book.edition.info,
            self.origins,
            __version__,
            self.wording.remarks,
        )
        left_out = [
            item
            for item in self.area.left_out
            if item.code == self.region.code and item.origin in self.origins
        ]
        table = self.trend_tables.working_age(self.working_age)
        shown = shown_rounds([*self.trends.values(), *self.working_age])
        away = self.choice.left_out()
        return maker.account(self.region, self.values, left_out, away, table, shown)

    def _elderly_note(self) -> str | None:
        """The share of 65-plussers of the region and of the areas that it lies in."""
        this_area = self.texts.gebieden.dit[self.region.level]
        areas = [(this_area, self.region)]
        areas += [(item.region.name, item.region) for item in self.benchmarks]
        shares = [
            f"{name} {number(100 * area.elderly / area.adults)}%"
            for name, area in areas
            if area.elderly is not None and area.adults and self._has_enough_people(area)
        ]
        return self.texts.tabel.ouderen.format(aandelen=", ".join(shares)) if shares else None

    def _notice(self) -> str | None:
        texts, region, gemeente = self.texts.meldingen, self.region, self.around.gemeente
        if gemeente is None or gemeente.code == region.code:
            return None
        if self.values.asks_health and not self.values.health():
            return texts.zonder_cijfers.format(gebied=region.name, gemeente=gemeente.name)
        if self._has_enough_people(region):
            return None
        return texts.weinig_inwoners.format(gebied=region.name, gemeente=gemeente.name)

    def _has_enough_people(self, region: Region) -> bool:
        people = people_of(region, AgeGroup.ADULTS)
        return people is not None and people >= self.catalogue.limits.mensen.geen_oordeel_onder

    def _warnings(self) -> Iterator[str]:
        """Indicators whose source changed since the compile, and points that cannot be pinned."""
        stored, texts = self.book.edition.fingerprints, self.texts.meldingen
        for definition in self.choice.definitions:
            if stored.get(definition.id) != definition.bron.fingerprint():
                yield texts.oude_bron.format(naam=definition.naam)
        lists = (self.glance.strengths, self.glance.concerns, self.glance.chosen)
        shown = {card.indicator for each in lists if each is not None for card in each.points}
        for indicator in self.wishes.pinned:
            if indicator not in shown:
                yield texts.punt_kan_niet.format(naam=self.catalogue.indicators[indicator].naam)
