import { offeredBy } from '../../answers/describe-question.ts';
import type { Feature } from '../../contract/feature.ts';
import { judgeItem } from './agenda-answer.ts';
import { agendaFile } from './agenda-file.ts';
import { changeAgendaItem, removeAgendaItem, showItemForm } from './change-item.ts';
import messages from './messages.json' with { type: 'json' };
import { agendaPhrases } from './phrases.ts';
import { addItem } from './propose-item.ts';
import { openRaisingForm, proposeActionAt, raiseFromAgenda } from './raise-action.ts';
import { showAgenda } from './show-agenda.ts';
import { dropStanding, proposeDrop } from './standing-item.ts';

/** What a meeting will speak about: asked and proposed by anybody, accepted by its chair, with actions raised from any item. */
export const agendas: Feature = {
  name: 'agendas',
  messages,
  intents: [
    {
      name: 'agenda',
      label: 'The agenda',
      offered: offeredBy('mode', { add: 'add an agenda item' }),
      phrases: agendaPhrases,
      answer: showAgenda,
    },
  ],
  files: [agendaFile],
  actions: [
    addItem,
    judgeItem,
    showItemForm,
    changeAgendaItem,
    removeAgendaItem,
    dropStanding,
    openRaisingForm,
    raiseFromAgenda,
  ],
  commands: [
    { name: 'action', handle: proposeActionAt },
    { name: 'standing', handle: proposeDrop },
  ],
};
