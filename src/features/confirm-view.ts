/** A field of a form, labelled; what it holds before anything is typed is `value`. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'lines' | 'day' | 'choice' | 'choices';
  readonly value?: string;
  readonly required?: boolean;
  readonly hint?: string;
  /** Of a choice, and of `choices`, of which several can be chosen and are sent with commas between them. */
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
}

/** `cards/confirm.json`: what will be written, editable. Nothing is written before *Confirm* is pressed. */
export interface ConfirmView {
  readonly source: string;
  readonly headline: string;
  readonly sentence: string;
  readonly fields: readonly Field[];
  readonly confirm: string;
  /** Verb and data that *Confirm* sends with the fields; ids only. */
  readonly verb: string;
  readonly data: object;
}
