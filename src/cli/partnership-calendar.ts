import type { Config } from '../config.ts';
import { createCalendar } from '../contract/calendar.ts';
import type { Calendar } from '../contract/ports.ts';
import type { Partnership } from '../domain/partnership.ts';
import { createRehearsalClock } from '../rehearsal/rehearsal-clock.ts';

/** The calendar by which the bot answers a partnership: in a rehearsal, that of the day it plays. */
export const partnershipCalendar = (config: Config, partnership: Partnership): Calendar =>
  createCalendar(
    config.MODE === 'local' ? createRehearsalClock(config.TODAY, partnership) : undefined,
  );
