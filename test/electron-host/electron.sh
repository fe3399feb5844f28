#!/bin/sh
# Stands in for Electron's program: ELECTRON_OVERRIDE_DIST_PATH names the folder in which this lies.
here=$(dirname "$(readlink -f "$0")")
for arg in "$@"; do
  case "$arg" in --inspect=*) inspect=$arg ;; esac
done
export ELECTRON_HOST_CHROMIUM="${ELECTRON_HOST_CHROMIUM:-@chromium@}"
exec node $inspect "$here/boot.cjs" "$@"
