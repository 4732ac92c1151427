#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Prints where the machine gets Debian's packages from, for the scripts beside this one.
set -euo pipefail

site() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | awk '/\/debian\/$/ && !found { print; found = 1 } END { exit !found }'
}

# Of a source whose lists were not fetched yet nothing is said.
if ! site; then
  apt-get -qq update >&2 || true
  if ! site; then
    echo "None of apt's sources is Debian's, from whose packages this would be made" >&2
    exit 1
  fi
fi
