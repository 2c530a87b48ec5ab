#!/usr/bin/env bash
# Publishes what OUT holds: a release of TAG with its files, and the package with provenance. Each only where it is not there.
set -euo pipefail

(cd "$OUT" && sha256sum --check --quiet SHA256SUMS)
case "$TAG" in *-*) kind=--prerelease channel=next ;; *) kind=--latest channel=latest ;; esac
gh release view "$TAG" --repo "$GITHUB_REPOSITORY" >/dev/null 2>&1 ||
  gh release create "$TAG" --repo "$GITHUB_REPOSITORY" --verify-tag --generate-notes "$kind" "$OUT"/*
package=$(echo "$OUT"/*.tgz)
version=${TAG#v}
if [ "$(npm view "spec-gate@$version" version 2>/dev/null)" = "$version" ]; then
  echo "spec-gate@$version is published already"
else
  npm publish "$package" --provenance --access public --tag "$channel" --ignore-scripts
fi
