#!/bin/sh
# Pin every package, with hashes and without addresses: runtime first, then development on top.
set -eu
cd "$(dirname "$0")/.."

lock() { # FILE NOTE OPTION...
    file=$1 note=$2
    shift 2
    {
        echo "# $note"
        echo "# Made by 'make lock' for Python 3.11 on Linux; not edited by hand."
        .venv/bin/uv pip compile "$@" --quiet \
            --python-version 3.11 --python-platform x86_64-manylinux_2_28 \
            --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links
    } >"$file.new"
    mv "$file.new" "$file"
}

lock requirements.lock "What wijkprofiel needs to run from a checkout." \
    pyproject.toml --group build
lock requirements-dev.lock "What building, checking and testing need as well." \
    pyproject.toml --group dev --constraints requirements.lock
lock requirements-bench.lock "What measuring speed needs on top." \
    --group bench --constraints requirements-dev.lock
