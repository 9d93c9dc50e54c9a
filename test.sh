#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs every test; further words go to ctest (for instance: -R core).
set -euo pipefail
cd "$(dirname "$0")"

werror=OFF
[ -z "${CI:-}" ] || werror=ON
packaging/build.sh -DCAPEWB_TESTS=ON -DCAPEWB_WERROR=$werror

exec ctest --preset release -j "$(nproc)" "$@"
