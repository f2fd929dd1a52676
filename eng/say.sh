# shellcheck shell=bash
# How the scripts talk: progress on standard error, so that the output of a command stays clean.

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  printf 'appliance: %s\n' "$*" >&2
  exit 1
}
