#!/usr/bin/env bash
# Holds a tag against what it must be: on main, of the package's version, and with the dist/ that its source builds.
# TAG: v1.2.3. Run in a checkout of the tag with the history of main, with everything installed.
set -euo pipefail

git merge-base --is-ancestor "$TAG^{commit}" origin/main || { echo "$TAG is not on main" >&2; exit 1; }
[ "$(git rev-parse HEAD)" = "$(git rev-parse "$TAG^{commit}")" ] || { echo "this is no checkout of $TAG" >&2; exit 1; }
[ "$TAG" = "v$(node --print 'require("./package.json").version')" ] || { echo "$TAG is not the package's version" >&2; exit 1; }
npm run --silent build
git add --intent-to-add dist
git diff --exit-code --stat -- dist
