#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# get-classifier.sh [FOLDER]: puts the learned classifier of file types there (Google's Magika, Apache-2.0), out of its
# package on PyPI. Without it types are told by rules alone. Does nothing when it is there. FOLDER is by default where
# CAPE Workbench looks: for root /usr/local/share/cape-workbench/classifier, for others ~/.local/share/cape-workbench/classifier.
set -euo pipefail

version=1.0.3
# The files are the same for every system: one wheel serves all.
platform=manylinux_2_28_x86_64
sha256=3e9b49134e8116ee40b431664dcbed9e199413efddcce1a173c734b4e0521529
files=(
    magika/models/standard_v3_3/model.onnx
    magika/models/standard_v3_3/config.min.json
    magika/config/content_types_kb.min.json
)

for_all=/usr/local/share/cape-workbench/classifier
for_user=${XDG_DATA_HOME:-$HOME/.local/share}/cape-workbench/classifier

is_there() {
    local file
    for file in "${files[@]}"; do [ -s "$1/${file##*/}" ] || return 1; done
}

if [ $# -gt 0 ]; then
    folder=$1
    if is_there "$folder"; then exit 0; fi
else
    if is_there "$for_all" || is_there "$for_user"; then exit 0; fi
    if [ "$(id -u)" = 0 ]; then folder=$for_all; else folder=$for_user; fi
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "Fetching the classifier of file types (magika $version) from PyPI" >&2
python3 -m venv "$work/venv"
echo "magika==$version --hash=sha256:$sha256" >"$work/requirements.txt"
"$work/venv/bin/pip" --quiet --disable-pip-version-check download --no-deps --require-hashes --only-binary=:all: \
    --platform "$platform" --retries 2 --timeout 20 --dest "$work" --requirement "$work/requirements.txt"

mkdir -p "$folder"
python3 - "$work"/magika-*.whl "$folder" "${files[@]}" <<'EOF'
import pathlib, sys, zipfile
wheel, folder, *names = sys.argv[1:]
with zipfile.ZipFile(wheel) as package:
    names += [name for name in package.namelist() if name.endswith("/LICENSE")][:1]
    for name in names:
        target = pathlib.Path(folder, pathlib.PurePosixPath(name).name)
        part = target.with_name(target.name + ".part")
        part.write_bytes(package.read(name))
        part.chmod(0o644)
        part.replace(target)
EOF
echo "The classifier is in $folder" >&2
