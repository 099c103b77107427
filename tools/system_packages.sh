#!/usr/bin/env bash
# Makes sure that the machine has what setup and the tests use beside Python's own packages. On Debian as root it installs what is
# missing; elsewhere it says what to install and goes on, for the tests that need it are then skipped.
set -euo pipefail

# python3-venv builds the environment; Chromium drives the console's tests and screenshots, in fonts that carry Vietnamese;
# PostgreSQL's programs start a throw-away server for the tests marked `postgres`.
packages=(python3-venv chromium postgresql fonts-noto-core fonts-dejavu-core)

is_missing() { ! dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

if ! command -v apt-get >/dev/null; then
    echo "Not a Debian system: please see to the equivalents of: ${packages[*]}"
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    if is_missing "$package"; then missing+=("$package"); fi
done
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi

if [ "$(id -u)" -ne 0 ]; then
    echo "Not root: please run: sudo apt-get install ${missing[*]}"
    exit 0
fi

echo "Installing ${missing[*]}"
# Only PostgreSQL's programs are wanted, not a running cluster on its standard port.
mkdir -p /etc/postgresql-common
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet --quiet
# A configuration that was laid down beforehand, such as the one above, is kept.
apt-get install --yes --quiet --quiet --no-install-recommends --option Dpkg::Options::=--force-confold "${missing[@]}" >/dev/null
