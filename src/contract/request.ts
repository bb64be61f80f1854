import type { ContextWith, RequestWith, SceneWith } from './asker.ts';
import type { Ports } from './ports.ts';

export { type Asker, type Moment, toActor } from './asker.ts';

/** What every use case is told, with all ports. */
export type Context = ContextWith<Ports>;

/** One request of somebody whom the partnership knows. Every use case takes it first, and its input second. */
export type Request = RequestWith<Ports>;

/** Where something happened that nobody said, with all ports. */
export type Scene = SceneWith<Ports>;
