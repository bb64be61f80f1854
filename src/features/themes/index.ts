import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import {
  openNewThemeForm,
  openThemeChange,
  proposeTheme,
  recordMerging,
  recordName,
  recordTheme,
  undoTheme,
} from './change-theme.ts';
import { themesFile } from './folder.ts';
import { showThemes } from './list-themes.ts';
import messages from './messages.json' with { type: 'json' };
import { addThemePhrases, listThemesPhrases, themeDetailPhrases } from './phrases.ts';
import { showTheme } from './show-theme.ts';
import { trackerFile } from './tracker-file.ts';

/** What recommendations are about, in the partnership's own words, what comes back, and what came of it. */
export const themes: Feature = {
  name: 'themes',
  messages,
  intents: [
    { name: 'list_themes', label: 'Themes', phrases: listThemesPhrases, answer: showThemes },
    { name: 'theme_detail', label: 'One theme', phrases: themeDetailPhrases, answer: showTheme },
    { name: 'add_theme', label: 'Add a theme', phrases: addThemePhrases, answer: proposeTheme },
  ],
  actions: [openNewThemeForm, openThemeChange, recordTheme, recordName, recordMerging, undoTheme],
  files: [trackerFile],
  folder: [themesFile],
  help: [
    {
      title: 'Themes',
      job: 'review',
      roles: ['administrator', 'chair', 'scrutineer'],
      examples: () => [
        { title: 'themes from more than two reviews', ...ask('list_themes', {}, { more: 'two' }) },
        {
          title: 'what came back since 2015',
          ...ask('list_themes', {}, { returned: 'came back', since: '2015' }),
        },
      ],
    },
  ],
};
