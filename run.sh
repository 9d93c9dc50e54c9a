#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and starts the workbench with the embedded demo; without a display it runs the demo headless.
set -euo pipefail
cd "$(dirname "$0")"

packaging/build.sh -DCAPEWB_TESTS=OFF

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/src/ui/cape-workbench --demo "$@"
fi
echo "No display: running the demo headless instead; its files go to demo-out." >&2
exec build/release/src/cli/capewb demo --out demo-out
