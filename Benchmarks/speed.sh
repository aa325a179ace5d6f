#!/bin/sh
# Processor time and peak memory of a full scan beside `xmllint --noout` on the same notices, in one run.
#
#   speed.sh [FOLDER-OF-NOTICES]
#
# Without a folder it unpacks the TED notices that lie beside the project. Medians of five.
set -eu
cd "$(dirname "$0")/.."
program=$PWD/.build/release/toetssteen
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=${1:-}
if [ -z "$folder" ]; then
  archive=../shared/corpus/ted-notices.zip
  [ -f "$archive" ] || { echo "speed.sh: give a folder of notices; $archive is not there" >&2; exit 2; }
  folder=$work/notices
  mkdir "$folder"
  python3 -m zipfile -e "$archive" "$folder"
fi
exec python3 - "$program" "$folder" <<'PYTHON'
import os
import pathlib
import resource
import statistics
import subprocess
import sys

program, folder = sys.argv[1:3]
files = sorted(str(p) for p in pathlib.Path(folder).rglob("*.xml"))
size = sum(os.path.getsize(f) for f in files)


def measure(command):
    """Processor seconds and peak kilobytes of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


jobs = {
    "xmllint --noout": ["xmllint", "--noout", *files],
    "toetssteen facts": [program, "facts", folder, "--format", "ndjson"],
    "toetssteen scan --jobs 1": [program, "scan", folder, "--jobs", "1", "--format", "ndjson"],
    "toetssteen scan --jobs 2": [program, "scan", folder, "--jobs", "2", "--format", "ndjson"],
    "toetssteen --version": [program, "--version"],
}
for command in jobs.values():
    measure(command)
runs = {name: [] for name in jobs}
for _ in range(5):
    for name, command in jobs.items():
        runs[name].append(measure(command))
base = statistics.median(t for t, _ in runs["xmllint --noout"])
print("%d notices, %.1f MB; medians of five runs" % (len(files), size / 1e6))
print("%-26s %12s %12s %10s" % ("", "processor s", "x xmllint", "peak MB"))
for name, values in runs.items():
    time = statistics.median(t for t, _ in values)
    memory = max(m for _, m in values) / 1024
    print("%-26s %12.3f %12.2f %10.0f" % (name, time, time / base, memory))
PYTHON
