/** `cards/choose.json`: several things fit; each choice says what was meant when pressed, or sends the typed question. */
export interface ChooseView {
  readonly headline: string;
  readonly choices: readonly ({ readonly label: string; readonly detail: string } & (
    | { readonly ask: string }
    | { readonly question: object }
  ))[];
}

/** `cards/help.json`: what this person can ask, in groups of examples that can be pressed. Also the welcome. */
export interface HelpView {
  readonly source: string;
  readonly headline: string;
  readonly topics: readonly { readonly title: string; readonly examples: readonly string[] }[];
}

/** `cards/note.json`: buttons under an answer that has nothing to list. */
export interface NoteView {
  readonly caption: string;
  readonly suggestions: readonly string[];
}
