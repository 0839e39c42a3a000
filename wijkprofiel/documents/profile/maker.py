"""From findings to the profile: which page says what; nothing is looked up or judged here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.document import Document
from wijkprofiel.documents.locator import Locator, LocatorMaker
from wijkprofiel.documents.profile.account import AccountMaker
from wijkprofiel.documents.profile.area_maps import AreaMap, AreaMapMaker
from wijkprofiel.documents.profile.buurten import BuurtenMaker
from wijkprofiel.documents.profile.buurten_page import Buurten
from wijkprofiel.documents.profile.figures import figure_records
from wijkprofiel.documents.profile.front import FrontMaker
from wijkprofiel.documents.profile.front_page import Front
from wijkprofiel.documents.profile.model import FORMAT, Profile
from wijkprofiel.documents.profile.note import Note, NoteMaker, is_note
from wijkprofiel.documents.profile.pages import Account, KeyFigures, ThemeSection
from wijkprofiel.documents.profile.residents import ResidentsMaker
from wijkprofiel.documents.profile.stories import StoryMaker
from wijkprofiel.documents.profile.story_pages import StoryPages
from wijkprofiel.documents.profile.themes import ThemeMaker
from wijkprofiel.documents.profile.trend_tables import TrendTableMaker
from wijkprofiel.documents.profile.unsaid import unsaid
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.verdict import Direction
from wijkprofiel.findings.findings import AreaFindings, Findings
from wijkprofiel.findings.lack import AgeEffect
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.union_about import UnionAbout
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.words.cells import Column
from wijkprofiel.words.composed_words import ComposedWords
from wijkprofiel.words.notice import notice
from wijkprofiel.words.opening import OpeningWords
from wijkprofiel.words.remarks import shown_rounds
from wijkprofiel.words.rows import RowMaker, signs_of
from wijkprofiel.words.unions import UnionWords
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording


def make_profile(
    findings: Findings, voice: Voice, scope: Scope, limits: JudgementLimits, imprint: Imprint
) -> Profile:
    """The complete profile of the one area that findings are of."""
    return _Assembly(findings, voice, scope, limits, imprint).profile()


PROFILE = Document(
    name="profiel",
    make=make_profile,
    template="profiel.html.j2",
    called="profiel",
    figures=True,
    is_main=True,
)


@dataclass(frozen=True)
class _Assembly:
    """The parts of one profile, each made once and used by those after it."""

    findings: Findings
    voice: Voice
    scope: Scope
    limits: JudgementLimits
    imprint: Imprint

    def profile(self) -> Profile:
        """Everything together."""
        found, texts = self.found, self.texts
        this_area = texts.gebieden.dit[found.area.kind]
        note = self._note()
        rounds = [*found.trends.values(), *found.working_age]
        return Profile(
            format=FORMAT,
            area=found.area,
            gemeente=found.gemeente,
            edition=self.findings.edition,
            imprint=self.imprint,
            origins=self.findings.origins,
            this_area=this_area,
            columns=self.columns,
            front=self._front(),
            notice=self._notice,
            key_figures=self.residents,
            stories=self._stories() if note is None else None,
            themes=self._themes() if note is None else (),
            buurten=self._buurten() if note is None else None,
            unsaid=unsaid(texts, found.values, found.area.division, this_area),
            account=self._account(),
            prints_tables=self.wishes.tables,
            figures=figure_records(found.values, rounds, self.wording),
            union=found.union,
            composed=found.composed,
            note=note,
            notes=(self._notice,) if self._notice else (),
            warnings=tuple(self._warnings()),
        )

    @property
    def found(self) -> AreaFindings:
        """What is so for the area."""
        return self.findings.only

    @property
    def texts(self) -> Texts:
        """The words of the document."""
        return self.voice.texts

    @property
    def wishes(self) -> Wishes:
        """What the profile file asks for."""
        return self.scope.wishes

    @cached_property
    def wording(self) -> Wording:
        """Words for this area and its benchmarks."""
        found = self.found
        return Wording.of(self.voice, found.area, found.benchmarks, found.namesakes)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """One column per benchmark; of three, the middle one has no room for a word."""
        shown = self.found.benchmarks.shown
        last, signs = len(shown) - 1, signs_of(item.role for item in shown)
        return tuple(
            Column(
                key=item.key,
                role=item.role,
                sign=sign,
                header=self.wording.named[item.key].column,
                spoken=self.wording.named[item.key].spoken,
                is_rest=item.print_rest,
                shows_word=place in (0, last),
            )
            for place, (item, sign) in enumerate(zip(shown, signs, strict=True))
        )

    @cached_property
    def residents(self) -> KeyFigures:
        """Who live here."""
        page = self._residents_maker.page(self._area_maps())
        if self._composed is None:
            return page
        return replace(page, notes=(*self._composed.notes(), *page.notes))

    def _area_maps(self) -> Iterator[AreaMap]:
        """The maps of the area; of one in several gemeenten, those of what lies in each."""
        for found in self.found.per_gemeente:
            yield from AreaMapMaker(
                wording=self.wording,
                area=found.area,
                wijk=found.wijk,
                locator=LocatorMaker(self.wording, found, self.findings.origins).locator(),
                wijk_map=found.wijk_map,
            ).maps()

    @cached_property
    def _locator(self) -> Locator:
        return LocatorMaker(self.wording, self.found, self.findings.origins).locator()

    @cached_property
    def _residents_maker(self) -> ResidentsMaker:
        return ResidentsMaker(self.wording, self.columns, self.found.values, self.findings.origins)

    @cached_property
    def rows(self) -> RowMaker:
        """Makes rows for this area."""
        return RowMaker(
            self.wording,
            self.found.boundary_changes,
            self.found.area.division,
            self._age_remarks(),
            self._union,
        )

    @cached_property
    def _union(self) -> UnionWords | None:
        about = self.found.union
        if about is None:
            return None
        return self._union_words(self.found.area, self.wording.area, about)

    def _union_words(self, area: Area, called: str, about: UnionAbout) -> UnionWords:
        return UnionWords(
            voice=self.voice,
            names=self.wording.names,
            limits=self.limits.werkgebieden,
            area=area,
            called=called,
            about=about,
            apart=self.found.apart,
        )

    def _compared_unions(self) -> Iterator[UnionWords]:
        for key, about in self.found.compared_unions.items():
            area = self.found.benchmarks.by_key(key).area
            yield self._union_words(area, self.wording.names.of(area), about)

    @cached_property
    def _composed(self) -> ComposedWords | None:
        known = self.found.composed
        if not known:
            return None
        return ComposedWords(
            voice=self.voice,
            names=self.wording.names,
            area=self.found.area,
            this_area=self.texts.gebieden.dit[self.found.area.kind],
            known=known,
        )

    @cached_property
    def trend_tables(self) -> TrendTableMaker:
        """Makes trend tables; rounds are of whole areas."""
        columns = tuple(
            replace(
                column,
                header=self.wording.named[column.key].whole_column,
                spoken=self.wording.named[column.key].whole,
                is_rest=False,
                shows_word=True,
            )
            for column in self.columns
        )
        return TrendTableMaker(self.wording, columns, self.findings.origins)

    def _theme_maker(self) -> ThemeMaker:
        return ThemeMaker(
            rows=self.rows,
            columns=self.columns,
            values=self.found.values,
            origins=self.findings.origins,
            elderly_note=self._elderly_note(),
            trends=self.found.trends,
            trend_tables=self.trend_tables,
            shown_before=self._shown_before(),
        )

    def _themes(self) -> tuple[ThemeSection, ...]:
        return self._theme_maker().sections(self.scope.theme_set, self.scope.definitions)

    def _shown_before(self) -> frozenset[str]:
        """What the page with who live here shows completely: figures without a good side."""
        blocks = frozenset(self.texts.wie_wonen_hier.blokken.all())
        return frozenset(
            definition.id
            for definition in self.scope.definitions
            if definition.id in blocks and definition.richting is Direction.NONE
        )

    def _front(self) -> Front:
        found = self.found
        return FrontMaker(
            found=found,
            wording=self.wording,
            opening=self.opening,
            wishes=self.wishes,
            locator=self._locator,
            origins=self.findings.origins,
        ).page()

    def _note(self) -> Note | None:
        if not is_note(self.found):
            return None
        return NoteMaker(
            found=self.found,
            wording=self.wording,
            opening=self.opening,
            edition=self.findings.edition,
            origins=self.findings.origins,
            imprint=self.imprint,
            fewest_adults=self.limits.mensen.geen_oordeel_onder,
            key_message=self.wishes.key_message,
        ).note()

    @cached_property
    def opening(self) -> OpeningWords:
        """Points and the three things in words."""
        return OpeningWords.of(self.found, self.wording, self.limits.aantallen)

    def _stories(self) -> StoryPages | None:
        return StoryMaker(
            found=self.found,
            wording=self.wording,
            opening=self.opening,
            limits=self.limits,
            origins=self.findings.origins,
            age_remarks=self._age_remarks(),
        ).pages()

    def _age_remarks(self) -> dict[str, str]:
        sentences = {
            AgeEffect.MORE_ELDERLY: self.texts.zinnen.leeftijd_meer,
            AgeEffect.FEWER_ELDERLY: self.texts.zinnen.leeftijd_minder,
        }
        return {key: sentences[effect] for key, effect in self.found.age_effects.items()}

    def _buurten(self) -> Buurten | None:
        if self.found.parts is None:
            return None
        fewest = self.limits.mensen.alle_klassen_vanaf
        return BuurtenMaker(self.wording, self.findings.origins, self.found.parts, fewest).page()

    def _account(self) -> Account:
        maker = AccountMaker(
            voice=self.voice,
            limits=self.limits,
            edition=self.findings.edition,
            origins=self.findings.origins,
            imprint=self.imprint,
            union=self._union,
            composed=self._composed,
            compared=tuple(self._compared_unions()),
        )
        return maker.account(
            self.found.area,
            self.found.values,
            left_out=self.found.left_out,
            without_map=self.found.homes is not None
            and self.found.map is None
            and not self.found.maps,
            scope=self.scope,
            working_age=self.trend_tables.working_age(list(self.found.working_age)),
            shown=shown_rounds([*self.found.trends.values(), *self.found.working_age]),
        )

    def _elderly_note(self) -> str | None:
        """The share of 65-plussers of the area and of those that it lies in."""
        this_area = self.texts.gebieden.dit[self.found.area.kind]
        areas = [(this_area, self.found.area)]
        shown = self.found.benchmarks.shown
        for item in shown:
            whole, around = self.wording.named[item.key].whole, item.area
            one_by_one = [(self.wording.names.of(home), home) for home in around.parts]
            areas += one_by_one if around.is_gemeenten else [(whole, around)]
        shares = [
            f"{name} {self.wording.notation.number(100 * area.elderly / area.adults)}%"
            for name, area in areas
            if area.elderly is not None and area.adults and self._has_enough_people(area)
        ]
        return self.texts.tabel.ouderen.format(aandelen=", ".join(shares)) if shares else None

    @cached_property
    def _notice(self) -> str | None:
        return notice(self.found, self.wording)

    def _has_enough_people(self, area: Area) -> bool:
        people = people_of(area, AgeGroup.ADULTS)
        return people is not None and people >= self.limits.mensen.geen_oordeel_onder

    def _warnings(self) -> Iterator[str]:
        """Indicators whose source changed since the compile, and points that cannot be pinned."""
        texts = self.texts.meldingen
        for key in self.findings.outdated:
            yield texts.oude_bron.format(naam=self.wording.definition(key).naam)
        shown = {point.indicator for point in self.found.points.all}
        for indicator in self.wishes.pinned:
            if indicator not in shown:
                yield texts.punt_kan_niet.format(naam=self.wording.definition(indicator).naam)
