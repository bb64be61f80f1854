import type { Request } from '../../contract/request.ts';
import type { Theme } from '../../domain/theme.ts';
import { listRecommendations } from '../recommendations/queries.ts';
import { type KnownTheme, toKnownTheme } from './known-theme.ts';
import { themeStore } from './store.ts';

export { hasReturned, type KnownTheme } from './known-theme.ts';
export { toThemeRow } from './theme-row.ts';

/** The partnership's themes by name, those that were merged into others aside. */
export async function listThemes({ store }: Pick<Request, 'store'>): Promise<Theme[]> {
  const themes = await store(themeStore).list();
  return themes
    .filter(({ mergedInto }) => !mergedInto)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

type Reading = Parameters<typeof listRecommendations>[0];

/** The partnership's themes, those of most sources first. */
export async function listKnownThemes(request: Reading): Promise<KnownTheme[]> {
  const [themes, all] = await Promise.all([listThemes(request), listRecommendations(request)]);
  return themes
    .map((theme) => toKnownTheme(theme, all))
    .sort((a, b) => b.sources.length - a.sources.length || b.found.length - a.found.length);
}
