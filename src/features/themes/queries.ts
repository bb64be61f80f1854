import type { Request } from '../../contract/request.ts';
import type { Theme } from '../../domain/theme.ts';
import { themeStore } from './store.ts';

/** The partnership's themes by name. */
export async function listThemes({ store }: Pick<Request, 'store'>): Promise<Theme[]> {
  const themes = await store(themeStore).list();
  return themes.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
