import type { NoticePorts, NoticeSource } from '../contract/notice.ts';
import { settingValues } from '../contract/notice-settings.ts';
import { type FindRule, type Notice, parseNoticeId, toNotice } from '../domain/notices/notice.ts';
import type { NoticeContext, SweepContext } from '../domain/notices/notice-context.ts';

/** All sources of notices, and those of one notice by its id. */
export interface NoticeCatalogue {
  /** When one thing is owed by several, the first of them tells it. */
  readonly sources: readonly NoticeSource[];
  readonly findSource: (noticeId: string) => NoticeSource | undefined;
  readonly findRule: FindRule;
}

/** What every step of the engine works with. */
export interface EngineParts {
  readonly ports: NoticePorts;
  readonly catalogue: NoticeCatalogue;
}

export function createCatalogue(sources: readonly NoticeSource[]): NoticeCatalogue {
  const byRule = new Map(sources.map((source) => [source.rule, source]));
  const findSource = (noticeId: string) => byRule.get(parseNoticeId(noticeId).rule);
  return { sources, findSource, findRule: findSource };
}

/** What a source is asked with: what its partnership has set for it, or what is preset. */
export function contextFor(
  { settings = {} }: NoticeSource,
  context: SweepContext,
): NoticeContext<Readonly<Record<string, unknown>>> {
  return { ...context, settings: settingValues(settings, context.directory.partnership.notices) };
}

/**
 * What is owed because of one subject, to whom. Finding and the check right before sending both ask this, so that they cannot
 * disagree: a notice is still owed when its id comes out again.
 */
export function owedNotices(
  source: NoticeSource,
  subject: unknown,
  context: SweepContext,
): Notice[] {
  const asked = contextFor(source, context);
  return source
    .owed(subject, asked)
    .flatMap((step) =>
      source.recipients(subject, step, asked).map((recipient) => toNotice(source, step, recipient)),
    );
}
