import type {
  Answer,
  AnswerRow,
  AnswerTable,
  Field,
  Section,
  Share,
  State,
} from '../contract/answer.ts';
import {
  type ActionElement,
  openElement,
  suggestionElement,
  toActionElement,
  withoutInputs,
} from './action-element.ts';
import { cancelPress } from './form.ts';

/** A phone has room for so many buttons of each kind. */
const MAX_SUGGESTIONS = 3;

/** What `cards/answer.json` shows: nothing in it is left to decide but how it looks. */
export interface AnswerView {
  readonly news?: string;
  readonly source?: string;
  readonly heading?: string;
  readonly sentence?: string;
  readonly state?: State;
  readonly sections: readonly SectionView[];
  readonly fields: readonly Field[];
  /** Its buttons, and after them what one might ask next. */
  readonly buttons: readonly ActionElement[];
}

interface SectionView
  extends Omit<
    Section,
    'rows' | 'table' | 'asks' | 'buttons' | 'fields' | 'isEmphasised' | 'note' | 'link'
  > {
  readonly style: 'emphasis' | 'default';
  readonly rows: readonly RowView[];
  readonly table?: TableView;
  readonly asks?: readonly { readonly words: string; readonly opens: ActionElement }[];
  readonly buttons: readonly ActionElement[];
  readonly fields: readonly Field[];
  readonly shares: readonly Share[];
  /** Small print, alone or before something to press. */
  readonly note?: string;
  readonly link?: { readonly note: string; readonly title: string; readonly opens: ActionElement };
}

interface TableView {
  readonly columns?: readonly string[];
  readonly rows: readonly {
    readonly title: string;
    readonly line?: string;
    readonly cells: readonly { readonly text: string; readonly weight: 'Bolder' | 'Default' }[];
  }[];
}

interface RowView extends Pick<AnswerRow, 'title' | 'details'> {
  readonly ref: string;
  readonly dot: string;
  readonly colour: string;
  readonly words: string;
  readonly line: string;
  readonly opens?: ActionElement;
  readonly buttons: readonly ActionElement[];
}

/** The view of an answer for the one template that nearly all cards are made of. */
export function toView(answer: Answer): AnswerView {
  const { news, source, heading, sentence, state, sections = [], form, suggestions = [] } = answer;
  return {
    ...(news && { news }),
    ...(source && { source }),
    ...(heading && { heading }),
    ...(sentence && { sentence }),
    ...(state && { state }),
    sections: sections.map(withoutEmptyParts).filter(hasContent).map(toSectionView),
    fields: form?.fields ?? [],
    buttons: [
      ...formButtons(answer),
      ...(answer.buttons ?? []).map(toActionElement),
      ...suggestions.slice(0, MAX_SUGGESTIONS).map(suggestionElement),
    ],
  };
}

/** What there is nothing of is left out, so that a feature need not ask before it lists. */
export function withoutEmptyParts(section: Section): Section {
  const isEmpty = (part: unknown) => part === undefined || (Array.isArray(part) && !part.length);
  return Object.fromEntries(Object.entries(section).filter(([, part]) => !isEmpty(part)));
}

/** A heading over nothing is no part of an answer. */
export function hasContent({ heading, isEmphasised, ...content }: Section): boolean {
  return Object.keys(content).length > 0;
}

function toSectionView(section: Section): SectionView {
  const { isEmphasised, rows, table, asks, buttons, fields, note, link, ...rest } = section;
  return {
    ...rest,
    style: isEmphasised ? 'emphasis' : 'default',
    rows: (rows ?? []).map(toRowView),
    ...(table && { table: toTableView(table) }),
    ...(asks && {
      asks: asks.map((ask) => ({ words: `“${ask.title}”`, opens: openElement(ask) })),
    }),
    buttons: (buttons ?? []).map(toActionElement),
    fields: fields ?? [],
    shares: rest.shares ?? [],
    ...(note && !link && { note }),
    ...(link && {
      link: { note: note ? `${note} ` : '', title: link.title, opens: openElement(link) },
    }),
  };
}

function toRowView({ ref, title, state, line, details, opens, buttons }: AnswerRow): RowView {
  return {
    ref: ref ? `${ref}  ` : '',
    title,
    dot: state && state.colour !== 'default' ? '● ' : '',
    colour: state?.colour ?? 'default',
    words: state?.words ?? '',
    line: [state?.words && line ? ' · ' : '', line ?? ''].join(''),
    ...(details && { details }),
    ...(opens && { opens: openElement(opens) }),
    buttons: (buttons ?? []).map(toActionElement),
  };
}

/** The last column is the one that matters. */
function toTableView({ columns, rows }: AnswerTable): TableView {
  return {
    ...(columns && { columns }),
    rows: rows.map(({ cells, ...row }) => ({
      ...row,
      cells: cells.map((text, at) => ({
        text,
        weight: at === cells.length - 1 ? 'Bolder' : 'Default',
      })),
    })),
  };
}

const CANCEL = cancelPress.button('Cancel', {});

/** What the buttons of a form send, its ids under `form`; of *instead* and *Cancel* the fields do not matter. */
function formButtons({ form }: Answer): ActionElement[] {
  if (!form) return [];
  const { submit, instead } = form;
  const sent = 'data' in submit ? { ...submit, data: { form: submit.data } } : submit;
  const others = [...(instead ? [instead] : []), CANCEL].map(toActionElement);
  return [toActionElement({ ...sent, isPrimary: true }), ...others.map(withoutInputs)];
}
