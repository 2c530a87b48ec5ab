#!/usr/bin/env bash
# Pushes what is named to GitHub, all of it or nothing. Rules that protect main let a deploy key by and not a workflow's own
# token, so the private half of one, RELEASE_KEY, goes before GH_TOKEN (which does where nothing is protected).
set -euo pipefail

if [ -z "${RELEASE_KEY:-}" ]; then
  gh auth setup-git # with GH_TOKEN, for this push
  exec git push --quiet --atomic origin "$@"
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(umask 077 && printf '%s\n' "$RELEASE_KEY" > "$folder/key")
# The host key that GitHub publishes: a key that is met for the first time is not taken on trust.
echo 'github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl' > "$folder/hosts"
export GIT_SSH_COMMAND="ssh -i $folder/key -o IdentitiesOnly=yes -o UserKnownHostsFile=$folder/hosts -o StrictHostKeyChecking=yes"
git push --quiet --atomic "git@github.com:$GITHUB_REPOSITORY.git" "$@"
