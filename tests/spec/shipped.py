"""What the project ships, read once for all tests of its content."""

from __future__ import annotations

from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.configuration.editions import load_editions, load_recipe
from wijkprofiel.yaml_files.paths import SearchPath

SEARCH = SearchPath.with_user_folder(None)
CATALOGUE = load_catalogue(SEARCH)
EDITION = load_editions(SEARCH)["2020"]
RECIPES = {
    table.momentopname: load_recipe(SEARCH, table.momentopname) for table in EDITION.tabellen
}
