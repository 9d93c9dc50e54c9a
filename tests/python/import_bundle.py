#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports the bundles that capewb makes of the golden fixtures with Assemblyline's own importer.

usage: import_bundle.py CAPEWB FIXTURES VENV

The PyPI packages `assemblyline` and `cart` are installed once into the virtual environment VENV; every bundle then goes
through assemblyline.common.bundling.import_bundle with its data and file stores kept in memory, so that each document
passes Assemblyline's own models. Exit 0 when all were imported whole, 1 when one was not, 77 (skipped) when the
packages are not there and cannot be fetched.
"""
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
PACKAGES = ("assemblyline", "cart")
INSTALL_SECONDS = 270  # in all; a connection that stands still ends sooner
NETWORK_SECONDS = "15"
FORMATS_OF_TEXT = {"TEXT", "MEMORY_DUMP"}


def skip(reason):
    print("SKIPPED:", reason)
    sys.exit(SKIPPED)


def run(command, seconds):
    """The output's last line when the command fails, None when it succeeds."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return f"no end after {seconds} s"
    except OSError as error:
        return str(error)
    lines = (done.stderr or done.stdout).strip().splitlines()
    return None if done.returncode == 0 else (lines[-1] if lines else f"exit {done.returncode}")


def prepare(venv):
    """Makes the environment; its mark is written last, so that half an installation is begun anew."""
    ready = venv / "installed"
    if not ready.exists():
        shutil.rmtree(venv, ignore_errors=True)
        if problem := run([sys.executable, "-m", "venv", str(venv)], 60):
            skip(f"no virtual environment can be made here (is python3-venv installed?): {problem}")
        pip = [str(venv / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1"]
        if problem := run([*pip, "--timeout", NETWORK_SECONDS, *PACKAGES], INSTALL_SECONDS):
            skip(f"{' and '.join(PACKAGES)} cannot be installed from PyPI (no network?): {problem}")
        ready.touch()
    return venv / "bin/python"


class Stored:
    """Documents of one kind, kept as Assemblyline would store them."""

    def __init__(self, model):
        self.model, self.documents = model, {}

    def exists(self, key):
        return key in self.documents

    def save(self, key, value):
        document = value if isinstance(value, self.model) else self.model(value)
        self.documents[key] = document.as_primitives()


class Stores:
    """What the importer asks of a data store and a file store."""

    def __init__(self):
        from assemblyline.odm.models.emptyresult import EmptyResult
        from assemblyline.odm.models.error import Error
        from assemblyline.odm.models.file import File
        from assemblyline.odm.models.result import Result
        from assemblyline.odm.models.submission import Submission

        self.submission, self.result, self.emptyresult = Stored(Submission), Stored(Result), Stored(EmptyResult)
        self.error, self.alert, self.file = Stored(Error), Stored(Error), Stored(File)
        self.uploaded = set()

    def save_or_freshen_file(self, sha256, info, expiry, classification, **_):
        dates = ("expiry_ts", "seen", "archive_ts", "from_json")
        kept = {key: value for key, value in info.items() if key not in dates}
        self.file.save(sha256, {**kept, "archive_ts": None, "classification": classification, "expiry_ts": expiry})

    def upload(self, path, sha256):
        self.uploaded.add(sha256)


def values_of(tags):
    return sum(values_of(value) if isinstance(value, dict) else len(value or []) for value in (tags or {}).values())


def problems_of(result):
    """What a server would store, but not show as it was meant."""
    depth, score = -1, 0
    for section in result["result"]["sections"]:
        title = section["title_text"]
        if section["depth"] > depth + 1:
            yield f"{title}: its depth jumps from {depth} to {section['depth']}"
        depth = section["depth"]
        score += section["heuristic"]["score"] if section["heuristic"] else 0
        if section["body"] is not None and section["body_format"] not in FORMATS_OF_TEXT:
            try:
                json.loads(section["body"])
            except ValueError as error:
                yield f"{title}: its {section['body_format']} body is no JSON: {error}"
    if score != result["result"]["score"]:
        yield f"the score is {result['result']['score']}, its heuristics add up to {score}"


def written_tags(bundle, work):
    """How many tags the bundle itself holds, to be told from those that were stored."""
    import cart
    import tarfile

    plain = os.path.join(work, "plain.tgz")
    cart.unpack_file(bundle, plain)
    with tarfile.open(plain) as archive:
        document = json.load(archive.extractfile("results.json"))
    return sum(values_of(section["tags"]) for result in document["results"]["results"].values()
               for section in result["result"]["sections"])


def problems_of_bundle(bundle, work):
    from assemblyline.common import bundling

    stores = Stores()

    @contextlib.contextmanager
    def kept(**_):
        yield stores

    bundling.forge.get_datastore = bundling.forge.get_filestore = kept
    tags = written_tags(bundle, work)
    try:
        bundling.import_bundle(bundle, working_dir=work)
    except Exception as error:  # whatever it is, it is the answer
        return [f"refused: {type(error).__name__}: {error}"]
    results = list(stores.result.documents.values()) + list(stores.emptyresult.documents.values())
    problems = [problem for result in stores.result.documents.values() for problem in problems_of(result)]
    if len(stores.submission.documents) != 1 or len(results) != 1 or stores.error.documents:
        problems.append("not one submission with one result was stored")
    stored = sum(values_of(section["tags"]) for result in stores.result.documents.values()
                 for section in result["result"]["sections"])
    if stored != tags:
        problems.append(f"{tags} tags were written, {stored} are stored")
    return problems


def cases_of(fixtures):
    """A golden case's input and options; those without a report name no file that a bundle could be about."""
    for options in sorted(pathlib.Path(fixtures).rglob("args.json")):
        inputs = [options.parent / name for name in ("lite.zip", "reports/lite.json", "reports/lite.json.gz")]
        for source in filter(pathlib.Path.exists, inputs):
            yield source, options
            break


def import_all(capewb, fixtures):
    failed = count = 0
    for number, (source, options) in enumerate(cases_of(fixtures)):
        with tempfile.TemporaryDirectory() as work:
            bundle = os.path.join(work, "case.al_bundle")
            settings = {**json.loads(options.read_text(encoding="utf-8")), "bundle": {"older": number % 4 == 3}}
            changed = os.path.join(work, "options.json")
            pathlib.Path(changed).write_text(json.dumps(settings), encoding="utf-8")
            command = [capewb, "convert", str(source), "--options", changed, "--bundle", bundle]
            if "corners" in options.parts:  # reports that do not say what they are about
                sample = pathlib.Path(work, "sample.exe")
                sample.write_bytes(b"MZ made up")
                command += ["--sample", str(sample)]
            problem = run(command, 60)
            problems = [problem] if problem else problems_of_bundle(bundle, work)
        count += 1
        failed += bool(problems)
        for problem in problems:
            print(f"{options.parent.name}: {problem}")
    print(f"{count - failed} of {count} bundles imported whole")
    return 1 if failed or not count else 0


def main():
    if sys.argv[1] == "--import":
        return import_all(*sys.argv[2:4])
    capewb, fixtures, venv = sys.argv[1:4]
    python = prepare(pathlib.Path(venv))
    return subprocess.run([str(python), __file__, "--import", capewb, fixtures]).returncode


if __name__ == "__main__":
    sys.exit(main())
