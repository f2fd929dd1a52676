# shellcheck shell=bash
# The Debian packages that each command needs, and why. This is the only list of them.

package_list() {
  case "$1" in
    run)
      echo "libspandsp2 libsndfile1 libsamplerate0 libasound2 libsrtp2-1 espeak-ng"
      ;;
    bench)
      echo "sqlite3 sox sip-tester gcc-12 libc6-dev chromium"
      ;;
    test)
      echo "sox minimodem multimon-ng sqlite3 sip-tester baresip dnsmasq-base python3-holidays curl openssl"
      ;;
    browser)
      echo "chromium"
      ;;
    hardware)
      echo "qemu-system-x86 busybox-static cpio kmod gcc-12 make bzip2 xz-utils libelf1"
      ;;
  esac
}

package_reason() {
  case "$1" in
    run) echo "tones, caller ID, sound files, encrypted speech, spoken prompts and line cards with a sound device" ;;
    bench) echo "callers and a look at the store and the recordings that are not ours, and an echo in C to compare with, a browser" ;;
    test) echo "calls, sound, databases, names and holidays made and read by programs that are not ours" ;;
    browser) echo "tests of the pages" ;;
    hardware) echo "tests of the drivers in a guest with Debian's kernel: the machine, and what its modules are built with" ;;
  esac
}

# Installs what is missing for one need (run, bench, test, browser, hardware); does nothing and says nothing when all is there.
packages_for() {
  local need="$1" missing
  missing="$(missing_packages "$need")"
  [[ -n "$missing" ]] || return 0
  command -v apt-get >/dev/null ||
    fail "this is not a Debian system; install these yourself ($(package_reason "$need")): $missing"
  say "Installing Debian packages for $(package_reason "$need"): $missing"
  # shellcheck disable=SC2086 # the list is split on purpose
  install_packages $missing
}

missing_packages() {
  local package missing=()
  for package in $(package_list "$1"); do
    is_installed "$package" || missing+=("$package")
  done
  echo "${missing[*]}"
}

is_installed() {
  [[ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

# The lists of the package archive are fetched only when an install fails without them (none yet, or too old).
install_packages() {
  local log="$ROOT/artifacts/packages.log"
  may_install || fail "needs root to install $*, and there is no sudo: run this once as root: apt-get install $*"
  mkdir -p "$ROOT/artifacts"
  if apt install --no-install-recommends "$@" >"$log" 2>&1; then return 0; fi
  if { apt update && apt install --no-install-recommends "$@"; } >>"$log" 2>&1; then return 0; fi
  tail -n 20 "$log" >&2
  fail "could not install $*; cure what apt-get says above (all of it is in artifacts/packages.log) and try again"
}

may_install() {
  [[ "$(id -u)" == 0 ]] || command -v sudo >/dev/null
}

apt() {
  local as_root=()
  [[ "$(id -u)" == 0 ]] || as_root=(sudo)
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300 "$@" </dev/null
}
