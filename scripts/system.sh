#!/bin/sh
# Brings what the tests on the real things need beyond Python: Java 17 or 21, Maven, Chromium, a CJK font.
# As root on Debian or Ubuntu it installs what is missing; elsewhere it prints the one line to run and goes on.
set -eu

missing=""
need() { missing="$missing $1"; }

java_ok() {
    command -v java >/dev/null 2>&1 && java -version 2>&1 | grep -qE 'version "(17|21)[."]'
}
# 21 is newer, but Debian 12 has 17 only.
java_package() {
    if apt-cache show openjdk-17-jre-headless >/dev/null 2>&1; then echo openjdk-17-jre-headless; else echo openjdk-21-jre-headless; fi
}
chromium_ok() {
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1
}
font_ok() { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ]; }

debian=no
[ -r /etc/debian_version ] && command -v apt-get >/dev/null 2>&1 && debian=yes
root=no
[ "$(id -u)" = 0 ] && root=yes

if java_ok && command -v mvn >/dev/null 2>&1 && chromium_ok && font_ok; then exit 0; fi
if [ "$debian" = yes ] && [ "$root" = yes ]; then
    apt-get update -qq >/dev/null 2>&1 || echo "system: apt-get update failed: going on with the lists at hand" >&2
fi
java_ok || need "$(if [ "$debian" = yes ]; then java_package; else echo 'a Java 17 or 21 runtime'; fi)"
command -v mvn >/dev/null 2>&1 || need maven
chromium_ok || need chromium
font_ok || need "$(if [ "$debian" = yes ]; then echo fonts-noto-cjk fontconfig; else echo 'a CJK font'; fi)"

if [ "$debian" = yes ] && [ "$root" = yes ]; then
    echo "system: installing$missing" >&2
    # shellcheck disable=SC2086  # a list of package names
    if DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null 2>&1; then exit 0; fi
    echo "system: apt-get could not install$missing: install them by hand for the checks that need them" >&2
elif [ "$debian" = yes ]; then
    echo "system: for the checks on a real Neo4j and a real browser run: sudo apt-get install -y$missing" >&2
else
    echo "system: for the checks on a real Neo4j and a real browser install:$missing" >&2
fi
