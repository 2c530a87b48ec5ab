#!/usr/bin/env bash
# Writes TAG and its commit (or COMMIT) wherever README, docs, examples and the reusable workflow name a release to use, or
# in the files that are named. Changes files only.
set -euo pipefail

sha=${COMMIT:-$(git rev-parse "$TAG^{commit}")}
[ $# -gt 0 ] || set -- README.md docs examples .github/workflows
version='[0-9][0-9A-Za-z.-]*'
files=$(git grep -l -E 'spec-gate/spec-gate@[0-9a-f]{40} # v|SPEC_GATE_VERSION: "|VERSION=\$\{VERSION:-' -- "$@" || true)
[ -n "$files" ] || { echo 'nothing is pinned' >&2; exit 1; }
for file in $files; do
  sed -i.bak -E \
    -e "s|(spec-gate/spec-gate@)[0-9a-f]{40} # v$version|\1$sha # $TAG|" \
    -e "s|(SPEC_GATE_VERSION: \")$version|\1${TAG#v}|" \
    -e "s|(VERSION=\\$\{VERSION:-)$version|\1${TAG#v}|" "$file"
  rm "$file.bak"
done
