/**
 * Who may import whom. Types count as imports, since a type ties two folders
 * together as well; where only types are allowed, scripts/check/source-rules.mjs
 * looks at how the import is written.
 */
const product = '^(domain|workflows|activities|api|prisma|catalog|scripts|bench)/'

export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'The core decides alike in the workflow, in tests, in audits and in simulations, so it imports nothing that could differ there: no Node module, no package.',
      from: { path: '^domain/', pathNot: '^domain/routing/(check-)?condition\\.ts$' },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'domain-conditions-use-feelin-only',
      severity: 'error',
      comment: 'Conditions of service items are FEEL; its evaluator is the one package the core needs, and only there.',
      from: { path: '^domain/routing/(check-)?condition\\.ts$' },
      to: { pathNot: ['^domain/', '(^|/)node_modules/feelin/'] },
    },
    {
      name: 'workflows-are-deterministic',
      severity: 'error',
      comment:
        'A workflow is replayed from its history, so it sees the core and the deterministic SDK only; of activities it knows the types.',
      from: { path: '^workflows/' },
      to: { pathNot: ['^workflows/', '^domain/', '^activities/', '(^|/)node_modules/@temporalio/(workflow|common)/'] },
    },
    {
      name: 'activities-know-no-caller',
      severity: 'error',
      comment: 'The worker holds the effects; it must run without the HTTP process, the pages and the tools.',
      from: { path: '^activities/' },
      to: { path: '^(api|web|scripts|bench|test)/|(^|/)node_modules/express/' },
    },
    {
      name: 'activities-read-messages-only',
      severity: 'error',
      comment: 'Workflow code runs in the sandbox; the worker knows the names and shapes it speaks by.',
      from: { path: '^activities/' },
      to: { path: '^workflows/', pathNot: '^workflows/messages\\.ts$' },
    },
    {
      name: 'prisma-serves-everybody',
      severity: 'error',
      comment: 'Stores and readers are used by worker and API alike, so they depend on neither.',
      from: { path: '^prisma/' },
      to: { path: '^(api|activities|workflows|web|scripts|bench|test)/|(^|/)node_modules/(express|@temporalio)/' },
    },
    {
      name: 'only-prisma-uses-the-database-client',
      severity: 'error',
      comment: 'Every statement lives in prisma/, where its index and its cost are known.',
      from: { path: '^(domain|workflows|activities|api|catalog|web)/' },
      to: { path: '^prisma/generated/|(^|/)node_modules/(@prisma|prisma|pg)/' },
    },
    {
      name: 'api-holds-no-effects-of-the-worker',
      severity: 'error',
      comment:
        'The API writes by commands; what the worker does belongs to the worker, what tools do to the tools. How a mail reads is pure and is shown to administrators as the worker would send it.',
      from: { path: '^api/' },
      to: { path: '^(activities|web|scripts|bench|test)/', pathNot: '^activities/mail/(render|blocks|escape-html|html-page)\\.ts$' },
    },
    {
      name: 'api-reads-messages-only',
      severity: 'error',
      comment: 'Workflow code runs in the sandbox; the API knows the names and shapes it speaks by.',
      from: { path: '^api/' },
      to: { path: '^workflows/', pathNot: '^workflows/messages\\.ts$' },
    },
    {
      name: 'api-writes-no-case',
      severity: 'error',
      comment: 'A case changes by a command and the record of its events; the API has only the stores of sessions, intake and people.',
      from: { path: '^api/' },
      to: { path: '^prisma/stores/(record|outbox|rebuild)' },
    },
    {
      name: 'one-gateway-to-temporal',
      severity: 'error',
      comment: 'All that is said to the engine goes through one file, where time limits and refusals are handled once.',
      from: { path: '^api/', pathNot: '^api/gateway\\.ts$' },
      to: { path: '(^|/)node_modules/@temporalio/(client|worker|activity)/' },
    },
    {
      name: 'catalogue-stands-alone',
      severity: 'error',
      comment: 'The catalogue is read by every process and by the check of an office, without database or engine.',
      from: { path: '^catalog/' },
      to: { path: '^(workflows|activities|api|prisma|web|scripts|bench|test)/|(^|/)node_modules/(@temporalio|@prisma|pg|express)/' },
    },
    {
      name: 'web-speaks-http',
      severity: 'error',
      comment: 'Pages know the types and labels of the core; everything else they ask over HTTP, as any client does.',
      from: { path: '^web/' },
      to: { path: '^(workflows|activities|api|prisma|catalog|scripts|bench|test)/' },
    },
    {
      name: 'product-needs-no-tools',
      severity: 'error',
      comment: 'What is installed without the packages for development must run.',
      from: { path: product, pathNot: '^scripts/(check/|services/for-tests)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      comment: 'An import that names nothing fails at the start of a process, not in the check of types of a dist without them.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^\\.\\./dist/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    // Its parser reads no JSX; scripts/check/source-rules.mjs looks at the imports of those sources.
    exclude: { path: '^dist/|\\.tsx$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
