// What a service calls itself and how its jobs get keys, by the variables that it sets.
import { expect, test } from 'vitest';
import { findCiService, howToDeepen } from '../../src/core/ci-service.ts';

/** As the services set them; each sets CI as well, Woodpecker to its own name. */
const ENVIRONMENTS: readonly (readonly [name: string, env: Readonly<Record<string, string>>])[] = [
  ['GitHub Actions', { CI: 'true', GITHUB_ACTIONS: 'true' }],
  ['Gitea Actions', { CI: 'true', GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true' }],
  ['Forgejo Actions', { CI: 'true', GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' }],
  ['GitLab', { CI: 'true', GITLAB_CI: 'true' }],
  ['Azure Pipelines', { TF_BUILD: 'True' }],
  ['Bitbucket Pipelines', { CI: 'true', BITBUCKET_BUILD_NUMBER: '7' }],
  ['Buildkite', { CI: 'true', BUILDKITE: 'true' }],
  ['CircleCI', { CI: 'true', CIRCLECI: 'true' }],
  ['Drone', { CI: 'true', DRONE: 'true' }],
  ['Woodpecker', { CI: 'woodpecker' }],
  ['Jenkins', { JENKINS_URL: 'https://ci.example.com/' }],
  ['Travis', { CI: 'true', TRAVIS: 'true' }],
];

test.each(ENVIRONMENTS)('%s', (name, env) => {
  const service = findCiService(env);
  expect(service?.name).toBe(name);
  expect(service?.giveKey('OPENAI_API_KEY')).toMatch(/\.$/);
  expect(howToDeepen(env)).toMatch(new RegExp(`^let ${name} clone the whole history .* or git fetch --unshallow$`));
});

test('on a machine of one’s own, and on a service that is not known, there is none', () => {
  for (const env of [{}, { CI: 'true' }, { GITHUB_ACTIONS: '' }]) expect(findCiService(env)).toBeUndefined();
  expect(howToDeepen({})).toContain('docs/other-ci.md');
});
