// The CI service that a command runs on, told by the variables it sets, with its own words for what people have to do there.

type Variables = Readonly<Record<string, string | undefined>>;

export interface CiService {
  readonly name: string;
  /** How a job is given a key under the name of a variable: `Set it ...`. */
  readonly giveKey: (variable: string) => string;
}

interface KnownService extends CiService {
  readonly isHere: (env: Variables) => boolean;
}

const sets =
  (variable: string) =>
  (env: Variables): boolean =>
    (env[variable] ?? '') !== '';

const inWorkflow = (variable: string): string =>
  `in the workflow: env: ${variable}: \${{ secrets.${variable} }}. Pull requests from forks get no secrets.`;

const fromSecret = (variable: string): string =>
  `at the step: environment: { ${variable}: { from_secret: ${variable.toLowerCase()} } }, with a secret that builds of pull requests may have.`;

/** Forgejo and Gitea set GitHub's variable as well, and stand before it. */
const SERVICES: readonly KnownService[] = [
  { name: 'Forgejo Actions', isHere: sets('FORGEJO_ACTIONS'), giveKey: inWorkflow },
  { name: 'Gitea Actions', isHere: sets('GITEA_ACTIONS'), giveKey: inWorkflow },
  { name: 'GitHub Actions', isHere: sets('GITHUB_ACTIONS'), giveKey: inWorkflow },
  {
    name: 'GitLab',
    isHere: sets('GITLAB_CI'),
    giveKey: () =>
      'as a CI/CD variable of the project, masked and not protected: a protected one reaches protected branches only. The pipeline of a fork runs in the fork, which has none of them.',
  },
  {
    name: 'Azure Pipelines',
    isHere: sets('TF_BUILD'),
    giveKey: (variable) =>
      `as a secret variable of the pipeline, and hand it to the step: env: { ${variable}: $(${variable}) }. Builds of forks get no secrets.`,
  },
  {
    name: 'Bitbucket Pipelines',
    isHere: sets('BITBUCKET_BUILD_NUMBER'),
    giveKey: () => 'as a secured variable of the repository.',
  },
  {
    name: 'Buildkite',
    isHere: sets('BUILDKITE'),
    giveKey: () => "from the cluster's secrets or in the agents' environment hook.",
  },
  {
    name: 'CircleCI',
    isHere: sets('CIRCLECI'),
    giveKey: () =>
      'as an environment variable of the project, or in a context that the job names. Builds of forks get none unless the project passes secrets on to them.',
  },
  { name: 'Drone', isHere: sets('DRONE'), giveKey: fromSecret },
  { name: 'Woodpecker', isHere: ({ CI }) => CI === 'woodpecker', giveKey: fromSecret },
  {
    name: 'Jenkins',
    isHere: sets('JENKINS_URL'),
    giveKey: (variable) => `in the pipeline: environment { ${variable} = credentials('${variable}') }.`,
  },
  {
    name: 'Travis',
    isHere: sets('TRAVIS'),
    giveKey: () => "in the repository's settings. Pull requests from forks get none of them.",
  },
];

/** Undefined on somebody's own machine, and on a service that is not known here. */
export function findCiService(env: Variables): CiService | undefined {
  return SERVICES.find(({ isHere }) => isHere(env));
}
