#!/usr/bin/env bash
# Points what README, docs, examples and the reusable workflow name for use to TAG, in a commit on main.
# Does nothing for a pre-release, and nothing where the pins stand there already.
set -euo pipefail

case "$TAG" in *-*) exit 0 ;; esac
git fetch --quiet --tags origin main
git checkout --quiet --detach origin/main
"$(dirname "$0")/write-pins.sh"
if git diff --quiet; then
  echo "the pins are those of $TAG already"
  exit 0
fi
git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' commit --quiet --all --message "Pins: $TAG"
"$(dirname "$0")/push.sh" "HEAD:refs/heads/main"
