#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Gets what docs/deploy.md takes for granted where neither a registry nor a plugin of Docker's is at hand, from
# Debian's packages, and prints where it is: SMOKE_COMPOSE is a command, SMOKE_BUSYBOX an image.
set -euo pipefail

cache=${XDG_CACHE_HOME:-$HOME/.cache}/mailscope
tools=$cache/tools
image=mailscope/busybox:1

download() {
  apt-get -qq update && apt-get -qq download docker-compose busybox-static
}

# Unpacked only. The suite is the only one with Compose as a program of its own.
fetch() {
  local apt=$cache/apt-tools site
  site=$("$(dirname "$0")/debian-site.sh")
  mkdir -p "$apt"/etc/{apt.conf.d,preferences.d} "$apt/lists/partial" "$tools"
  : >"$apt/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site sid main" >"$apt/etc/sources.list"
  cat >"$apt/apt.conf" <<EOF
Dir::Etc "$apt/etc/"; Dir::Etc::SourceParts "-";
Dir::State "$apt"; Dir::State::Lists "$apt/lists"; Dir::State::Status "$apt/status"; Dir::Cache "$apt";
Acquire::Check-Valid-Until "false"; Acquire::Languages "none"; Acquire::PDiffs "false"; APT::Sandbox::User "root";
EOF
  (
    export APT_CONFIG=$apt/apt.conf
    cd "$tools"
    download || download # Debian may replace a package in between
    for package in ./*.deb; do dpkg-deb -x "$package" .; done
    rm ./*.deb
  ) >&2
}

# The same place whatever directory the package prefers.
find_program() {
  find "$tools" -type f -perm -100 -name "$1" 2>/dev/null | head -1
}

mkdir -p "$tools"
exec 7>"$cache/tools.lock"
flock 7
if [ -z "$(find_program docker-compose)" ] || [ -z "$(find_program busybox)" ]; then fetch; fi

if ! docker image inspect "$image" >/dev/null 2>&1; then
  root=$(mktemp -d)
  trap 'rm -rf "$root"' EXIT
  mkdir "$root/bin"
  cp "$(find_program busybox)" "$root/bin/busybox"
  for name in sh cp chmod; do ln -s busybox "$root/bin/$name"; done
  tar --directory "$root" --numeric-owner --owner 0 --group 0 --create . |
    docker import --change 'ENV PATH=/bin' - "$image" >/dev/null
fi

echo "SMOKE_COMPOSE=$(find_program docker-compose)"
echo "SMOKE_BUSYBOX=$image"
