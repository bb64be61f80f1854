import type { FindingContext } from '../../contract/finding.ts';

/** The same context in which rules that ask for the same actions read them once. */
export function shareReads(context: FindingContext): FindingContext {
  const { actions } = context.ports;
  const list = remember(actions.list);
  const findCurrent = remember(actions.findCurrent);
  return { ...context, ports: { ...context.ports, actions: { ...actions, list, findCurrent } } };
}

/** A read that is made once for each of its questions. */
function remember<Asked extends unknown[], Read>(
  read: (...asked: Asked) => Promise<Read>,
): (...asked: Asked) => Promise<Read> {
  const reads = new Map<string, Promise<Read>>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const known = reads.get(key) ?? read(...asked);
    reads.set(key, known);
    return known;
  };
}
