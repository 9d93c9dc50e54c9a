#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing to build, test and run CAPE Workbench. Asks nothing; does nothing when all is there.
# Debian 13 or later and Ubuntu 25.10 or later: the distribution's packages. Debian 12: Qt 6.8 and its companions from trixie,
# pinned so low that nothing else comes from there. Any other system: the list of what is needed, and exit 1.
# Then, where it can be had, the classifier of file types: ONNX Runtime and get-classifier.sh. Failing that is no failure.
set -euo pipefail

packages=(
    g++-14 cmake ninja-build pkgconf
    qt6-base-dev qt6-httpserver-dev qt6-websockets-dev qt6-tools-dev qt6-l10n-tools qt6-tools-dev-tools qt6-svg-dev
    libqt6sql6-sqlite qt6-svg-plugins qt6-translations-l10n
    libkf6syntaxhighlighting-dev libquazip1-qt6-dev qtkeychain-qt6-dev
    libsecret-1-0 libsimdjson-dev libpcre2-dev libarchive-dev nettle-dev libyaml-dev libmagic-dev zlib1g-dev libssl-dev
    xvfb xauth fonts-dejavu-core python3-venv
)

# What the program also works without.
optional=(libonnxruntime-dev)

is_installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q '^install ok installed$'; }

get_classifier() {
    "$(dirname "$0")/get-classifier.sh" ||
        echo "The classifier of file types could not be fetched: types are told by rules alone. Later: packaging/get-classifier.sh" >&2
}

missing=()
missing_optional=()
if command -v dpkg-query >/dev/null; then
    for package in "${packages[@]}"; do
        is_installed "$package" || missing+=("$package")
    done
    for package in "${optional[@]}"; do
        is_installed "$package" || missing_optional+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ] && [ ${#missing_optional[@]} -eq 0 ]; then
        get_classifier
        exit 0
    fi
fi

ID='' VERSION_ID='' PRETTY_NAME='this system'
if [ -r /etc/os-release ]; then . /etc/os-release; fi

at_least() { [ "$(printf '%s\n' "$1" "${VERSION_ID:-999}" | sort -V | head -n 1)" = "$1" ]; }

source_of_trixie=no
case "$ID" in
    debian) if [ "${VERSION_ID:-}" = 12 ]; then source_of_trixie=yes; elif ! at_least 13; then ID=unsupported; fi ;;
    ubuntu) at_least 25.10 || ID=unsupported ;;
    *) ID=unsupported ;;
esac

# Only what is optional is missing, and it cannot be installed without asking.
if [ ${#missing[@]} -eq 0 ] && [ ${#missing_optional[@]} -gt 0 ] &&
    { [ "$ID" = unsupported ] || { [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; }; }; then
    echo "Not installed, and optional: ${missing_optional[*]}" >&2
    get_classifier
    exit 0
fi

if [ "$ID" = unsupported ]; then
    {
        echo "$PRETTY_NAME is not one this script knows (Debian 12 or later, Ubuntu 25.10 or later)."
        echo "CAPE Workbench needs, with their development files: a C++23 compiler (GCC 14 or later), CMake 3.25, Ninja, pkg-config,"
        echo "Qt 6.8 (Base with the SQLite driver, HttpServer, Svg, Tools with Linguist), KDE Frameworks 6 SyntaxHighlighting,"
        echo "QuaZip for Qt 6, QtKeychain for Qt 6 (at run time with libsecret, or KWallet), simdjson 3.12, PCRE2, libarchive, Nettle, libyaml, libmagic, zlib, OpenSSL; for the tests Xvfb and Python 3 with its venv module."
        echo "On Debian their packages are: ${packages[*]}"
        echo "For the classifier of file types, optional: ONNX Runtime with its header (${optional[*]}), and packaging/get-classifier.sh"
    } >&2
    exit 1
fi

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else
        echo "Missing packages: ${missing[*]}. Install them as root, or install sudo, and run this again." >&2
        exit 1
    fi
}

write_file() { as_root tee "$1" >/dev/null; }

# The mirror that this machine already uses: the first URIs line of its Debian source, or the first deb line.
mirror_of_this_machine() {
    local uri=''
    uri=$(cat /etc/apt/sources.list.d/*.sources 2>/dev/null | awk '$1 == "URIs:" && $2 ~ /debian\/?$/ { print $2; exit }')
    [ -n "$uri" ] || uri=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
        awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^https?:.*debian\/?$/) { print $i; exit } }')
    [ -n "$uri" ] || { echo "No Debian mirror in /etc/apt: name one in a file of sources.list.d and run this again." >&2; exit 1; }
    echo "$uri"
}

options=(-y --no-install-recommends)
if [ "$source_of_trixie" = yes ]; then
    options+=(-t trixie)
    mirror=$(mirror_of_this_machine)
    write_file /etc/apt/sources.list.d/cape-workbench-trixie.sources <<EOF
Types: deb
URIs: $mirror
Suites: trixie
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
EOF
    write_file /etc/apt/preferences.d/cape-workbench-trixie <<EOF
Package: *
Pin: release n=trixie
Pin-Priority: 100
EOF
fi

install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install "${options[@]}" "$@"; }

if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${#missing[@]} missing packages: ${missing[*]}" >&2
    as_root apt-get -q update
    install "${missing[@]}"
fi
for package in "${missing_optional[@]}"; do
    (install "$package") || echo "$package could not be installed: CAPE Workbench works without it." >&2
done
get_classifier
