import { z } from 'zod';
import { ask } from '../../answers/questions.ts';
import { declarePress } from '../../contract/action.ts';
import type { Button, Press } from '../../contract/answer.ts';
import type { Undo } from '../../contract/thread.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';

export const themeId = z.string().min(1).max(100);

export const THEME_FORMS = ['rename', 'merge'] as const;
export type ThemeForm = (typeof THEME_FORMS)[number];

/** The form for a theme that is not in the list yet. */
export const openNewTheme = declarePress({ id: 'themes.new', input: z.object({}) });

export const openThemeForm = declarePress({
  id: 'themes.form',
  input: z.object({ theme: themeId, form: z.enum(THEME_FORMS) }),
});

/** Takes back what a press has just recorded. */
export const undoThemePress = declarePress({
  id: 'themes.undo',
  input: z.object({ theme: themeId, change: z.string().max(60) }),
});

const TITLES: Readonly<Record<ThemeForm, string>> = { rename: 'Rename…', merge: 'Merge…' };

export const themeButton = (theme: string, form: ThemeForm): Button =>
  openThemeForm.button(TITLES[form], { theme, form });

/** The question that asks for one theme. */
export const aboutTheme = (theme: string): Press => ask('theme_detail', {}, { theme });

/** What takes back the last change of a theme, if a press made it. */
export function describeThemeUndo(
  name: string,
  theme: string,
  last: ChangeEvent | undefined,
): Undo | undefined {
  if (!last?.operation) return undefined;
  return {
    what: `the theme ${name} was ${last.type}`,
    press: undoThemePress.press({ theme, change: last.operation }),
  };
}
