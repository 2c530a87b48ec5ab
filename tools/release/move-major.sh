#!/usr/bin/env bash
# Moves the floating major tag (v1) to the tip of main, where the pins are those of TAG; only forward, and only where the
# Action there is, byte for byte, the one of TAG. A plain tag without a release: releases are immutable, this one must move.
set -euo pipefail

case "$TAG" in *-*) exit 0 ;; esac
git fetch --quiet --tags --force origin main
target=$(git rev-parse origin/main)
major=${TAG%%.*}
git merge-base --is-ancestor "$TAG^{commit}" "$target" || { echo "$TAG is not on main" >&2; exit 1; }
git diff --quiet "$TAG" "$target" -- action.yml dist || { echo "main has another Action than $TAG by now: release again" >&2; exit 1; }
current=$(git rev-parse --verify --quiet "refs/tags/$major^{commit}" || true)
if [ -n "$current" ] && ! git merge-base --is-ancestor "$current" "$target"; then
  echo "$major stands at $current, which is not behind $target: it moves only forward" >&2
  exit 1
fi
"$(dirname "$0")/push.sh" --force "$target:refs/tags/$major"
