import { formatCount, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import { type ClosingDoubts, findClosingDoubts } from '../../domain/closing-doubts.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { type RegisterRequest, registerOrNew, showRegister } from './change-register.ts';

const STILL_OPEN = 'The register is still open.';
const TICK_CLAIMS =
  'Tick whoever takes the seat that they claimed; the others attended without a seat.';

/** What is asked before a register closes: about open claims, and about what speaks against it. */
export async function askBeforeClosing(
  request: RegisterRequest,
  meeting: Meeting,
  refusal: 'closes-early' | 'claims-open',
): Promise<Answer> {
  const { directory, now, ports } = request;
  const { id, timeZone } = directory.partnership;
  const stored = await ports.registers.find(id, meeting.id);
  const register = registerOrNew(stored?.register, meeting, directory);
  const doubts = findClosingDoubts(register, meeting, { now, timeZone });
  const notice = [
    doubts && describeDoubts(doubts),
    refusal === 'claims-open' ? `${STILL_OPEN} ${TICK_CLAIMS}` : STILL_OPEN,
  ];
  return showRegister(request, meeting, {
    notice: notice.filter(Boolean).join(' '),
    isClosing: true,
  });
}

/** “The meeting ends at 16:00, and 10 of 12 agencies are not here yet: they would be recorded as absent.” */
function describeDoubts({ endsAt, missing, expected }: ClosingDoubts): string {
  const who =
    missing === undefined
      ? undefined
      : `${missing} of ${formatCount(expected, 'agency', 'agencies')} ${pluralVerb(missing, 'is', 'are')} not here yet: they would be recorded as absent`;
  const ends = endsAt && `the meeting ends at ${endsAt.slice(11)}`;
  return `${sentenceCase([ends, who].filter(Boolean).join(', and '))}.`;
}
