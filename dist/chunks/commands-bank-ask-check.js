const sets = (variable) => (env) => (env[variable] ?? "") !== "";
const inWorkflow = (variable) => `in the workflow: env: ${variable}: \${{ secrets.${variable} }}. Pull requests from forks get no secrets.`;
const fromSecret = (variable) => `at the step: environment: { ${variable}: { from_secret: ${variable.toLowerCase()} } }, with a secret that builds of pull requests may have.`;
const FETCH_DEPTH = "fetch-depth: 0 at the step that checks out";
/** Forgejo and Gitea set GitHub's variable as well, and stand before it. */
const SERVICES = [
	{
		name: "Forgejo Actions",
		isHere: sets("FORGEJO_ACTIONS"),
		giveKey: inWorkflow,
		wholeHistory: FETCH_DEPTH
	},
	{
		name: "Gitea Actions",
		isHere: sets("GITEA_ACTIONS"),
		giveKey: inWorkflow,
		wholeHistory: FETCH_DEPTH
	},
	{
		name: "GitHub Actions",
		isHere: sets("GITHUB_ACTIONS"),
		giveKey: inWorkflow,
		wholeHistory: FETCH_DEPTH
	},
	{
		name: "GitLab",
		isHere: sets("GITLAB_CI"),
		wholeHistory: "variables: { GIT_DEPTH: \"0\" }",
		giveKey: () => "as a CI/CD variable of the project, masked and not protected: a protected one reaches protected branches only. The pipeline of a fork runs in the fork, which has none of them."
	},
	{
		name: "Azure Pipelines",
		isHere: sets("TF_BUILD"),
		wholeHistory: "fetchDepth: 0 at the step that checks out",
		giveKey: (variable) => `as a secret variable of the pipeline, and hand it to the step: env: { ${variable}: $(${variable}) }. Builds of forks get no secrets.`
	},
	{
		name: "Bitbucket Pipelines",
		isHere: sets("BITBUCKET_BUILD_NUMBER"),
		wholeHistory: "clone: { depth: full }",
		giveKey: () => "as a secured variable of the repository."
	},
	{
		name: "Buildkite",
		isHere: sets("BUILDKITE"),
		wholeHistory: "no --depth among the flags of git clone",
		giveKey: () => "from the cluster's secrets or in the agents' environment hook."
	},
	{
		name: "CircleCI",
		isHere: sets("CIRCLECI"),
		wholeHistory: "a checkout that is not shallow",
		giveKey: () => "as an environment variable of the project, or in a context that the job names. Builds of forks get none unless the project passes secrets on to them."
	},
	{
		name: "Drone",
		isHere: sets("DRONE"),
		wholeHistory: "no depth under clone",
		giveKey: fromSecret
	},
	{
		name: "Woodpecker",
		isHere: ({ CI }) => CI === "woodpecker",
		wholeHistory: "partial: false at the clone step",
		giveKey: fromSecret
	},
	{
		name: "Jenkins",
		isHere: sets("JENKINS_URL"),
		wholeHistory: "no shallow clone among the options of the checkout",
		giveKey: (variable) => `in the pipeline: environment { ${variable} = credentials('${variable}') }.`
	},
	{
		name: "Travis",
		isHere: sets("TRAVIS"),
		wholeHistory: "git: { depth: false }",
		giveKey: () => "in the repository's settings. Pull requests from forks get none of them."
	}
];
/** Undefined on somebody's own machine, and on a service that is not known here. */
function findCiService(env) {
	return SERVICES.find(({ isHere }) => isHere(env));
}
/** What to do where a clone lacks history, in the words of the service that this runs on. */
function howToDeepen(env) {
	const service = findCiService(env);
	return `${service === void 0 ? "let your service clone the whole history (docs/other-ci.md says how for each)" : `let ${service.name} clone the whole history (${service.wholeHistory})`}, or git fetch --unshallow`;
}
export { howToDeepen as n, findCiService as t };
