#!/usr/bin/env bash
# Makes the commit of a release, one that has the reusable workflow run it, and their tag, and pushes all together; does
# nothing where the tag is there already.
# VERSION: 1.2.3 or 1.2.3-rc.1. Run on the tip of main, with everything installed.
set -euo pipefail

[[ "$VERSION" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]] || { echo "VERSION $VERSION is no version" >&2; exit 1; }
tag="v$VERSION"
git fetch --quiet --tags origin main
if git rev-parse --verify --quiet "refs/tags/$tag" >/dev/null; then
  echo "$tag is there already: going on with it"
  exit 0
fi
npm view spec-gate name >/dev/null || {
  echo 'npm names no package spec-gate. It takes the first version of a package from a person only, never from a workflow:' >&2
  echo 'publish one by hand and name this workflow its trusted publisher (CONTRIBUTING.md, "Releasing"), then start again.' >&2
  exit 1
}
[ "$(git rev-parse HEAD)" = "$(git rev-parse origin/main)" ] || { echo 'a release is made from the tip of main' >&2; exit 1; }

npm version "$VERSION" --no-git-tag-version --allow-same-version >/dev/null
case "$VERSION" in
  *-*) ;; # a pre-release keeps its changes under "Unreleased"
  *) sed -i.bak "s/^## Unreleased\$/## Unreleased\n\n## $VERSION ($(date -u +%F))/" CHANGELOG.md && rm CHANGELOG.md.bak ;;
esac
npm run --silent build
git add --all package.json package-lock.json CHANGELOG.md dist
commit() { git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' commit --quiet "$@"; }
commit --message "Release $tag"
# Who calls gate.yml at this tag gets this Action: a commit cannot name itself, so a second one names the first.
here=$(dirname "$0")
TAG=$tag COMMIT=$(git rev-parse HEAD) "$here/write-pins.sh" .github/workflows/gate.yml
commit --message "The reusable workflow of $tag" .github/workflows/gate.yml
git tag "$tag"
"$here/push.sh" "HEAD:refs/heads/main" "refs/tags/$tag"
