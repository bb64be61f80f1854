import type { Day } from './dates.ts';

export interface Risk {
  readonly id: string;
  readonly title: string;
  readonly ownerAgency?: string;
  readonly ownerGroup?: string;
  /** 1 (rare) to 5 (almost certain). */
  readonly likelihood?: number;
  /** 1 (slight) to 5 (severe). */
  readonly impact?: number;
  readonly controls?: string;
  readonly nextReviewOn?: Day;
  readonly basis?: string;
}
