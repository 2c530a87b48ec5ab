#!/usr/bin/env bash
# The gate on any service that has git and Node: compares what is checked out with where it left the default branch, under the
# default branch's policy. Keys come from the environment, under the names that spec-gate.yml gives them. The exit code is the
# verdict: 0 pass, 1 fail, 2 inconclusive, 3 the set-up is wrong. In a build of the default branch, where there is nothing to
# judge, it asks ahead what changes are compared with, so that they do not pay for it.
#
# DEFAULT_BRANCH: only where the remote cannot be asked for it. VERSION: the release you use. Keep `.spec-gate/store` between
# runs (your service's cache): what is stored is not asked again.
set -euo pipefail

VERSION=${VERSION:-1.0.0}
# In the terminal that some services give their jobs git would ask for a password, and wait.
export GIT_TERMINAL_PROMPT=0
# Asked of the remote. What a service names as target may be another branch of the author's or, in a build of a push, the pushed
# branch itself, which compared with itself would pass.
told=$(git ls-remote --symref origin HEAD | sed -n 's#^ref: refs/heads/\([^[:space:]]*\)[[:space:]].*#\1#p') || true
branch=${DEFAULT_BRANCH:-${told:-main}}
# By its full name: of a tag and a branch that are called alike git takes the tag.
base=refs/remotes/origin/$branch
if ! git fetch --quiet origin "+refs/heads/$branch:$base"; then
  git rev-parse --quiet --verify "$base" > /dev/null || exit 3
  echo "This step may not fetch: $branch is taken as the checkout brought it."
fi

if git merge-base --is-ancestor HEAD "$base"; then
  echo "$branch has this commit already: there is no change to judge."
  exec npx --yes "spec-gate@$VERSION" check --mode seed
fi
exec npx --yes "spec-gate@$VERSION" check --base "$base" --base-policy --output-dir spec-gate-report
