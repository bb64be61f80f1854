import { z } from 'zod';
import { describeWhoMay } from '../../answers/access-words.ts';
import { choiceField, idField, lineField, pleaseCheck } from '../../answers/form.ts';
import { notUndone } from '../../answers/not-undone.ts';
import { UNDONE } from '../../answers/undo-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { undoRecord } from '../../contract/undo-record.ts';
import { isPermitted } from '../../domain/access.ts';
import {
  addTheme,
  endByMerging,
  nextThemeId,
  renameTheme,
  type Theme,
  type ThemeRefusal,
} from '../../domain/theme.ts';
import { replaceTheme } from '../recommendations/queries.ts';
import {
  describeThemeUndo,
  openNewTheme,
  openThemeForm,
  themeId,
  undoThemePress,
} from './buttons.ts';
import { listKnownThemes, listThemes } from './queries.ts';
import { themeAnswer } from './show-theme.ts';
import { themeStore } from './store.ts';

const permission = 'recommendations.add';

const WHY_NOT: Readonly<
  Record<ThemeRefusal | 'not-found' | 'changed-meanwhile' | 'exists', string>
> = {
  'name-missing': 'Please give its name.',
  'name-taken': 'Another theme goes by that name already.',
  'merged-with-itself': 'Please choose another theme to merge it into.',
  'not-found': 'It is not in the list any more.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please open it again.',
  exists: 'Somebody added it meanwhile. Please look at the list of themes.',
};

const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
});

const mayNot = (): Answer => ({
  text: `Nothing was recorded: the list of themes is kept by ${describeWhoMay(permission)}.`,
  refused: 'access',
});

/** “add a theme: fathers”: a form. */
export async function proposeTheme(
  { person }: Request,
  { args: { title } }: Question,
): Promise<Answer> {
  return isPermitted(person, permission)
    ? newForm(typeof title === 'string' ? title : '')
    : mayNot();
}

function newForm(name: string): Answer {
  const heading = 'Add a theme?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: 'Recommendations can then be tagged with it.',
    form: {
      fields: [
        { id: 'name', label: 'Theme', kind: 'text', value: sentenceCase(name), required: true },
        { id: 'others', label: 'Other names', kind: 'text', hint: 'With ; between them' },
      ],
      submit: recordTheme.button('Add theme', {}),
    },
  };
}

/** *Add a theme*. */
export const openNewThemeForm = action({
  ...openNewTheme,
  permission,
  handle: async () => newForm(''),
});

/** *Add theme*. */
export const recordTheme = action({
  id: 'themes.add',
  permission,
  input: z.object({ name: lineField, others: lineField.optional() }),
  async handle(request: Request, { name, others }): Promise<Answer> {
    const all = await listThemes(request);
    const theme: Theme = {
      id: nextThemeId(
        name,
        all.map(({ id }) => id),
      ),
      name: name.trim(),
      alsoKnownAs: toNames(others),
    };
    const decided = addTheme(theme, all, toActor(request));
    if (!decided.ok) return notRecorded(decided.refusal);
    const added = await request.store(themeStore).add(theme, decided.value.event);
    return added.ok ? answerFor(request, theme.id, 'Recorded.') : notRecorded(added.refusal);
  },
});

const toNames = (text = ''): string[] =>
  text
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean);

/** *Rename…*, *Merge…* */
export const openThemeChange = action({
  ...openThemeForm,
  permission,
  async handle(request: Request, { theme: id, form }): Promise<Answer> {
    const all = await listThemes(request);
    const theme = all.find((each) => each.id === id);
    if (!theme) throw new UnreadableInput(openThemeForm.id);
    const heading = form === 'rename' ? `Rename ${theme.name}?` : `Merge ${theme.name}?`;
    const others = all.filter((each) => each.id !== id);
    return {
      text: pleaseCheck(heading),
      heading,
      ...(form === 'merge' && {
        sentence:
          'Its recommendations get the other theme, which answers to its name from then on.',
      }),
      form:
        form === 'rename'
          ? {
              fields: [
                { id: 'name', label: 'Theme', kind: 'text', value: theme.name, required: true },
                {
                  id: 'others',
                  label: 'Other names',
                  kind: 'text',
                  value: theme.alsoKnownAs.join('; '),
                  hint: 'With ; between them',
                },
              ],
              submit: recordName.button('Rename', { theme: id }),
            }
          : {
              fields: [{ ...choiceField('into', 'Into', others, ''), required: true }],
              submit: recordMerging.button('Merge', { theme: id }),
            },
    };
  },
});

/** *Rename*: a theme keeps its id, for recommendations name it. */
export const recordName = action({
  id: 'themes.rename',
  permission,
  input: z.object({ theme: themeId, name: lineField, others: lineField.optional() }),
  async handle(request: Request, { theme: id, name, others }): Promise<Answer> {
    const all = await listThemes(request);
    if (!all.some((each) => each.id === id)) throw new UnreadableInput('themes.rename');
    const actor = toActor(request);
    const names = { name, alsoKnownAs: toNames(others) };
    const changed = await request
      .store(themeStore)
      .change(id, (each) => renameTheme(each, names, all, actor));
    return changed.ok ? answerFor(request, id, 'Recorded.') : notRecorded(changed.refusal);
  },
});

/** *Merge*: first every recommendation, then the theme; pressed again after an outage it goes on. */
export const recordMerging = action({
  id: 'themes.merge',
  permission,
  input: z.object({ theme: themeId, into: idField }),
  async handle(request: Request, { theme: id, into }): Promise<Answer> {
    const { store } = request;
    const [old, target] = await Promise.all([
      store(themeStore).get(id),
      into ? store(themeStore).get(into) : undefined,
    ]);
    if (!old || (into && !target)) throw new UnreadableInput('themes.merge');
    if (!target || target.id === old.id) return notRecorded('merged-with-itself');
    const actor = toActor(request);
    await replaceTheme(request, id, target.id, actor);
    await store(themeStore).change(target.id, (each) =>
      renameTheme(
        each,
        { name: each.name, alsoKnownAs: [...new Set([...each.alsoKnownAs, old.name])] },
        [],
        actor,
      ),
    );
    const ended = await store(themeStore).change(id, (each) => endByMerging(each, target, actor));
    return ended.ok
      ? answerFor(request, target.id, `Recorded. ${old.name} is now part of ${target.name}.`)
      : notRecorded(ended.refusal);
  },
});

/** *Undo*: a theme that was added goes, and a name is as it was. */
export const undoTheme = action({
  ...undoThemePress,
  permission: 'own',
  async handle(request: Request, { theme, change }): Promise<Answer> {
    if (!(await request.store(themeStore).get(theme))) throw new UnreadableInput(undoThemePress.id);
    const undone = await undoRecord(request, themeStore, theme, change);
    if (!undone.ok) return notUndone(undone.refusal);
    return (await request.store(themeStore).get(theme))
      ? answerFor(request, theme, UNDONE)
      : { text: 'Undone. It is not in the list of themes any more.', endsForm: true };
  },
});

async function answerFor(request: Request, id: string, news: string): Promise<Answer> {
  const known = (await listKnownThemes(request)).find(({ theme }) => theme.id === id);
  if (!known) return { text: news };
  const history = await request.store(themeStore).history(id);
  const last = history.at(-1);
  const undo = news === 'Recorded.' ? describeThemeUndo(known.theme.name, id, last) : undefined;
  return themeAnswer(request, known, { news, undo });
}
