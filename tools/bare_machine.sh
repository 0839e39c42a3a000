#!/bin/bash
# Prove that a bare Debian 12 with only make and python3 can run our targets, from a fresh clone.
#
#   sudo tools/bare_machine.sh demo test
#
# The bare machine is a debootstrap folder, made once and kept in BARE_BASE. Each run works on a
# throw-away layer over it, in a mount and process namespace of its own, so that nothing stays
# mounted or running. Only committed work is cloned.
set -euo pipefail

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
base=${BARE_BASE:-${TMPDIR:-/tmp}/bare-base}
release=bookworm

make_base() {
    [[ -e $base/etc/debian_version ]] && return
    local mirror
    # shellcheck disable=SC2016  # apt expands this, not bash
    mirror=$(apt-get indextargets --format '$(REPO_URI)' \
        'Created-By: Packages' 'Origin: Debian' "Codename: $release" | head -n 1)
    debootstrap --variant=minbase --include=make,python3,python3-venv \
        "$release" "$base.new" ${mirror:+"$mirror"}
    mv "$base.new" "$base"
}

# The way to the registries as this machine knows it, and nothing else of this machine.
lend_network() { # ROOT
    cp --dereference /etc/resolv.conf /etc/hosts "$1/etc/"
    apt-config dump Acquire >"$1/etc/apt/apt.conf.d/99machine"
    mkdir -p "$1/etc/ssl/certs"
    cp --dereference /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/"
}

pip_setting() { # NAME
    local variable=PIP_${1^^}
    variable=${variable//-/_}
    printf '%s' "${!variable:-$(python3 -m pip config get "global.$1" 2>/dev/null || true)}"
}

network_environment() {
    local name value
    for name in index-url cert proxy trusted-host; do
        value=$(pip_setting "$name")
        [[ -z $value ]] || printf 'PIP_%s=%s\n' "$(tr 'a-z-' 'A-Z_' <<<"$name")" "$value"
    done
    env | grep -iE '^(https?|no)_proxy=' || true
}

run_inside() { # WORK TARGET...; runs in the namespaces
    local work=$1 root=$1/root
    shift
    mount -t overlay overlay -o "lowerdir=$base,upperdir=$work/upper,workdir=$work/work" "$root"
    mount -t proc proc "$root/proc"
    mkdir -p "$root/dev/shm"
    mount -t tmpfs tmpfs "$root/dev/shm"
    lend_network "$root"
    git clone --quiet --no-hardlinks "$repo" "$root/root/wijkprofiel"
    local -a environment
    mapfile -t environment < <(network_environment)
    env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        "${environment[@]}" chroot "$root" make -C /root/wijkprofiel "$@"
}

prove() ( # TARGET
    status=0
    work=$(mktemp -d "$base.run.XXXXXX")
    trap 'rm -rf --one-file-system "$work"' EXIT
    mkdir "$work"/{root,upper,work}
    SECONDS=0
    unshare --mount --pid --fork --kill-child \
        "$BASH" "${BASH_SOURCE[0]}" --inside "$work" "$1" || status=$?
    echo "bare machine: make $1 took ${SECONDS} s, exit code $status"
    return "$status"
)

if [[ ${1:-} == --inside ]]; then
    shift
    run_inside "$@"
else
    [[ $(id -u) == 0 ]] || { echo "run this as root" >&2; exit 1; }
    command -v debootstrap >/dev/null || { echo "first: apt-get install debootstrap" >&2; exit 1; }
    make_base
    for target in "${@:-test}"; do
        prove "$target"
    done
fi
