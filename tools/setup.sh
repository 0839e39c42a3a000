#!/bin/sh
# Make this machine ready: `setup.sh run` to build profiles, `setup.sh test` to check and test too,
# and on top of that `setup.sh bench` to measure speed.
# Everything lands in .venv/, except Debian packages, which are only installed when missing.
set -eu
cd "$(dirname "$0")/.."

purpose=$1
python=${PYTHON:-python3}
patience_s=600 # how long another program that installs may hold apt
between_s=5

say() {
    printf '%s\n' "$@"
}

stop() {
    say "$@" >&2
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

install_system_packages() { # SIZE LIST...
    size=$1
    shift
    if ! command -v dpkg-query >/dev/null; then
        say "    Dit is geen Debian of Ubuntu; zorg zelf voor: $(listed_packages "$@")" \
            "    (macOS: brew install pango; Fedora: dnf install pango). Zonder komt er geen PDF." >&2
        return
    fi
    missing=$(missing_packages "$@")
    if [ -z "$missing" ]; then
        say "    Zijn er al."
        return
    fi
    install="apt-get install --yes --no-install-recommends$missing"
    [ "$(id -u)" = 0 ] ||
        stop "Er ontbreken systeempakketten. Typ eerst:" \
            "    sudo apt-get update && sudo $install" "en daarna deze opdracht opnieuw."
    say "    Ontbreken nog ($size):$missing"
    refresh_package_lists
    DEBIAN_FRONTEND=noninteractive $install --quiet -o DPkg::Lock::Timeout=$patience_s ||
        stop "De systeempakketten installeren lukt niet; hierboven staat wat apt-get meldt."
}

# What apt waits with, holds for installing: beside another that fetches lists it fails at once.
refresh_package_lists() {
    waited_s=0
    until told=$(LC_ALL=C apt-get update --quiet 2>&1); do
        case $told in
        *"Could not get lock"*) ;;
        *) stop "$told" "De lijst met systeempakketten ophalen lukt niet. Is er internet?" ;;
        esac
        [ "$waited_s" -lt "$patience_s" ] ||
            stop "Een ander programma houdt apt-get al tien minuten bezet. Probeer het later."
        [ "$waited_s" -gt 0 ] || say "    Een ander programma installeert nog; wij wachten erop."
        sleep "$between_s"
        waited_s=$((waited_s + between_s))
    done
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
    say "Klaarzetten gebeurt één keer, en duurt een tot vijf minuten."
    say "1/2 Systeempakketten waarmee de PDF wordt getekend."
    install_system_packages "enkele MB" system-packages/run.txt
    say "2/2 Python-pakketten in de map .venv: 150 MB ophalen, 600 MB op schijf. Even geduld."
    install_python_packages requirements.lock
    ;;
test)
    say "Klaarzetten om te ontwikkelen gebeurt één keer, en duurt twee tot tien minuten."
    say "1/2 Systeempakketten voor de PDF, en een browser voor de tests."
    install_system_packages "honderden MB" system-packages/run.txt system-packages/test.txt
    say "2/2 Python-pakketten in de map .venv, ook om te testen. Even geduld."
    install_python_packages requirements-dev.lock
    touch .venv/ready-to-run
    ;;
bench)
    install_python_packages requirements-bench.lock
    ;;
*) stop "gebruik: setup.sh run|test|bench" ;;
esac
touch ".venv/ready-to-$purpose"
