const web = '^src/(platform/web|apps/web|scenarios/[^/]+/(web/|pages[.]ts))'
const server = '^src/(platform/server|apps/(server|worker|cli)|scenarios/[^/]+/(server/|scenario[.]ts))'
const pure = '^src/(platform/kernel|platform/server/[^/]+/domain|scenarios/[^/]+/domain)/'
const doors = ['^src/platform/server/.*(index|cli)[.]ts$', '^src/platform/server/[^/]+/domain/']
const contract = '^src/(platform/contract/|scenarios/[^/]+/(contract/|contract[.]ts|refusals[.]ts|public[.]ts))'
const test = '[.]test[.]tsx?$'
const testing = '^(src/platform/testing|tests|bench|tools)/'

/** The walls of ARCHITECTURE.md. Each says why it stands; a wall moves only with a word in the closing note. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other can be neither understood nor moved alone: lift what they share into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'platform-names-no-scenario',
      comment:
        'The platform boots with no scenario, and deleting a scenario is deleting its folder. Let the scenario register itself.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(scenarios|apps)/' },
    },
    {
      name: 'scenarios-meet-in-public',
      comment:
        'A scenario may change everything behind its public.ts. Export there what the other one needs, or move it to an engine.',
      severity: 'error',
      from: { path: '^src/scenarios/([^/]+)/' },
      to: { path: '^src/scenarios/', pathNot: ['^src/scenarios/$1/', '^src/scenarios/[^/]+/public[.]ts$'] },
    },
    {
      name: 'scenarios-know-no-app',
      comment: 'Applications are put together from scenarios, never the other way round.',
      severity: 'error',
      from: { path: '^src/scenarios/' },
      to: { path: '^src/apps/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'Kernel and domain take values and give values: no clock, no database, no file, no page. Pass what is needed in.',
      severity: 'error',
      from: { path: pure, pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-know-no-machinery',
      comment: 'Kernel and domain stand below everything else; what they need from the outside comes in as a value.',
      severity: 'error',
      from: { path: pure, pathNot: test },
      to: { path: [web, server, testing], pathNot: pure },
    },
    {
      name: 'rules-need-few-packages',
      comment: 'A package in kernel or domain must itself be pure. Add it here, with its reason, if it is.',
      severity: 'error',
      from: { path: pure, pathNot: test },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        // feelin evaluates FEEL, saxes reads XML from a string, json-schema judges values: none touches anything outside of its arguments.
        pathNot: ['node_modules/(canonicalize|feelin|saxes|@cfworker/json-schema)/'],
      },
    },
    {
      name: 'contracts-load-in-browsers',
      comment: 'Pages import contracts: nothing in one may need Node, the server or the screen.',
      severity: 'error',
      from: { path: contract, pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contracts-know-no-side',
      comment: 'A contract stands between server and pages and belongs to neither.',
      severity: 'error',
      from: { path: contract, pathNot: test },
      to: { path: [web, server, testing] },
    },
    {
      name: 'pages-know-no-server',
      comment:
        'Pages reach the server by its contract alone; an import would carry its code and its secrets to the browser.',
      severity: 'error',
      from: { path: web },
      to: { path: server },
    },
    {
      name: 'server-knows-no-pages',
      comment: 'The server serves pages as files; what both need belongs to the kernel or to a contract.',
      severity: 'error',
      from: { path: server },
      to: { path: web },
    },
    {
      name: 'rooms-have-one-door',
      comment:
        'A room of the server is entered by its index.ts (its command line by cli.ts, its pure rules by domain/), so that the rest of it can change.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/server/([^/]+)/' },
      to: { path: '^src/platform/server/', pathNot: doors },
    },
    {
      name: 'rooms-have-one-door-inside',
      comment: 'As above, between two rooms of the server.',
      severity: 'error',
      from: { path: '^src/platform/server/([^/]+)/', pathNot: test },
      to: { path: '^src/platform/server/', pathNot: ['^src/platform/server/$1/', ...doors] },
    },
    {
      name: 'production-needs-no-tests',
      comment: 'What runs in a county must not lean on what only tests have.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, '^src/platform/testing/', '/(e2e|fixtures)/'] },
      to: { path: [test, testing, '/(e2e|fixtures)/'] },
    },
    {
      name: 'server-needs-no-dev-dependency',
      comment: 'Dev dependencies build pages and run checks; one that the server needs belongs to "dependencies".',
      severity: 'error',
      from: { path: `${server}|${pure}|${contract}`, pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'imports-resolve',
      comment: 'The file or package does not exist: a wrong path, or a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.server.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
