#!/usr/bin/env bash
# Makes the one commit of a release and its tag, and pushes both together; does nothing where the tag is there already.
# VERSION: 1.2.3 or 1.2.3-rc.1. Run on the tip of main, with everything installed.
set -euo pipefail

[[ "$VERSION" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]] || { echo "VERSION $VERSION is no version" >&2; exit 1; }
tag="v$VERSION"
git fetch --quiet --tags origin main
if git rev-parse --verify --quiet "refs/tags/$tag" >/dev/null; then
  echo "$tag is there already: going on with it"
  exit 0
fi
[ "$(git rev-parse HEAD)" = "$(git rev-parse origin/main)" ] || { echo 'a release is made from the tip of main' >&2; exit 1; }

npm version "$VERSION" --no-git-tag-version --allow-same-version >/dev/null
case "$VERSION" in
  *-*) ;; # a pre-release keeps its changes under "Unreleased"
  *) sed -i.bak "s/^## Unreleased\$/## Unreleased\n\n## $VERSION ($(date -u +%F))/" CHANGELOG.md && rm CHANGELOG.md.bak ;;
esac
npm run --silent build
git add --all package.json package-lock.json CHANGELOG.md dist
git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' commit --quiet --message "Release $tag"
git tag "$tag"
gh auth setup-git # with GH_TOKEN, for this push
git push --quiet --atomic origin "HEAD:refs/heads/main" "refs/tags/$tag"
