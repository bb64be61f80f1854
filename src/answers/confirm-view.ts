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

/** A record that the form speaks of: its name, and what is to be known of it. */
export interface FormRow {
  readonly title: string;
  readonly line: string;
}

/** `cards/confirm.json`: what will be written, editable. Nothing is written before *Confirm* is pressed. */
export interface ConfirmView {
  readonly source: string;
  readonly headline: string;
  readonly sentence: string;
  /** What somebody else wrote, which is to be judged. */
  readonly quote?: { readonly heading: string; readonly text: string };
  /** What it is about, one after the other. */
  readonly about?: { readonly heading: string; readonly rows: readonly FormRow[] };
  /** Records like the one that is to be made, each with a button that opens it instead. */
  readonly similar?: {
    readonly heading: string;
    readonly rows: readonly (FormRow & { readonly ref: string })[];
  };
  readonly fields: readonly Field[];
  readonly confirm: string;
  /** Verb and data that *Confirm* sends with the fields; ids only. */
  readonly verb: string;
  readonly data: object;
  /** What else can be done instead, beside *Cancel*. */
  readonly instead?: { readonly label: string; readonly verb: string; readonly data: object };
}
