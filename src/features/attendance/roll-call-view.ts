import type { Colour } from '../../answers/card-parts.ts';

/** One agency and who speaks for it, or a guest. */
export interface SeatRow {
  readonly name: string;
  /** `Police Partner Lead`, `deputy: DI Ahmed`, `on leave`; empty when there is nothing to say. */
  readonly detail: string;
}

/** Those who stand alike: here, apologies, left, still to come, guests. */
export interface SeatList {
  readonly title: string;
  readonly count: number;
  /** One for each agency, or one for all where there is nothing to say but their names. */
  readonly rows: readonly SeatRow[];
}

export interface Choice {
  readonly title: string;
  readonly id: string;
}

/** What the chair and the administrator can do besides; on nobody else’s card. */
export interface KeeperPart {
  readonly people: readonly Choice[];
  readonly standings: readonly Choice[];
  readonly invitable: readonly Choice[];
  /** Those whom Teams reported and who are not on the register. */
  readonly joined?: { readonly words: string; readonly ids: readonly string[] };
  /** Only a chair can go on inquorate, and only an inquorate meeting. */
  readonly mayProceed: boolean;
  /** Names the presses of this card. */
  readonly operation: string;
}

export interface CorrectorPart {
  readonly lines: readonly Choice[];
}

/** `cards/roll-call.json`. Without `mine` it is the card that everybody sees. */
export interface RollCallView {
  readonly source: string;
  readonly headline: string;
  /** What did not happen, and why. */
  readonly notice?: string;
  readonly quorum: { readonly words: string; readonly colour: Colour };
  /** How the asker stands, in words. */
  readonly mine?: string;
  readonly lists: readonly SeatList[];
  readonly asAt: string;
  /** What every button sends. */
  readonly meeting: string;
  readonly version: number;
  readonly isOpen: boolean;
  /** Which of the asker’s own buttons make sense now. */
  readonly may: {
    readonly come: boolean;
    readonly excuse: boolean;
    readonly leave: boolean;
    readonly joinAsGuest: boolean;
  };
  /** The agencies for which one can be deputy, and the likeliest. */
  readonly seats: readonly Choice[];
  readonly seat: string;
  readonly keeper?: KeeperPart;
  /** Of a closed register, for those who may correct it. */
  readonly corrector?: CorrectorPart;
  /** Lets every viewer’s card become their own; with `userIds` where a chat has more people than refresh by themselves. */
  readonly refresh: object;
}
