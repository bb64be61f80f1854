/** `cards/vocabulary.json`: words that were taught, or messages that were not understood; what was written can be undone. */
export interface VocabularyView {
  readonly source: string;
  readonly headline: string;
  /** Where the card takes the place of one that was pressed, and no sentence stands before it. */
  readonly sentence?: string;
  readonly rows: readonly { readonly title: string; readonly line: string }[];
  /** What *Undo* sends. */
  readonly undo?: object;
  readonly suggestions: readonly string[];
}
