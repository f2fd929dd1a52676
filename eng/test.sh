# shellcheck shell=bash
# `./appliance test`: builds with all analyzers, looks at the formatting, runs the suites and counts.
# The last line says `N passed, N failed`; a step that breaks counts as one failure, and so does a run without tests.

PASSED=0
FAILED=0
FILTER=""
LONG=""
SUITES=""

run_tests() {
  SUITES="$(chosen_suites "$@")"
  read_filter "$@"
  packages_for run
  packages_for test
  [[ " $SUITES " != *" Browser "* ]] || packages_for browser
  rm -rf "$ROOT/artifacts/tests"
  mkdir -p "$ROOT/artifacts/tests"
  if build_solution; then
    check_format
    prepare_suites
    run_suites "$SUITES"
  else
    broken "the solution does not build"
  fi
  close_tests
}

# The suites by the options; all by default.
chosen_suites() {
  local suites=""
  while (($# > 0)); do
    case "$1" in
      --quick) suites+=" Tests" ;;
      --system) suites+=" System" ;;
      --browser) suites+=" Browser" ;;
      --hardware) suites+=" Image" ;;
      --long) suites+=" Tests System Browser Image" ;;
      --filter) shift ;;
      *) fail "'test' has no option '$1'; it has --quick, --system, --browser, --hardware, --long and --filter EXPRESSION" ;;
    esac
    shift || fail "--filter needs an expression"
  done
  [[ -n "$suites" ]] || suites="Tests System Browser Image"
  echo "$suites"
}

read_filter() {
  while (($# > 0)); do
    case "$1" in
      --filter) FILTER="$2" && shift ;;
      --long) LONG=yes ;;
    esac
    shift
  done
}

# What tells the runner which tests of a suite to take: those that take long (the trait Length) only when they are asked for.
filter_of() {
  local length='Length!=long'
  [[ "$LONG" != yes ]] || length='Length=long'
  echo "${FILTER:+($FILTER)&}$length"
}

# The style rules are analyzers and ran in the build; what is left is white space, and it needs no compiler.
check_format() {
  say "Checking the formatting…"
  in_root dotnet format whitespace . --folder --verify-no-changes --exclude artifacts >&2 ||
    broken "the formatting is off: run 'dotnet format whitespace . --folder'"
}

# Hundreds of sentences, spoken once and not by each box of a test; anew when what speaks has changed.
speak_beforehand() {
  local spoken="$ROOT/artifacts/spoken"
  [[ ! "$spoken" -ot "$ROOT/artifacts/bin/Flows/release/Switchhook.Flows.dll" ]] || rm -rf "$spoken"
  say "Speaking the sentences of the demo site and the examples, which the boxes of the tests use…"
  in_root dotnet artifacts/bin/Appliance/release/Switchhook.Appliance.dll speak sites/demo/site.yaml sites/examples/*/site.yaml \
    --to artifacts/spoken >&2 || broken "the sentences of the sites cannot be spoken"
}

# The drivers run in a guest that is made first; without it their suite has nothing to say, and that is one failure.
prepare_suites() {
  [[ ! "$SUITES" =~ System|Browser|Image ]] || speak_beforehand
  [[ " $SUITES " == *" Image "* ]] || return 0
  if (packages_for hardware) && "$ROOT/tests/Image/guest/prepare.sh"; then return 0; fi
  broken "there is no guest to run the drivers in, so tests/Image was not run"
  SUITES="${SUITES/ Image/}"
}

# What a line card costs, measured by the driver in the guest. Times are those of an emulated processor: compare them with each other.
bench_hardware() {
  packages_for run
  packages_for hardware
  build_project tests/Image
  "$ROOT/tests/Image/guest/prepare.sh"
  in_root dotnet test artifacts/bin/Image/release/Switchhook.Image.dll --nologo --filter 'DisplayName~cost' \
    --logger "console;verbosity=detailed"
}

run_suites() {
  local suite
  for suite in $1; do
    run_suite "$suite"
  done
}

# Each suite runs as a process group of its own, so that nothing that its tests started can outlive it.
run_suite() {
  local suite="$1" group code=0 temporary
  temporary="$(mktemp -d)"
  say "Running tests/$suite…"
  set -m
  TMPDIR="$temporary" SWITCHHOOK_PICTURES=yes test_command "$suite" </dev/null >&2 &
  group=$!
  set +m
  trap 'kill -KILL -- "-$group" 2>/dev/null || true; rm -rf "$temporary"; exit 130' INT TERM
  wait "$group" || code=$?
  trap - INT TERM
  # The runner writes a dump of a hanging test's memory, 300 MB, even when told not to.
  find "$ROOT/artifacts/tests" -name '*.dmp' -delete
  count_suite "$suite" "$code"
  end_group "$suite" "$group"
  # The runner leaves empty folders there, and programs that are killed on purpose leave their pipes.
  rm -rf "$temporary"
}

test_command() {
  local results="$ROOT/artifacts/tests" filter options
  filter="$(filter_of)"
  options=(--filter "$filter")
  in_root dotnet test "artifacts/bin/$1/release/Switchhook.$1.dll" --nologo \
    --logger "trx;LogFileName=$1.trx" --logger "console;verbosity=minimal" --results-directory "$results" \
    --blame-hang-timeout 8min --blame-hang-dump-type none "${options[@]}"
}

count_suite() {
  local suite="$1" code="$2" trx="$ROOT/artifacts/tests/$1.trx" passed failed
  passed="$(counter "$trx" passed)"
  failed="$(counter "$trx" failed)"
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
  if ((passed + failed == 0)) && [[ -z "$FILTER" ]]; then
    broken "tests/$suite ran no test"
  elif ((code != 0 && failed == 0)); then
    broken "tests/$suite broke off (exit code $code)"
  fi
}

# One number of the <Counters …/> line of a result file; 0 when there is no such file.
counter() {
  local value
  value="$(sed -n "s/.*<Counters .*[^a-zA-Z]$2=\"\([0-9]*\)\".*/\1/p" "$1" 2>/dev/null || true)"
  echo "${value:-0}"
}

# Ends what a suite left running. That is a fault of a test, so it counts.
end_group() {
  local suite="$1" group="$2" second
  for second in 1 2 3 4 5; do
    kill -0 -- "-$group" 2>/dev/null || return 0
    sleep "$second"
  done
  broken "tests/$suite left processes running: $(pgrep -a -g "$group" | head -c 400 || true)"
  kill -KILL -- "-$group" 2>/dev/null || true
}

broken() {
  FAILED=$((FAILED + 1))
  say "FAILED: $1"
}

close_tests() {
  ((PASSED + FAILED > 0)) || broken "no test ran"
  echo "$PASSED passed, $FAILED failed"
  ((FAILED == 0))
}
