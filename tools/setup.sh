#!/bin/sh
# Make this machine ready: `setup.sh run` to build profiles, `setup.sh test` to check and test too,
# and on top of that `setup.sh bench` to measure speed.
# Everything lands in .venv/, except Debian packages, which are only installed when missing.
set -eu
cd "$(dirname "$0")/.."

purpose=$1
python=${PYTHON:-python3}

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

check_python() {
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "wijkprofiel heeft Python 3.11 of nieuwer nodig." \
            "Staat die elders? Typ: make PYTHON=/pad/naar/python3"
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        stop "De module venv van Python ontbreekt. Typ als root: apt-get install python3-venv"
}

is_installed() {
    dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

listed_packages() { # LIST...
    sed 's/#.*//' "$@" | tr -s ' \n' ' '
}

missing_packages() { # LIST...
    for package in $(listed_packages "$@"); do
        is_installed "$package" || printf ' %s' "$package"
    done
}

install_system_packages() { # LIST...
    if ! command -v dpkg-query >/dev/null; then
        printf 'Dit is geen Debian of Ubuntu; zorg zelf voor: %s\n' "$(listed_packages "$@")" >&2
        return
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    install="apt-get install --yes --no-install-recommends$missing"
    [ "$(id -u)" = 0 ] ||
        stop "Er ontbreken systeempakketten. Typ eerst:" "    sudo apt-get update && sudo $install"
    apt-get update --quiet
    DEBIAN_FRONTEND=noninteractive $install
}

install_python_packages() { # LOCK
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --editable .
}

check_python
case $purpose in
run)
    install_system_packages system-packages/run.txt
    install_python_packages requirements.lock
    ;;
test)
    install_system_packages system-packages/run.txt system-packages/test.txt
    install_python_packages requirements-dev.lock
    touch .venv/ready-to-run
    ;;
bench)
    install_python_packages requirements-bench.lock
    ;;
*) stop "gebruik: setup.sh run|test|bench" ;;
esac
touch ".venv/ready-to-$purpose"
