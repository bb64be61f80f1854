import type { Request } from '../../contract/request.ts';

/** Takes what was put forward for one meeting over to the one that is held instead. Done again, it adds nothing. */
export async function copyAgenda(
  { directory, person, ports }: Request,
  from: string,
  to: string,
): Promise<void> {
  const { id: partnership } = directory.partnership;
  for (const item of await ports.agendas.items(partnership, from)) {
    await ports.agendas.add(partnership, { ...item, meetingId: to }, person.id);
  }
}
