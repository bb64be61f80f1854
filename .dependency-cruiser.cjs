/** Imports point inward: server → teams → dispatch → features, answers → contract → domain. A wrong arrow fails the check. */
const only = (name, packages, room, why) => ({
  name,
  severity: 'error',
  comment: why,
  from: { path: '^src', pathNot: room },
  to: { path: packages },
});
const room = (name, path, mayImport) => ({
  name: `${name}-points-inward`,
  severity: 'error',
  comment: `${path} may import only ${mayImport.join(', ') || 'itself'}`,
  from: { path: `^src/${path}/` },
  to: { path: '^src/', pathNot: [path, ...mayImport].map((each) => `^src/${each}(/|\\.ts$)`) },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^src' }, to: { circular: true } },
    {
      name: 'nothing-unknown',
      severity: 'error',
      from: { path: '^(src|tests)' },
      to: { couldNotResolve: true },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      comment: 'Scripts and tests use the program, never the other way round',
      from: { path: '^src/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'domain-is-plain',
      severity: 'error',
      comment:
        'Rules need no packages; the one exception is the polyfill of a language standard, behind dates.ts',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'temporal-polyfill' },
    },
    only(
      'temporal-behind-dates',
      'temporal-polyfill',
      '^src/domain/dates\\.ts$',
      'Everything else speaks of days',
    ),
    only(
      'bot-framework-in-teams',
      'node_modules/(botbuilder|botframework|@microsoft/teams-ai)',
      '^src/teams/',
      'The successor costs one folder',
    ),
    only(
      'templating-in-answers',
      'node_modules/(adaptivecards-templating|adaptive-expressions)',
      '^src/answers/',
      'One way to make a card',
    ),
    only(
      'tables-in-storage',
      'node_modules/@azure/(data-tables|storage-queue)',
      '^src/storage/',
      'One storage implementation',
    ),
    only(
      'word-in-minutes',
      'node_modules/docx/',
      '^src/features/minutes/',
      'One way to make a document',
    ),
    only(
      'manifests-in-package-app',
      'node_modules/(@microsoft/teams-manifest|@microsoft/app-manifest|fflate)/',
      '^src/package-app/',
      'Development packages that the service must not need',
    ),
    only(
      'opentelemetry-in-telemetry',
      'node_modules/(@opentelemetry|@azure/monitor-opentelemetry)/',
      '^src/telemetry/',
      'The rooms log; what is made of it is not their business',
    ),
    only('restify-in-server', 'node_modules/restify', '^src/server/', 'One front door'),
    {
      name: 'features-are-strangers',
      severity: 'error',
      comment:
        'Of one another they know what can be asked: buttons.ts for cards, queries.ts to read, commands.ts to change',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/([^/]+)/',
        pathNot: ['^src/features/$1/', '/(buttons|queries|commands)\\.ts$'],
      },
    },
    room('domain', 'domain', []),
    room('contract', 'contract', ['domain']),
    room('answers', 'answers', ['contract', 'domain']),
    room('features', 'features', ['answers', 'contract', 'domain']),
    room('understanding', 'understanding', [
      'contract/question',
      'contract/question-schema',
      'contract/intent-grammar',
      'domain',
    ]),
    room('privacy', 'privacy', ['domain']),
    room('dispatch', 'dispatch', ['privacy', 'understanding', 'answers', 'contract', 'domain']),
    room('storage', 'storage', ['contract', 'domain']),
    room('folder', 'folder', ['features/index', 'privacy', 'storage', 'contract', 'domain']),
    room('package-app', 'package-app', []),
    room('teams', 'teams', [
      'dispatch',
      'understanding',
      'answers',
      'contract',
      'domain',
      'telemetry/error-summary',
    ]),
    room('notifications', 'notifications', ['answers', 'contract', 'domain']),
    room('server', 'server', []),
    room('telemetry', 'telemetry', []),
    room('rehearsal', 'rehearsal', [
      'app',
      'config',
      'dispatch',
      'features',
      'contract',
      'domain',
      'folder',
      'storage',
      'telemetry',
    ]),
    room('service', 'service', ['app', 'config', 'contract', 'storage', 'telemetry']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
