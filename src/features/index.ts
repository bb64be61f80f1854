import type { CardAction, Feature, Intent } from '../contract/feature.ts';
import type { FolderFile } from '../contract/folder-file.ts';
import type { Messages } from '../contract/intent-grammar.ts';
import type { NoticeSource } from '../contract/notice.ts';
import { type NoticeSettings, QUIET_SETTINGS } from '../contract/notice-settings.ts';
import type { RetainedStore } from '../contract/retention.ts';
import { actions } from './actions/index.ts';
import { agendas } from './agendas/index.ts';
import { attendance } from './attendance/index.ts';
import { createAuditTrail } from './audit-trail/index.ts';
import { challenges } from './challenges/index.ts';
import { createRecentChanges } from './changes/index.ts';
import { comparison } from './compare/index.ts';
import { decisions } from './decisions/index.ts';
import { declarations } from './declarations/index.ts';
import { deputies } from './deputies/index.ts';
import { createDrift } from './drift/index.ts';
import { escalations } from './escalations/index.ts';
import { createFiles } from './files/index.ts';
import { forwardPlan } from './forward-plan/index.ts';
import { groups } from './groups/index.ts';
import { createGuidance } from './guidance/index.ts';
import { imports } from './imports/index.ts';
import { lcsprs } from './lcsprs/index.ts';
import { learning } from './learning/index.ts';
import { meetings } from './meetings/index.ts';
import { minutes } from './minutes/index.ts';
import { noticeStatus } from './notice-status/index.ts';
import { people } from './people/index.ts';
import { priorities } from './priorities/index.ts';
import { rapidReviews } from './rapid-reviews/index.ts';
import { recommendations } from './recommendations/index.ts';
import { referrals } from './referrals/index.ts';
import { reminders } from './reminders/index.ts';
import { retentionHolds } from './retention-holds/index.ts';
import { risks } from './risks/index.ts';
import { seats } from './seats/index.ts';
import { sources } from './sources/index.ts';
import { themes } from './themes/index.ts';
import { vocabulary } from './vocabulary/index.ts';
import { createWeeklyDigest } from './weekly-digest/index.ts';
import { createYearlyReport } from './yearly-report/index.ts';

const guidance = createGuidance(() => features);

const auditTrail = createAuditTrail(() => features.flatMap(({ history }) => history ?? []));

/** Everything by which records tell that something went quiet. */
const findingSources = () => features.flatMap(({ findings = [] }) => findings);
const drift = createDrift(findingSources);
const weeklyDigest = createWeeklyDigest(findingSources);

/** What the yearly report has of each feature. */
export const reportSections = () => features.flatMap(({ reportSections: own = [] }) => own);
const yearlyReport = createYearlyReport(reportSections);
const recentChanges = createRecentChanges(() =>
  features.flatMap(({ recordedChanges = [] }) => recordedChanges),
);

const files = createFiles(() => features.flatMap(({ files: own = [] }) => own));

/** Hands over the files behind links. */
export const { linkedFiles } = files;

/** What Convenor says when it is added to a chat, and what can be asked when it did not understand. */
export const { welcome, starters } = guidance;

/** Everything that people come to Convenor for. A new feature is one line here. */
export const features: readonly Feature[] = [
  attendance,
  comparison,
  risks,
  yearlyReport,
  priorities,
  actions,
  groups,
  people,
  deputies,
  seats,
  meetings,
  agendas,
  forwardPlan,
  decisions,
  declarations,
  minutes,
  rapidReviews,
  sources,
  lcsprs,
  referrals,
  retentionHolds,
  recommendations,
  themes,
  learning,
  drift,
  escalations,
  challenges,
  auditTrail,
  recentChanges,
  reminders,
  noticeStatus,
  weeklyDigest,
  vocabulary,
  imports,
  files.feature,
  guidance.feature,
];

/** Everything that can be asked in words. */
export const intents: readonly Intent[] = features.flatMap(({ intents = [] }) => intents);

/** How people ask for it: messages under what they mean. */
export const messages: readonly Messages[] = features.flatMap(({ messages: own }) =>
  own ? [own] : [],
);

/** Everything that buttons and forms do. */
export const cardActions: readonly CardAction[] = features.flatMap(({ actions = [] }) => actions);

/** The files that features bring to a partnership folder. */
export const folderFiles: readonly FolderFile[] = features.flatMap(({ folder = [] }) => folder);

/** How long what features keep is kept. */
export const retainedStores: readonly RetainedStore[] = features.flatMap(
  ({ retention = [] }) => retention,
);

/** Everything that somebody may be told without having asked. */
export const noticeSources: readonly NoticeSource[] = features.flatMap(
  ({ notices = [] }) => notices,
);

/** What features keep of each day by themselves. */
export const keepDaily = features.flatMap(({ keepDaily: own }) => own ?? []);

/** Everything about notices that a partnership may set. */
export const noticeSettings: NoticeSettings = Object.assign(
  {},
  ...noticeSources.map(({ settings }) => settings),
  QUIET_SETTINGS,
);
