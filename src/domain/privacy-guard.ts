/** What kind of personal detail a text seems to hold. */
export type PersonalDetail = 'NHS number' | 'date of birth' | 'address' | 'child’s name';

export interface Personal {
  readonly kind: PersonalDetail;
  /** What to write instead. */
  readonly instead: string;
}

export function looksPersonal(_text: string): Personal | undefined {
  return undefined;
}
