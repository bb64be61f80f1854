/** Imports point inward: server → teams → conversation, cards, features → domain. A wrong arrow fails the check. */
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
      'templating-in-cards',
      'node_modules/(adaptivecards-templating|adaptive-expressions)',
      '^src/cards/',
      'One way to make a card',
    ),
    only(
      'tables-in-records',
      'node_modules/@azure/(data-tables|storage-queue)',
      '^src/records/',
      'One storage implementation',
    ),
    only(
      'word-in-documents',
      'node_modules/docx/',
      '^src/documents/',
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
      comment: 'A shared rule sinks into domain; guidance is what all fall back on',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    room('domain', 'domain', []),
    room('features', 'features', ['domain']),
    room('conversation', 'conversation', ['features', 'domain']),
    room('cards', 'cards', ['features/feature']),
    room('records', 'records', ['features', 'domain']),
    room('folder', 'folder', ['records', 'features', 'domain']),
    room('package-app', 'package-app', []),
    room('backup', 'backup', ['records']),
    room('documents', 'documents', ['features/minutes']),
    room('teams', 'teams', ['conversation', 'cards', 'features', 'domain']),
    room('notifications', 'notifications', ['features', 'domain']),
    room('server', 'server', []),
    room('telemetry', 'telemetry', []),
    room('local', 'local', ['conversation', 'features', 'domain', 'folder', 'records']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
