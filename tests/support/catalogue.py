"""The shipped configuration, read once."""

from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.yaml_files.paths import SearchPath

CATALOGUE = load_catalogue(SearchPath.with_user_folder(None))
