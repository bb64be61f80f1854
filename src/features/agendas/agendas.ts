import type { Feature } from '../../contract/feature.ts';
import { agendaPhrases } from './phrases.ts';
import { addItem, judgeItem } from './propose-item.ts';
import { proposeAgendaAction, raiseAgendaAction } from './raise-action.ts';
import { showAgenda } from './show-agenda.ts';
import { dropStanding, proposeDrop } from './standing-item.ts';

/** What a meeting will speak about: asked and proposed by anybody, accepted by its chair, with actions raised from any item. */
export const agendas: Feature = {
  name: 'agendas',
  intents: [{ name: 'agenda', label: 'The agenda', phrases: agendaPhrases, answer: showAgenda }],
  submissions: [
    {
      verb: 'agendas.add',
      access: { field: 'when', is: { once: 'agendas.propose', always: 'agendas.decide' } },
      handle: addItem,
    },
    { verb: 'agendas.judge', access: 'agendas.decide', handle: judgeItem },
    { verb: 'agendas.drop', access: 'agendas.decide', handle: dropStanding },
    { verb: 'agendas.raise', access: 'actions.raise', handle: raiseAgendaAction },
  ],
  commands: [
    { name: 'action', handle: proposeAgendaAction },
    { name: 'standing', handle: proposeDrop },
  ],
};
