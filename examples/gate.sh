#!/usr/bin/env bash
# The gate on any service that has git and Node: compares the branch under test with where it left the default branch, under
# the default branch's policy. Keys come from the environment, under the names that spec-gate.yml gives them. The exit code is
# the verdict: 0 pass, 1 fail, 2 inconclusive, 3 the set-up is wrong.
#
# TARGET: the default branch. VERSION: the release you use. Keep `.spec-gate/store` between runs (your service's cache): what
# is stored is not asked again.
set -euo pipefail

TARGET=${TARGET:-main}
TARGET=${TARGET#refs/heads/} # as some services give it
VERSION=${VERSION:-1.0.0}
# The branch by its full name: of a tag and a branch that are called alike git takes the tag.
git fetch --quiet origin "+refs/heads/$TARGET:refs/remotes/origin/$TARGET"
npx --yes "spec-gate@$VERSION" check --base "refs/remotes/origin/$TARGET" --base-policy --output-dir spec-gate-report
