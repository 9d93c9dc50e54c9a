#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing and builds the release preset; further words go to cmake's configuration.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-deps.sh

# Debian 12's own g++ is too old for C++23; the one just installed is not.
if [ -z "${CXX:-}" ] && command -v g++-14 >/dev/null; then
    if ! command -v g++ >/dev/null || [ "$(g++ -dumpversion | cut -d. -f1)" -lt 14 ]; then
        export CXX=g++-14
    fi
fi

mkdir -p build
cmake --preset release "$@" >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
cmake --build --preset release
