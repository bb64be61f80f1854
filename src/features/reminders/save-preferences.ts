import type { Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  changePreferences,
  type PreferenceChange,
  type PreferenceRefusal,
  type Preferences,
} from '../../domain/preferences.ts';

/** Decides on what is stored and saves under its version; decides again when another press was first. */
export async function savePreferences(
  { directory, person: { id: who } }: Asker,
  wish: PreferenceChange,
  ports: Ports,
): Promise<Outcome<Preferences, PreferenceRefusal>> {
  const { id, timeZone } = directory.partnership;
  for (;;) {
    const { preferences, version } = await ports.preferences.of(id, who);
    const changed = changePreferences(preferences, wish, ports.calendar.today(timeZone));
    if (!changed.ok || (await ports.preferences.save(id, changed.value, version)) === 'saved')
      return changed;
  }
}
