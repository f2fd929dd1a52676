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

# Builds one project: warnings and errors are shown, each once, and nothing else.
build_project() {
  say "Building $1…"
  msbuild "$1" -restore >&2 || fail "$1 does not build"
}

# Builds everything with all analyzers; where CI=true, from exactly the packages of the lock files.
build_solution() {
  local locked=false
  [[ "${CI:-}" != true ]] || locked=true
  say "Building everything with all analyzers…"
  msbuild Appliance.sln -restore -p:RestoreLockedMode="$locked" >&2
}

# Each project would load compiler and analyzers anew, which takes most of the time: one compiler server serves this build, under
# a name of its own, and ends with it.
msbuild() {
  local server="switchhook-$$" code=0
  UseSharedCompilation=true SharedCompilationId="$server" in_root \
    dotnet msbuild "$@" -p:Configuration=Release -nologo -verbosity:quiet -nodeReuse:false || code=$?
  pkill -f -- "-pipename:$server\$" || true
  return "$code"
}
