#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes a base image with a Java runtime where no registry is at hand, and prints its name.
#
#   smoke-tests/base-image.sh 17      the machine's JDK 17, linked, with the libraries it needs
#   smoke-tests/base-image.sh 8       Debian's packages, where the machine has no such JDK
#
# The name holds a hash of what the image is made of; an image that is there is not made again.
set -euo pipefail

release=${1:?usage: base-image.sh 8|11|17|21|25}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/mailscope
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.xml,java.xml.crypto,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

# The home of the machine's own JDK of this release, with which jlink can be run.
jdk() {
  for home in "${JAVA_HOME:-/none}" /usr/lib/jvm/*; do
    if [ -x "$home/bin/jlink" ] && grep -q "^JAVA_VERSION=\"$release[.\"]" "$home/release" 2>/dev/null; then
      readlink -f "$home"
      return
    fi
  done
}

# The runtime with every library that one of its files is linked to, at the same paths.
link_jdk() {
  "$1/bin/jlink" --module-path "$1/jmods" --add-modules "$modules" \
    --strip-debug --no-header-files --no-man-pages --output "$root/opt/java"
  find "$root/opt/java" -type f \( -name '*.so' -o -path '*/bin/java' \) -exec ldd {} + 2>/dev/null |
    awk '$3 ~ /^\// { print $3 } $1 ~ /^\/.*ld-linux/ { print $1 }' | grep -v "^$root" | sort -u >"$work/libraries"
  # Opened by name: what resolves host names.
  ls /lib/*-linux-gnu/lib{nss_files,nss_dns,resolv}.so.2 >>"$work/libraries"
  while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
  done <"$work/libraries"
}

# Debian's packages, at the versions that they have now.
download() {
  apt-get -qq update >&2 && apt-get -qq --download-only --yes install "openjdk-$release-jre-headless" >&2
}

# Debian's runtime, unpacked only: none of its packages' scripts is run, so none needs a chroot.
unpack_debian() {
  local apt=$cache/apt site
  site=$("$(dirname "$0")/debian-site.sh")
  mkdir -p "$apt"/etc/{apt.conf.d,preferences.d,trusted.gpg.d} "$apt/lists/partial" "$cache/archives/partial"
  : >"$apt/status"
  # The only suite with all of these releases.
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site sid main" >"$apt/etc/sources.list"
  cat >"$apt/apt.conf" <<EOF
Dir::Etc "$apt/etc/"; Dir::Etc::SourceParts "-";
Dir::State "$apt"; Dir::State::Lists "$apt/lists"; Dir::State::Status "$apt/status";
Dir::Cache "$apt"; Dir::Cache::Archives "$cache/archives";
Acquire::Check-Valid-Until "false"; Acquire::Languages "none"; Acquire::PDiffs "false";
APT::Install-Recommends "false"; APT::Sandbox::User "root"; APT::Keep-Downloaded-Packages "true";
EOF
  export APT_CONFIG=$apt/apt.conf
  download || download # Debian may replace a package in between
  # Where the packages expect links, they must not make directories.
  for name in bin sbin lib lib64; do
    mkdir -p "$root/usr/$name"
    ln -s "usr/$name" "$root/$name"
  done
  apt-get -qq --simulate install "openjdk-$release-jre-headless" |
    awk '$1 == "Inst" { print $2, substr($3, 2) }' |
    while read -r package version; do
      dpkg-deb -x "$cache/archives/${package}_${version//:/%3a}"_*.deb "$root"
    done
  # Release 8 has its runtime in a directory of its own.
  for java in "$root/usr/lib/jvm/java-$release-openjdk-"*/{,jre/}; do
    if [ -x "$java/bin/java" ]; then ln -sfn "${java#"$root"}" "$root/opt/java"; fi
  done
}

# Whoever needs the same image meanwhile waits for it.
mkdir -p "$cache"
exec 6>"$cache/image.lock"
flock 6
home=$(jdk)
contents=$({ cat "$0"; if [ -n "$home" ]; then cat "$home/release"; fi; } | sha256sum | cut -c 1-12)
image=mailscope/jre:$release-$contents
if docker image inspect "$image" >/dev/null 2>&1; then
  echo "$image"
  exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
mkdir -p "$root"/{etc,opt}
mkdir -m 1777 "$root/tmp"
if [ -n "$home" ]; then link_jdk "$home"; else unpack_debian; fi
printf 'root:x:0:0:root:/:/none\nmail:x:8:8:mail:/:/none\n' >"$root/etc/passwd"
printf 'root:x:0:\nmail:x:8:\n' >"$root/etc/group"
tar --directory "$root" --numeric-owner --owner 0 --group 0 --create . |
  docker import --change 'ENV JAVA_HOME=/opt/java' --change 'ENV PATH=/opt/java/bin:/usr/bin:/bin' - "$image" >/dev/null
docker run --rm --network none "$image" java -version >&2
echo "$image"
