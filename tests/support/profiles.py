"""A hand-written profile with the real 2020 figures of Overvecht, and harder variants of it.

It stands in for the builder in tests of charts and documents, so that these do not fail with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.support import buurten_pages, front_pages, profile_pages
from tests.support.health_figures import LIFESTYLE, MENTAL, PARTICIPATION, PHYSICAL, SOCIAL, Health
from tests.support.imprints import FIXED
from tests.support.utrecht_outlines import UTRECHT, UTRECHT_WIJKEN
from wijkprofiel.charts.data import Sign, SpineBenchmark, SpineData
from wijkprofiel.documents.locator import Locator
from wijkprofiel.documents.profile.model import FORMAT, Profile
from wijkprofiel.documents.profile.pages import (
    Account,
    IndicatorAccount,
    KeyFigures,
    Questions,
    ShareBar,
    ShareChart,
    ThemeSection,
)
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch, Ring
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import Certainty, Outcome, Reason, Side, SizeClass, Verdict, mark_of
from wijkprofiel.words.cells import Cell, Column, Judgement, Row, SourceNote, Table

EDITION = EditionInfo("2020", "Gezondheid 2020 en kerncijfers 2020", "2026-11-24", 2020, "0" * 64)
HEALTH_SOURCE = SourceNote(
    "a", "Gezondheidsmonitor Volwassenen en Ouderen, GGD'en, CBS en RIVM (50090NED), 2020"
)
REGISTER_SOURCE = SourceNote("b", "CBS, Kerncijfers wijken en buurten (84799NED), 2020")
HEALTH_UNIT = "van de 100 inwoners van 18 jaar en ouder"


@dataclass(frozen=True)
class Names:
    area: str = "Overvecht"
    gemeente: str = "Utrecht"
    benchmark: str = "Utrecht"

    @property
    def columns(self) -> tuple[Column, Column]:
        is_rest = self.benchmark.startswith("rest van")
        return (
            Column(
                key="gemeente",
                role=Role.NEAR,
                sign=Sign.OPEN_DIAMOND,
                header=self.benchmark,
                spoken=f"de {self.benchmark}" if is_rest else self.benchmark,
                is_rest=is_rest,
            ),
            Column("land", Role.COUNTRY, Sign.BAR, "Nederland", "Nederland", is_rest=False),
        )


def cell(value: float | None, text: str | None = None, note: str | None = None) -> Cell:
    if value is None:
        return Cell("–", None, ValueStatus.MISSING, note)
    return Cell(text or str(int(value + 0.5)), value, ValueStatus.AVAILABLE, note)


def judged(value: float, other: float, *, sign: int, unit: float, benchmark: str) -> Judgement:
    """A judgement by size alone: the limits 0.5, 1 and 2, and equal printed numbers are equal."""
    z = (value - other) / unit
    printed = int(value + 0.5) - int(other + 0.5)
    sizes = ((2, SizeClass.CLEAR), (1, SizeClass.PLAIN), (0.5, SizeClass.SLIGHT))
    size = next((s for limit, s in sizes if abs(z) >= limit and printed), SizeClass.EQUAL)
    side = None if size is SizeClass.EQUAL else _side(z, sign)
    verdict = Verdict(
        benchmark=benchmark,
        outcome=Outcome.JUDGED,
        certainty=Certainty.UNKNOWN,
        benchmark_value=other,
        printed_value=other,
        difference=value - other,
        printed_difference=printed,
        z=round(z, 6),
        spread=unit,
        size=size,
        side=side,
    )
    word = {
        SizeClass.EQUAL: "ongeveer gelijk",
        SizeClass.SLIGHT: f"iets {side}",
        SizeClass.PLAIN: f"{side}",
        SizeClass.CLEAR: f"duidelijk {side}",
    }[size]
    difference = f"{printed:+d}".replace("-", "−") if printed else None
    return Judgement(verdict, word, mark_of(verdict), difference=difference)


def _side(z: float, sign: int) -> Side:
    if sign == 0:
        return Side.HIGHER if z > 0 else Side.LOWER
    return Side.FAVOURABLE if z * sign > 0 else Side.UNFAVOURABLE


def not_compared(benchmark: str, reason: str = "te weinig inwoners om te vergelijken") -> Judgement:
    verdict = Verdict.not_compared(benchmark, Reason.TOO_FEW_PEOPLE, Certainty.UNKNOWN)
    return Judgement(verdict, "niet vergeleken", mark_of(verdict), reason=reason)


def spine_of(figure: Health, names: Names, judgement: Judgement) -> SpineData:
    value, gemeente, land = figure.adults
    low, p5, p25, median, p75, p95, high = figure.spread
    text = (
        f"{figure.name}, 2020: {names.area} {value:.0f}; {names.benchmark} {gemeente:.0f}; "
        f"Nederland {land:.0f}. Van de 100 wijken in Nederland liggen er 90 tussen {p5:.0f} en "
        f"{p95:.0f}. Ten opzichte van {names.benchmark}: {judgement.word}."
    )
    return SpineData(
        value=value,
        benchmarks=(
            SpineBenchmark("gemeente", Sign.OPEN_DIAMOND, gemeente),
            SpineBenchmark("land", Sign.BAR, land),
        ),
        low=low,
        p5=p5,
        p25=p25,
        median=median,
        p75=p75,
        p95=p95,
        high=high,
        mirrored=figure.sign < 0,
        judged=figure.sign != 0,
        mark=judgement.mark,
        text=text,
    )


def health_row(figure: Health, names: Names) -> Row:
    adults, elderly = (
        _age_row(figure, figures, age)
        for figures, age in (
            (figure.adults, AgeGroup.ADULTS),
            (figure.elderly, AgeGroup.ELDERLY),
        )
    )
    return replace(adults, spine=spine_of(figure, names, adults.judgements[0]), elderly=elderly)


def _age_row(figure: Health, figures: tuple[float, float, float], age: AgeGroup) -> Row:
    value, *others = figures
    keys = ("gemeente", "land")
    return Row(
        indicator=figure.key,
        name=figure.name,
        age=age,
        value=cell(value),
        benchmarks=tuple(cell(other) for other in others),
        judgements=tuple(
            judged(value, other, sign=figure.sign, unit=figure.sd, benchmark=key)
            for key, other in zip(keys, others, strict=True)
        ),
        spine=None,
        source="a",
        year="2020",
    )


def health_table(heading: str | None, figures: Sequence[Health], names: Names) -> Table:
    return Table(
        heading=heading,
        caption=f"{heading or 'Gezondheid'}: {names.area} vergeleken met {names.benchmark} "
        "en Nederland",
        unit=HEALTH_UNIT,
        columns=names.columns,
        rows=tuple(health_row(figure, names) for figure in figures),
        sources=(HEALTH_SOURCE,),
        notes=("Schattingen; marges zijn voor dit jaar niet beschikbaar in deze editie.",),
    )


def register_row(
    name: str, texts: tuple[str, str, str], values: tuple[float, float, float], year: str = "2020"
) -> Row:
    return Row(
        indicator=name,
        name=name,
        age=AgeGroup.ALL,
        value=cell(values[0], texts[0]),
        benchmarks=(cell(values[1], texts[1]), cell(values[2], texts[2])),
        judgements=tuple(
            judged(values[0], other, sign=0, unit=max(values) / 4, benchmark=key)
            for key, other in zip(("gemeente", "land"), values[1:], strict=True)
        ),
        spine=None,
        source="b",
        year=year,
    )


def register_table(names: Names) -> Table:
    rows = (
        register_row("Inwoners", ("34.295", "357.597", "17.407.585"), (34295, 357597, 17407585)),
        register_row("Groei van het aantal inwoners", ("+2,4%", "+4,6%", "+3,1%"), (2.4, 4.6, 3.1),
                     "2020-2024"),
        register_row("65-plussers per 100 van 15-65 jaar", ("21", "14", "30"), (21, 14, 30)),
        register_row("Herkomst buiten Nederland", ("60%", "36%", "24%"), (60, 36, 24)),
        register_row("Gescheiden", ("10%", "6%", "8%"), (10, 6, 8)),
        register_row("Inkomen per inwoner", ("€ 21.300", "€ 33.700", "€ 30.900"),
                     (21.3, 33.7, 30.9)),
    )  # fmt: skip
    columns = tuple(replace(column, shows_word=False) for column in names.columns)
    caption = f"Bevolking: {names.area} naast {names.benchmark} en Nederland"
    return Table(None, caption, None, columns, rows, (REGISTER_SOURCE,))


def share_chart(
    title: str, shares: Sequence[tuple[str, int, int, int]], names: Names
) -> ShareChart:
    bars = tuple(
        ShareBar(label, cell(own, f"{own}%"), (cell(gm, f"{gm}%"), cell(nl, f"{nl}%")))
        for label, own, gm, nl in shares
    )
    return ShareChart(title, names.columns, bars, "2020", "b")


def key_figures(names: Names) -> KeyFigures:
    ages = (("0 tot 15", 19, 17, 16), ("15 tot 25", 13, 15, 12), ("25 tot 45", 32, 37, 25),
            ("45 tot 65", 22, 21, 28), ("65 en ouder", 14, 10, 19))  # fmt: skip
    households = (("één persoon", 50, 51, 39), ("zonder kinderen", 20, 22, 29),
                  ("met kinderen", 30, 27, 33))  # fmt: skip
    return KeyFigures(
        title="Wie wonen hier",
        lead=f"{names.area} heeft 34.295 inwoners en 16.670 huishoudens.",
        charts=(
            share_chart("Leeftijd", ages, names),
            share_chart("Huishoudens", households, names),
        ),
        sources=(REGISTER_SOURCE,),
        notes=("Aantallen van wijken zijn door CBS afgerond; delen tellen niet precies op.",),
        maps=buurten_pages.maps(utrecht_map(), names.area),
    )


def theme(
    key: str, name: str, about: str, tables: tuple[Table, ...], empty: str | None = None
) -> ThemeSection:
    questions = Questions(
        residents="Wat herkent u hiervan, en wat merkt u ervan in uw straat?",
        professionals="Wie ziet u hierover in de spreekkamer, en wie ziet u juist niet?",
    )
    return ThemeSection(key, name, about, tables, questions, empty)


def with_trends(section: ThemeSection, names: Names) -> ThemeSection:
    table = profile_pages.trends(names.columns, HEALTH_SOURCE, cell)
    return replace(section, notes=("Waar meer 65-plussers wonen.",), trend=table)


def themes(names: Names) -> tuple[ThemeSection, ...]:
    return (
        theme("bevolking", "Bevolking", "Wie er wonen, en hoe dat verandert.",
              (register_table(names),)),
        theme("gezondheid_en_leefstijl", "Gezondheid en leefstijl",
              "Hoe gezond mensen zich voelen, waar zij last van hebben en hoe zij leven.",
              (health_table("Lichamelijke gezondheid", PHYSICAL, names),
               health_table("Mentale gezondheid", MENTAL, names),
               health_table("Leefstijl", LIFESTYLE, names))),
        theme("participatie", "Participatie", "Of mensen kunnen meedoen en rondkomen.",
              (health_table(None, PARTICIPATION, names),)),
        with_trends(
            theme("sociale_omgeving", "Sociale omgeving", "Contact met anderen.",
                  (health_table("Eenzaamheid", SOCIAL, names),)), names),
        theme("zingeving", "Zingeving", "Wat het leven de moeite waard maakt.", (),
              "Over zingeving bestaan geen open cijfers per wijk. Schrijf hier op wat u weet."),
    )  # fmt: skip


def _ring(text: str) -> Ring:
    pairs = (pair.split(",") for pair in text.split())
    return tuple((int(x), int(y)) for x, y in pairs)


def utrecht_map() -> GemeenteMap:
    return GemeenteMap(
        year=2022,
        outer=Outline("GM0344", "Utrecht", (_ring(UTRECHT),)),
        wijken=tuple(Outline(code, name, (_ring(ring),)) for code, name, ring in UTRECHT_WIJKEN),
        outer_match=OutlineMatch.SAME,
        matches={"WK034403": OutlineMatch.SAME},
    )


def account() -> Account:
    text = (
        "De gezondheidscijfers zijn modelschattingen: berekend uit wie er wonen en uit antwoorden "
        "van mensen in heel Nederland; niet geteld. Ze laten zien wat je in een gebied mag "
        "verwachten. Ze meten niet wat een aanpak oplevert."
    )
    heads = ("Wat voor cijfers zijn dit", "Hoe een verschil een woord krijgt",
             "Vergelijken met de gemeente", "Zekerheid")  # fmt: skip
    health = (*PHYSICAL, *MENTAL, *LIFESTYLE, *PARTICIPATION, *SOCIAL)
    indicators = tuple(
        IndicatorAccount(
            name=figure.name,
            definition="Het deel van de inwoners van 18 jaar en ouder waarvoor dit geldt.",
            population="inwoners van 18 jaar en ouder",
            source="Gezondheidsmonitor (50090NED)",
            years="2020",
            method="modelschatting",
            caveat="Mensen in instellingen doen niet mee" if figure.sign < 0 else None,
        )
        for figure in health
    )
    return Account(
        paragraphs=tuple((head, text) for head in heads),
        years=(("Gezondheid", "2020"), ("Bevolking", "2020 en 2024")),
        indicators=indicators,
        indicators_note="Cijfers uit de monitor gaan over inwoners van 18 jaar en ouder.",
        sources=(
            HEALTH_SOURCE.text + ". Licentie CC BY 4.0.",
            REGISTER_SOURCE.text + ". CC BY 4.0.",
        ),
        sources_in_print=(HEALTH_SOURCE.text, REGISTER_SOURCE.text),
        left_out=("Jeugdzorg: niet in deze editie.", "Geboorten: nog niet geleverd door de bron."),
        left_out_in_print=("2 cijfers, zoals jeugdzorg en geboorten: niet in deze editie.",),
        booklet="Wat elk cijfer is, staat in het boekje bij editie 2020.",
        booklet_again="Zo maakt u het: wijkprofiel booklet --edition 2020",
        made_with="Gemaakt met wijkprofiel 0.1, editie 2020.",
        made_again="Zo maakt u dit document opnieuw: wijkprofiel build WK034403 --edition 2020",
    )


def overvecht(names: Names | None = None) -> Profile:
    """The ordinary case: a large wijk with figures for everything."""
    names = names or Names()
    region = Region("WK034403", 2020, names.area, f"Wijk 03 {names.area}", names.gemeente, 34295,
                    26635.0, 4885, 818)  # fmt: skip
    gemeente = Region("GM0344", 2020, names.gemeente, names.gemeente, names.gemeente, 357597)
    locator = Locator(
        map=utrecht_map(),
        code="WK034403",
        note="Grenzen van 2022.",
        text=f"Kaart van {names.gemeente}. {names.area} is gekleurd.",
    )
    return Profile(
        format=FORMAT,
        area=Area.of(region),
        gemeente=Area.of(gemeente),
        edition=EDITION,
        imprint=FIXED,
        origins={"rivm": Origin("50090NED", "Gezondheid per wijk en buurt", "RIVM",
                                "Gezondheidsmonitor", 2020, None, "CC BY 4.0")},
        this_area="deze wijk",
        columns=names.columns,
        front=front_pages.front(names.area, names.gemeente, names.benchmark, locator),
        notice=None,
        key_figures=key_figures(names),
        stories=None,
        themes=themes(names),
        buurten=buurten_pages.buurten(HEALTH_SOURCE, cell),
        unsaid=profile_pages.UNSAID,
        account=account(),
        prints_tables=True,
        figures=(),
    )  # fmt: skip


def longest_names() -> Profile:
    """A name of 41 characters in a gemeente with a long name, compared with the rest of it."""
    gemeente = "Leidschendam-Voorburg"
    return overvecht(
        Names("De Zijde / Duivenvoorde / Park Veursehout", gemeente, f"rest van {gemeente}")
    )


def hostile_names() -> Profile:
    """Diacritics, an apostrophe, quotes and markup where a name stands."""
    return overvecht(
        Names("'t Zând & <script>alert(1)</script>", 'Súdwest-"Fryslân"', "Súdwest-Fryslân")
    )


def without_map() -> Profile:
    profile = overvecht()
    note = "Van dit gebied zijn geen grenzen van 2022 die passen bij de indeling van 2020."
    locator = Locator(None, None, note, profile.front.locator.text)
    return replace(profile, front=replace(profile.front, locator=locator))


def everything_missing() -> Profile:
    """An area without one figure: no spine has a mark, no verdict is given."""
    profile = overvecht(Names(area="Park Schothorst"))
    return replace(
        profile,
        notice="Voor Park Schothorst zijn er te weinig inwoners voor eigen gezondheidscijfers.",
        front=front_pages.nothing_known(profile.front, "Park Schothorst"),
        buurten=None,
        themes=tuple(
            replace(theme, tables=tuple(_emptied(table) for table in theme.tables))
            for theme in profile.themes
        ),
    )


def _emptied(table: Table) -> Table:
    return replace(table, rows=tuple(_empty_row(row) for row in table.rows))


def _empty_row(row: Row) -> Row:
    ring = not_compared("gemeente")
    spine = row.spine and replace(row.spine, value=None, mark=ring.mark)
    return replace(
        row,
        value=cell(None, note="ontbreekt of is door de bron niet gegeven"),
        judgements=(ring, not_compared("land")),
        spine=spine,
        elderly=row.elderly and _empty_row(row.elderly),
    )
