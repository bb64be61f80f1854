import { countFigure, formatPart, shareFigure } from '../../answers/report-figures.ts';
import { formatCount } from '../../answers/words.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { type Action, hasOwner } from '../../domain/action.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { isInPlan } from '../../domain/plan-years.ts';

const refs = (actions: readonly Action[]): string[] => actions.map(({ ref }) => ref);

/** Each priority in force in the year, how many of its actions are complete, and what shows that they changed anything. */
export const prioritiesSection: ReportSection = {
  id: 'priorities',
  title: 'Priorities',
  position: 10,
  async compile({ directory, today, ports }, { year, to }) {
    const { partnership } = directory;
    const priorities = directory.priorities
      .filter((priority) => isInPlan(year, priority))
      .sort((a, b) => (a.number ?? 99) - (b.number ?? 99));
    const known = await Promise.all(
      priorities.map(async (priority) => {
        const listed = await ports.actions.list(partnership.id, { priority: priority.id }, today);
        const actions = listed.filter(
          ({ status, raisedOn = '', year: planned = year }) =>
            status !== 'withdrawn' && raisedOn <= to && planned.slice(0, 4) <= year.slice(0, 4),
        );
        return { priority, actions };
      }),
    );
    const all = known.flatMap(({ actions }) => actions);
    const unmoved = all.filter(({ status }) => status === 'open' || status === 'not started');
    return {
      basis: `Actions of the priorities in force in ${year}, as the records stood on ${formatDayWithYear(today)}. Withdrawn actions are not counted.`,
      figures: [
        countFigure('Priorities in force', [...new Set(priorities.map(({ id }) => id))]),
        countFigure('Actions', refs(all)),
        shareFigure('Actions with an owner', refs(all.filter(hasOwner)), all.length),
        shareFigure('Actions complete', refs(all.filter(isComplete)), all.length),
        shareFigure(
          'Complete with evidence of impact',
          refs(all.filter(isEvidenced)),
          all.filter(isComplete).length,
        ),
        shareFigure(
          'Evidence verified',
          refs(all.filter(isVerified)),
          all.filter(isEvidenced).length,
        ),
        shareFigure('Actions not under way', refs(unmoved), all.length),
      ],
      tables: [
        {
          title: 'Priorities',
          columns: ['Priority', 'Lead', 'Complete', 'With evidence', 'Verified', 'Not under way'],
          rows: known.map(({ priority, actions }) => [
            priority.number ? `${priority.number}. ${priority.title}` : priority.title,
            priority.leadGroup && groupName(directory, priority.leadGroup),
            formatPart(actions.filter(isComplete).length, actions.length),
            actions.filter(isEvidenced).length,
            actions.filter(isVerified).length,
            actions.filter((action) => unmoved.includes(action)).length,
          ]),
        },
        {
          title: 'Actions not under way',
          columns: ['Reference', 'Action', 'Priority', 'Due'],
          rows: known.flatMap(({ priority, actions }) =>
            actions
              .filter((action) => unmoved.includes(action))
              .map(({ ref, title, dueOn }) => [
                ref,
                title,
                priority.title,
                dueOn && formatDayWithYear(dueOn),
              ]),
          ),
        },
      ],
      gaps: [
        ...(priorities.length === 0 ? [`No priority is recorded for ${year}.`] : []),
        ...known.flatMap(({ priority, actions }) => [
          ...(priority.leadGroup ? [] : [`No lead group is recorded for “${priority.title}”.`]),
          ...(actions.length > 0 ? [] : [`No action is recorded for “${priority.title}”.`]),
        ]),
        ...sayCount(
          all.filter((action) => isComplete(action) && !isEvidenced(action)),
          'complete action',
          'without evidence of impact',
        ),
        ...sayCount(
          all.filter((action) => !hasOwner(action)),
          'action',
          'without an owner',
        ),
      ],
    };
  },
};

const isComplete = ({ status }: Action): boolean => status === 'complete';
const isEvidenced = (action: Action): boolean =>
  isComplete(action) && action.impactEvidence !== undefined;
const isVerified = (action: Action): boolean =>
  isEvidenced(action) && action.verifiedBy !== undefined;

const sayCount = (actions: readonly Action[], noun: string, how: string): string[] =>
  actions.length > 0
    ? [`${formatCount(actions.length, noun)} ${how}: ${refs(actions).join(', ')}.`]
    : [];
