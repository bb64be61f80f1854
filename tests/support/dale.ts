import { daleJson, writeFolder } from './a-folder.ts';

/** A partnership small enough to write down a whole quarter of what it is told: three partners, a board and one sub-group. */
export function daleFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  return writeFolder({ ...daleFiles(), ...files });
}

/** The files of its folder. */
export function daleFiles(): Record<string, string> {
  const partners = ['POL', 'DC', 'ICB'].map((agency) => ({ agency, voice: 'decides' }));
  const counted = { working_days: 15, valid_from: '2018-06-29', source: 'Working Together' };
  return {
    'partnership.json': daleJson({
      statutory_partners: partners,
      clocks: [
        { ...counted, id: 'notify-panel', from_event: 'aware_on', working_days: 5 },
        { ...counted, id: 'rapid-review', from_event: 'aware_on' },
        { ...counted, id: 'rapid-review-from-notification', from_event: 'notified_on' },
      ],
    }),
    'agencies.csv': `id,name,kind
POL,Dale Police,statutory
DC,Dale Council,statutory
ICB,Dale Integrated Care Board,statutory
BU,Business Unit,attendee
SCRUT,Scrutineer,attendee
`,
    'groups.csv': `id,name,kind,reports_to
BOARD,Dale Board,board,
QA,Quality Group,sub-group,BOARD
`,
    'people.csv': `id,display_name,agency,roles,groups,tenant_id,object_id
manager,Manager,BU,administrator,BOARD;QA,dale-tenant,manager-object
chair,Chair,DC,chair,BOARD,dale-tenant,chair-object
qa-chair,Quality Chair,DC,chair:QA,QA,dale-tenant,qa-chair-object
scrutineer,Scrutineer,SCRUT,scrutineer,BOARD,dale-tenant,scrutineer-object
police,Police Lead,POL,partner-lead,BOARD;QA,dale-tenant,police-object
council,Council Lead,DC,partner-lead,BOARD,dale-tenant,council-object
health,Health Lead,ICB,partner-lead,BOARD,dale-tenant,health-object
`,
  };
}
