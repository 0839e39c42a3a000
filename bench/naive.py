"""The script that a good analyst writes for a profile of one wijk: what `wijkprofiel` is held to.

    python -m bench.naive MAP WK034403 --format html,pdf --output MAP

It reads the national files that `bench.prepare` made with pandas, computes percentiles over all
wijken, draws with matplotlib and geopandas, fills in a Jinja template and has WeasyPrint make a
tagged PDF. It uses nothing of `wijkprofiel`.

It is no straw man. It has the same indicators, comparisons, maps, trends, buurten and definitions,
and about as many pages. Every figure has its place between all wijken drawn beside it, as in our
document. Wherever there was a choice, it is the cheaper one that an experienced analyst knows: all
computing is on whole columns and never in a loop over areas; the small charts have no margins to
measure; the rounds of a theme are one figure; the text in charts stays text; charts are images,
which WeasyPrint draws faster than the same SVG in the page; the fonts are those of the machine.
It does less than `wijkprofiel`: no reasons for what is missing, no rest of the gemeente, no check
on numbers of people or on age, no sources per row, no marks in front of words.

With `--spines table` it draws one figure per table instead of one per row: a lesser document, that
has to be read in two places, and the least that this can cost.
"""

from __future__ import annotations

import argparse
from base64 import b64encode
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import geopandas as gpd
import jinja2
import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

mpl.use("svg")
plt.rcParams.update({"svg.fonttype": "none", "font.size": 8, "axes.spines.top": False})

GOOD, BAD, PLAIN, LINE = "#00629B", "#C04B00", "#5B6770", "#AAB4BC"
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
WORDS = ((2.0, "duidelijk "), (1.0, ""), (0.5, "iets "))
ADULTS, ELDERLY, WORKING = "18+", "65+", "18-64"
BARS = {
    "Leeftijd": [
        *("aandeel_0_tot_15", "aandeel_15_tot_25", "aandeel_25_tot_45", "aandeel_45_tot_65"),
        "aandeel_65_plus",
    ],
    "Huishoudens": [
        *("eenpersoonshuishoudens", "huishoudens_zonder_kinderen", "huishoudens_met_kinderen"),
    ],
}


@dataclass(frozen=True)
class Place:
    """The wijk, with the areas that it is compared with."""

    code: str
    name: str
    gemeente: str
    gemeente_name: str

    @property
    def codes(self) -> list[str]:
        return [self.code, self.gemeente, "NL00"]

    @property
    def names(self) -> list[str]:
        return [self.name, self.gemeente_name, "Nederland"]


@dataclass(frozen=True)
class Tables:
    """The national files.

    Attributes:
        now: per area the newest figure of every indicator, of everybody or of adults.
        elderly: the same for 65-plussers.
        health: all rounds, by age group, area and year.
    """

    indicators: pd.DataFrame
    areas: pd.DataFrame
    now: pd.DataFrame
    elderly: pd.DataFrame
    health: pd.DataFrame

    def place(self, code: str) -> Place:
        gemeente = f"GM{code[2:6]}"
        return Place(code, self.areas.naam[code], gemeente, self.areas.naam[gemeente])


def read(folder: Path) -> Tables:
    indicators = pd.read_csv(folder / "indicatoren.csv", index_col="id")
    names = [name for name in indicators.bestand.unique() if name != "gezondheid"]
    registers = {name: pd.read_csv(folder / f"{name}.csv", index_col="code") for name in names}
    health = pd.read_csv(folder / "gezondheid.csv").set_index(["leeftijd", "jaar", "code"])
    health = health.sort_index()
    newest = indicators.jaar[indicators.bestand == "gezondheid"].max()
    adults, elderly = health.loc[(ADULTS, newest)], health.loc[(ELDERLY, newest)]
    columns = {
        name: adults[name] if row.bestand == "gezondheid" else figure(registers[row.bestand], row)
        for name, row in indicators.iterrows()
    }
    areas = registers["kwb_2020"][["naam", "soort", "gemeente"]]
    return Tables(indicators, areas, pd.DataFrame(columns), elderly, health)


def figure(table: pd.DataFrame, row: pd.Series) -> pd.Series:
    """A published figure, or a share of two counts."""
    if pd.isna(row.vermenigvuldig):
        return table[row.name]
    return table[f"{row.name}_teller"] / table[f"{row.name}_noemer"] * row.vermenigvuldig


def compare(tables: Tables, place: Place, figures: pd.DataFrame) -> pd.DataFrame:
    """One row per indicator: figures, spread over all wijken, differences and their words."""
    wijken = figures[figures.index.str.startswith("WK")]
    own = figures.loc[place.code]
    rows = figures.reindex(place.codes).T.set_axis(["wijk", "gemeente", "land"], axis=1)
    rows[[f"p{share:g}" for share in SHARES]] = wijken.quantile(list(SHARES)).T
    below, same = (wijken < own).sum(), (wijken == own).sum()
    rows["plaats"] = 100 * (below + same / 2) / wijken.notna().sum()
    rows = tables.indicators.join(rows, how="inner")
    for benchmark in ("gemeente", "land"):
        difference = rows.wijk - rows[benchmark]
        z = (difference / wijken.std()[rows.index]).where(rows.vergelijken == 1)
        rows[f"verschil_{benchmark}"], rows[f"z_{benchmark}"] = difference, z
        rows[f"woord_{benchmark}"] = [word(*pair) for pair in zip(z, rows.richting, strict=True)]
    return rows


def word(z: float, direction: int) -> str:
    if pd.isna(z):
        return ""
    strength = next((text for limit, text in WORDS if abs(z) >= limit), None)
    if strength is None:
        return "ongeveer gelijk"
    if direction:
        return strength + ("gunstiger" if z * direction > 0 else "ongunstiger")
    return strength + ("hoger" if z > 0 else "lager")


def colour(text: str) -> str:
    return BAD if text.endswith("ongunstiger") else GOOD if text.endswith("gunstiger") else PLAIN


def image(drawing: Figure, margins: str | None = "tight") -> str:
    """The figure as the address of an image; WeasyPrint is quicker with it than with inline SVG."""
    text = StringIO()
    drawing.savefig(text, format="svg", bbox_inches=margins)
    plt.close(drawing)
    return "data:image/svg+xml;base64," + b64encode(text.getvalue().encode()).decode()


def map_chart(folder: Path, place: Place) -> str:
    wijken = gpd.read_file(folder / "wijken.geojson")
    wijken = wijken[wijken.code.str[2:6] == place.code[2:6]]
    drawing, axes = plt.subplots(figsize=(6, 4.5))
    wijken.plot(ax=axes, color="#D5DDE4", edgecolor="white")
    wijken[wijken.code == place.code].plot(ax=axes, color=GOOD, edgecolor="white")
    axes.set_axis_off()
    return image(drawing)


def spine_chart(rows: pd.DataFrame) -> str:
    """Every indicator of a table on its place between all wijken of the country."""
    drawing, axes = plt.subplots(figsize=(6.5, 0.4 + 0.24 * len(rows)))
    middle, width = rows["p0.5"], (rows["p0.95"] - rows["p0.05"]).replace(0, np.nan)
    scaled = rows[["wijk", "gemeente", "land", *(f"p{share:g}" for share in SHARES)]]
    scaled = scaled.sub(middle, axis=0).div(width, axis=0)
    lines = np.arange(len(rows))
    for low, high, height, shade in (
        ("p0.05", "p0.95", 0.25, "#E3E8EC"),
        ("p0.25", "p0.75", 0.5, "#C5CED6"),
    ):
        axes.barh(lines, scaled[high] - scaled[low], left=scaled[low], height=height, color=shade)
    axes.scatter(scaled.gemeente, lines, marker="|", color=PLAIN, label="gemeente", zorder=3)
    axes.scatter(scaled.land, lines, marker="x", s=16, color=PLAIN, label="Nederland", zorder=3)
    shades = [colour(text) for text in rows.woord_land]
    axes.scatter(scaled.wijk, lines, color=shades, s=24, label="deze wijk", zorder=4)
    axes.set_yticks(lines, rows.korte_naam)
    axes.set_xticks([])
    axes.invert_yaxis()
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, frameon=False)
    return image(drawing)


def row_chart(row: pd.Series) -> str:
    """One indicator on its place between all wijken of the country."""
    drawing = plt.figure(figsize=(1.7, 0.2))
    axes = drawing.add_axes((0, 0, 1, 1))
    for low, high, height, shade in (
        ("p0.05", "p0.95", 0.3, "#E3E8EC"),
        ("p0.25", "p0.75", 0.3, "#C5CED6"),
    ):
        axes.barh(0, row[high] - row[low], left=row[low], height=height, color=shade)
    axes.scatter(row.gemeente, 0, marker="D", s=12, facecolor="white", edgecolor=PLAIN, zorder=3)
    axes.scatter(row.land, 0, marker="|", s=60, color=PLAIN, zorder=3)
    axes.scatter(row.wijk, 0, color=colour(row.woord_land), s=16, zorder=4)
    axes.set_axis_off()
    return image(drawing, margins=None)


def strip_chart(rows: pd.DataFrame) -> str:
    """All health figures on their place between the wijken, per subject."""
    subjects = list(dict.fromkeys(rows.kop.fillna(rows.thema)))
    drawing, axes = plt.subplots(figsize=(6.5, 0.5 + 0.4 * len(subjects)))
    place = rows.plaats.where(rows.richting > 0, 100 - rows.plaats)
    lines = [subjects.index(subject) for subject in rows.kop.fillna(rows.thema)]
    axes.scatter(place, lines, color=[colour(text) for text in rows.woord_land])
    axes.set_yticks(range(len(subjects)), subjects)
    axes.set_xlim(0, 100)
    axes.set_xlabel("minst gunstig – meest gunstig")
    axes.invert_yaxis()
    return image(drawing)


def bar_chart(rows: pd.DataFrame, place: Place) -> str:
    drawing, axes = plt.subplots(figsize=(3.2, 2.4))
    bars = rows.set_index("korte_naam")[["wijk", "gemeente", "land"]].set_axis(place.names, axis=1)
    bars.plot.barh(ax=axes, color=[GOOD, PLAIN, LINE], xlabel="%", ylabel="")
    axes.invert_yaxis()
    return image(drawing)


def trend_chart(rows: pd.DataFrame, trends: dict[str, pd.DataFrame]) -> str:
    """Small multiples: one for every indicator of a table."""
    wide, high = 5, -(-len(rows) // 5)
    drawing, grid = plt.subplots(high, wide, figsize=(7, 1.15 * high), squeeze=False)
    for axes, (name, row) in zip(grid.flat, rows.iterrows(), strict=False):
        rounds = trends[str(name)]
        for area, shade in zip(rounds, (GOOD, PLAIN, LINE), strict=True):
            axes.plot(rounds.index, rounds[area], marker="o", markersize=2.5, color=shade)
        axes.set_title(row.korte_naam, fontsize=6)
        axes.set_xticks(rounds.index, [f"’{year % 100}" for year in rounds.index])
    for axes in grid.flat[len(rows) :]:
        axes.set_visible(False)
    drawing.subplots_adjust(hspace=1, wspace=0.35)
    return image(drawing)


def rounds(tables: Tables, place: Place, age: str, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Per indicator the figures of all years, a column for each area."""
    found, health = {}, tables.health.loc[age]
    areas = {
        name: health.xs(code, level="code")
        for code, name in zip(place.codes, place.names, strict=True)
    }
    for name, row in rows.iterrows():
        table = pd.DataFrame({area: of_area[str(name)] for area, of_area in areas.items()})
        table = table.dropna(how="all")
        found[str(name)] = table.tail(int(row.rondes)) if age == ADULTS else table
    return {name: table for name, table in found.items() if len(table) > (age == ADULTS)}


def trend_table(tables: Tables, place: Place, age: str, rows: pd.DataFrame) -> dict[str, object]:
    wanted = rows[(rows.rondes > 0) | (age != ADULTS)]
    trends = rounds(tables, place, age, wanted[wanted.bestand == "gezondheid"])
    shown = rows.loc[list(trends)]
    drawn = trends and age == ADULTS
    return {"rijen": shown, "rondes": trends, "beeld": trend_chart(shown, trends) if drawn else ""}


def themes(
    tables: Tables, place: Place, rows: pd.DataFrame, per_table: bool
) -> list[dict[str, object]]:
    found = []
    for theme, of_theme in rows.groupby("thema", sort=False):
        parts = [
            {"kop": heading, "rijen": part, "beeld": spine_chart(part) if per_table else ""}
            for heading, part in of_theme.groupby(of_theme.kop.fillna(""), sort=False)
        ]
        trends = trend_table(tables, place, ADULTS, of_theme)
        found.append({"naam": theme, "delen": parts, "trends": trends})
    return found


def buurten(tables: Tables, place: Place, rows: pd.DataFrame) -> pd.DataFrame:
    """Figures of the wijk and its buurten, for the few indicators that buurten are shown for."""
    inside = tables.now.index.str.startswith(f"BU{place.code[2:]}")
    columns = list(rows.index[rows.buurten == 1])
    chosen = pd.concat([tables.now.loc[[place.code]], tables.now[inside]])[columns]
    return chosen.rename(index=tables.areas.naam.to_dict())


def points(rows: pd.DataFrame) -> pd.DataFrame:
    """The five figures that differ most from the country and the gemeente."""
    judged = rows[(rows.richting != 0) & (rows.bestand == "gezondheid")]
    strength = (judged.z_gemeente + judged.z_land) / 2
    return judged.loc[strength.abs().nlargest(5).index]


def page(folder: Path, code: str, per_table: bool) -> str:
    tables = read(folder)
    place = tables.place(code)
    rows = compare(tables, place, tables.now)
    elderly = compare(tables, place, tables.elderly).reindex(rows.index)
    rows["ouderen_cijfer"], rows["ouderen_woord"] = elderly.wijk, elderly.woord_land
    rows["plaatje"] = "" if per_table else [row_chart(row) for _, row in rows.iterrows()]
    health = rows[rows.bestand == "gezondheid"]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True
    )
    environment.filters["getal"] = number
    return environment.get_template("naive.html.j2").render(
        plaats=place,
        kaart=map_chart(folder, place),
        rijen=rows,
        punten=points(rows),
        strook=strip_chart(health),
        staven={name: bar_chart(rows.loc[ids], place) for name, ids in BARS.items()},
        themas=themes(tables, place, rows, per_table),
        buurten=buurten(tables, place, rows),
        werkend=trend_table(tables, place, WORKING, health),
    )


def number(value: float, decimals: int = 0) -> str:
    if pd.isna(value):
        return "–"
    return f"{value:,.{int(decimals)}f}".translate(str.maketrans(",.", ".,"))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.naive", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="MAP")
    parser.add_argument("wijk", metavar="CODE")
    parser.add_argument("--format", default="html,pdf")
    parser.add_argument("--spines", choices=("row", "table"), default="row")
    parser.add_argument("--output", type=Path, default=Path())
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    html = page(options.folder, options.wijk, options.spines == "table")
    (options.output / f"{options.wijk}.html").write_text(html, encoding="utf-8")
    if "pdf" in options.format.split(","):
        from weasyprint import HTML

        path = options.output / f"{options.wijk}.pdf"
        HTML(string=html).write_pdf(path, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    main()
