import { z } from 'zod';
import { pleaseCheck } from '../../answers/form.ts';
import { formatList } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import type { KnownRecommendation } from '../../domain/recommendation.ts';
import { setThemes } from '../../domain/recommendation.ts';
import { proposeThemes } from '../../domain/theme.ts';
import { listThemes } from '../themes/queries.ts';
import { recommendationRef } from './buttons.ts';
import { listRecommendations } from './queries.ts';
import { changeRecommendation } from './save-recommendation.ts';

/** *Themes…*: those of the list, with what its words are like ticked; nothing is kept until it is sent. */
export async function themesForm(request: Request, known: KnownRecommendation): Promise<Answer> {
  const { recommendation } = known;
  const { ref, text, themes: own } = recommendation;
  const themes = await listThemes(request);
  if (themes.length === 0)
    return {
      text: 'No theme is in the list yet. Whoever may change the list can add one: “add a theme: fathers”.',
    };
  const all = (await listRecommendations(request)).map((each) => each.recommendation);
  const proposed = proposeThemes(recommendation, themes, all);
  const names = (ids: readonly string[]) =>
    ids.map((id) => themes.find((theme) => theme.id === id)?.name ?? id);
  const heading = `Themes of ${ref}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: [
      text,
      proposed.length > 0 && `Ticked because the words are alike: ${formatList(names(proposed))}.`,
    ]
      .filter(Boolean)
      .join(' '),
    form: {
      fields: [
        {
          id: 'themes',
          label: 'Themes',
          kind: 'choices',
          value: [...own, ...proposed].join(','),
          choices: themes.map(({ id, name }) => ({ title: name, value: id })),
        },
      ],
      submit: recordThemes.button('Record themes', { ref }),
    },
  };
}

export const recordThemes = action({
  id: 'recommendations.themes',
  permission: 'recommendations.change',
  input: z.object({ ref: recommendationRef, themes: z.string().max(2000).optional().default('') }),
  async handle(request: Request, { ref, themes }): Promise<Answer> {
    const known = (await listThemes(request)).map(({ id }) => id);
    const chosen = themes.split(',').filter((id) => known.includes(id));
    return changeRecommendation(request, ref, 'recommendations.change', (each, actor) =>
      setThemes(each, chosen, actor),
    );
  },
});
