#!/usr/bin/env bash
# Makes the guest in which tests/Image runs the drivers, from Debian's packages: the newest kernel of the distribution, DAHDI's
# core, gpio-sim, the simulated hardware of tests/Image/modules, and an initramfs that mounts this machine read-only.
# Leaves artifacts/guest/vmlinuz and artifacts/guest/initramfs.gz. Nothing is installed; what is there is made again only when the
# kernel or a source has changed. Needs the packages of `packages_for hardware`.
set -euo pipefail

HERE="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
ROOT="$(cd "$HERE/../../.." && pwd)"
GUEST="$ROOT/artifacts/guest"
TREE="$GUEST/tree"   # the unpacked packages
BUILD="$GUEST/build" # the sources of the modules
readonly HERE ROOT GUEST TREE BUILD
# Where depmod and modprobe are; only root has it on the path.
export PATH="$PATH:/usr/sbin"

# shellcheck source=../../../eng/say.sh
source "$ROOT/eng/say.sh"
# shellcheck source=../../../eng/packages.sh
source "$ROOT/eng/packages.sh"

# What the guest can load; modprobe brings what these need.
readonly MODULES="virtio_pci 9pnet_virtio 9p configfs dahdi dahdi_echocan_mg2 simline spisim gpio-sim
  snd-aloop snd-dummy i2c-dev i2c-stub softdog"

main() {
  local kernel key
  mkdir -p "$GUEST"
  kernel="$(newest_kernel)"
  key="$kernel $(cat "$HERE"/* "$(dirname "$HERE")"/modules/*/* | sha256sum | cut -d' ' -f1)"
  if [[ -f "$GUEST/initramfs.gz" && "$(cat "$GUEST/made-from" 2>/dev/null)" == "$key" ]]; then return 0; fi
  rm -f "$GUEST/made-from"
  say "Making the guest of tests/Image, with kernel $kernel…"
  fetch "$kernel"
  build "${kernel%%=*}"
  pack "${kernel%%=*}"
  echo "$key" >"$GUEST/made-from"
}

# The newest kernel's release and version: 6.1.0-1-amd64=6.1.1-1.
newest_kernel() {
  local image
  image="$(dependency linux-image-amd64 linux-image-)"
  [[ -n "$image" ]] || { apt update >&2 && image="$(dependency linux-image-amd64 linux-image-)"; }
  [[ -n "$image" ]] || fail "apt knows no package linux-image-amd64: the guest needs the package lists of Debian (apt-get update)"
  echo "${image#linux-image-}=$(apt-cache show --no-all-versions "$image" | sed -n 's/^Version: //p')"
}

# The first package that another needs, of those whose names begin so.
dependency() {
  apt-cache show --no-all-versions "$1" 2>/dev/null |
    sed -n 's/^Depends: //p' | tr ',' '\n' | sed -n "s/^ *\($2[^ ]*\).*/\1/p" | head -n 1
}

# Unpacks the kernel, what its modules are built with, and the sources of those that Debian does not build.
fetch() {
  local kernel="$1" release="${1%%=*}" version="${1#*=}" headers source deb
  [[ "$(cat "$TREE/complete" 2>/dev/null)" != "$kernel" ]] || return 0
  headers="linux-headers-$release"
  source="linux-source-$(cut -d. -f1,2 <<<"$release")"
  rm -rf "$TREE"
  mkdir -p "$TREE/debs"
  download "linux-image-$release=$version" "$headers=$version" "$(dependency "$headers" linux-headers-)=$version" \
    "$(dependency "$headers" linux-kbuild-)=$version" "$source=$version" dahdi-dkms
  unpack_source "$source"
  for deb in "$TREE"/debs/*.deb; do
    dpkg -x "$deb" "$TREE"
  done
  # The one place where the headers say where they would be installed.
  sed -i "s|/usr/src|$TREE/usr/src|" "$TREE/usr/src/$headers/Makefile"
  rm -r "$TREE/debs"
  echo "$kernel" >"$TREE/complete"
}

# The lists are fetched anew only when they name files that the archive no longer has.
download() {
  say "Fetching Debian packages for the guest: $*"
  (cd "$TREE/debs" && { apt-get -q download "$@" || { apt update && apt-get -q download "$@"; }; }) >"$GUEST/fetch.log" 2>&1 || {
    tail -n 20 "$GUEST/fetch.log" >&2
    fail "could not fetch the packages of the guest; cure what apt-get says above and try again"
  }
}

# Three files of 80,000: unpacking all would take a minute and 1.4 GB.
unpack_source() {
  local files=("$1/drivers/gpio/gpio-sim.c" "$1/drivers/gpio/gpiolib.h" "$1/kernel/irq/irq_sim.c")
  dpkg-deb --fsys-tarfile "$TREE/debs/$1"_*.deb | tar -xO "./usr/src/$1.tar.xz" |
    tar -xJ -C "$TREE" --strip-components=1 "${files[@]}"
  rm "$TREE/debs/$1"_*.deb
}

build() {
  local release="$1" log="$GUEST/build.log"
  rm -rf "$BUILD"
  mkdir -p "$BUILD/gpio-sim"
  cp -r "$(dirname "$HERE")"/modules/* "$BUILD/"
  cp -r "$TREE"/usr/src/dahdi-2* "$BUILD/dahdi"
  cp "$TREE/drivers/gpio/gpio-sim.c" "$BUILD/gpio-sim/main.c"
  cp "$TREE/drivers/gpio/gpiolib.h" "$TREE/kernel/irq/irq_sim.c" "$BUILD/gpio-sim/"
  # Only what is part of the kernel itself may look into the tables of interrupts.
  sed -i 's/handle_simple_irq(irq_to_desc(\(.*\)));/generic_handle_irq(\1);/' "$BUILD/gpio-sim/irq_sim.c"
  (cd "$BUILD/dahdi" && DAHDIVERSION=guest build_tools/make_version_h >include/dahdi/version.h)
  make -C "$TREE/usr/src/linux-headers-$release" M="$BUILD" -j "$(nproc)" DAHDI_INCLUDE="$BUILD/dahdi/include" \
    CONFIG_DAHDI=m CONFIG_DAHDI_ECHOCAN_MG2=m modules >"$log" 2>&1 || {
    tail -n 30 "$log" >&2
    fail "the modules of the guest do not build; all that the compiler said is in artifacts/guest/build.log"
  }
}

# A root file system of busybox, the modules with what they need, and init.
pack() {
  local release="$1" root="$GUEST/root" module
  install -D -t "$TREE/lib/modules/$release/extra" $(find "$BUILD" -name '*.ko')
  depmod -b "$TREE" "$release"
  rm -rf "$root"
  mkdir -p "$root"/{bin,dev,host,proc,run,sys} "$root/lib/modules/$release"
  install -m 755 "$HERE/init" "$root/init"
  install -m 755 "$(command -v busybox)" "$root/bin/busybox"
  for module in $MODULES; do
    modprobe -d "$TREE" -S "$release" --show-depends "$module" | sed -n 's/^insmod \([^ ]*\).*/\1/p'
  done | sort -u | xargs install -t "$root/lib/modules/$release"
  cp "$TREE/lib/modules/$release"/modules.{builtin,builtin.modinfo,order} "$root/lib/modules/$release/"
  depmod -b "$root" "$release"
  cp "$TREE/boot/vmlinuz-$release" "$GUEST/vmlinuz"
  (cd "$root" && find . | cpio --quiet -o -H newc -R 0:0 | gzip -1) >"$GUEST/initramfs.gz"
  rm -r "$root"
}

main
