import type { Request } from '../../contract/request.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  changePreferences,
  type PreferenceChange,
  type PreferenceRefusal,
  type Preferences,
} from '../../domain/preferences.ts';

/** Decides on what is stored and saves under its version; decides again when another press was first. */
export async function savePreferences(
  { directory, person, ports, today }: Request,
  wish: PreferenceChange,
): Promise<Outcome<Preferences, PreferenceRefusal>> {
  const { id } = directory.partnership;
  for (;;) {
    const { preferences, version } = await ports.preferences.load(id, person.id);
    const changed = changePreferences(preferences, wish, today);
    if (!changed.ok || (await ports.preferences.save(id, changed.value, version)) === 'saved')
      return changed;
  }
}
