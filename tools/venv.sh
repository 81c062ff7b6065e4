#!/bin/sh
# Usage: sh tools/venv.sh REQUIREMENTS. Makes .venv with the first Python that is new enough, and installs into it.
set -eu

usable='import sys; sys.exit(sys.version_info < (3, 11))'
too_old='' without_venv=''

say() { printf '%s\n' "$*" >&2; }

stop() {
    if [ -n "$without_venv" ]; then
        say "$without_venv cannot make a virtual environment: its venv module is missing." \
            "On Debian or Ubuntu: sudo apt-get install ${without_venv##*/}-venv"
    elif [ -n "$too_old" ]; then
        say "Python 3.11 or newer is needed, found only $too_old." \
            "Install a newer one, or name it: make PYTHON=/path/to/python3.12"
    else
        say "Python 3.11 or newer is needed, found none. On Debian or Ubuntu: sudo apt-get install python3 python3-venv"
    fi
    exit 1
}

make_environment() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        version=$("$candidate" --version 2>/dev/null) || continue
        if ! "$candidate" -c "$usable"; then
            too_old="${too_old:+$too_old, }$version"
        elif ! "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            without_venv="${without_venv:-$candidate}"
        else
            say "Making .venv with $version"
            "$candidate" -m venv --clear .venv && return
        fi
    done
    stop
}

.venv/bin/python -c "$usable" 2>/dev/null || make_environment
say "Installing $1 (only when it has changed; a few minutes the first time)"
.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --root-user-action=ignore -r "$1"
