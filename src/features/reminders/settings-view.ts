import type { DigestRow, Press } from '../../answers/notice-views.ts';

/** `cards/notice-settings.json`: when somebody wants to hear from Convenor; shown to them alone. */
export interface SettingsView {
  readonly source: string;
  readonly headline: string;
  readonly sentence: string;
  /** Snoozes and reminders, each with a button that ends it. */
  readonly groups: readonly { readonly title: string; readonly rows: readonly DigestRow[] }[];
  readonly presses: readonly Press[];
}

/** `cards/notice-set.json`: what a button did, with what takes it back. */
export interface SetView {
  readonly source: string;
  readonly headline: string;
  readonly sentence: string;
  readonly presses: readonly Press[];
}
