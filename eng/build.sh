# shellcheck shell=bash
# The .NET SDK, and builds with it. Each dotnet command runs in the root, where global.json names the SDK.

need_dotnet() {
  local wanted found
  wanted="$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$ROOT/global.json")"
  command -v dotnet >/dev/null ||
    fail "the .NET SDK is missing: install version $wanted (https://dot.net) and put 'dotnet' on the PATH"
  in_root dotnet --version >/dev/null 2>&1 && return 0
  found="$(cd / && dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ')"
  fail "global.json asks for .NET SDK $wanted (or a later patch of it); installed: ${found:-none}. See https://dot.net"
}

in_root() {
  (cd "$ROOT" && "$@")
}

# Builds one project quietly: warnings and errors are shown, and nothing else.
build_project() {
  say "Building $1…"
  in_root dotnet build "$1" -c Release --nologo -v quiet -clp:NoSummary >&2 ||
    fail "$1 does not build"
}

# Builds everything with all analyzers; where CI=true, from exactly the packages of the lock files.
build_solution() {
  say "Restoring packages…"
  if [[ "${CI:-}" == true ]]; then
    in_root dotnet restore Appliance.sln --locked-mode -v quiet >&2 || return 1
  else
    in_root dotnet restore Appliance.sln -v quiet >&2 || return 1
  fi
  say "Building everything with all analyzers…"
  in_root dotnet build Appliance.sln -c Release --no-restore --nologo -v quiet -clp:NoSummary >&2
}
