#!/usr/bin/env bash
# Points every pin of the Action in README, docs, examples and the reusable workflow to TAG, in a commit on main.
# Does nothing for a pre-release, and nothing where the pins stand there already.
set -euo pipefail

case "$TAG" in *-*) exit 0 ;; esac
git fetch --quiet --tags origin main
git checkout --quiet --detach origin/main
sha=$(git rev-parse "$TAG^{commit}")
files=$(git grep -l -E 'spec-gate/spec-gate@[0-9a-f]{40} # v' -- README.md docs examples .github/workflows || true)
[ -n "$files" ] || { echo 'nothing is pinned' >&2; exit 1; }
for file in $files; do
  sed -i.bak -E "s|(spec-gate/spec-gate@)[0-9a-f]{40} # v[0-9][0-9A-Za-z.-]*|\1$sha # $TAG|" "$file"
  rm "$file.bak"
done
if git diff --quiet; then
  echo "the pins are those of $TAG already"
  exit 0
fi
git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' commit --quiet --all --message "Pins: $TAG"
gh auth setup-git # with GH_TOKEN, for this push
git push --quiet origin "HEAD:refs/heads/main"
