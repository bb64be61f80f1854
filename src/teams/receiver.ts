import { summariseError } from '../telemetry/error-summary.ts';
import { activityIds, isActivity } from './activity.ts';
import type { Receipt, TeamsAdapter } from './adapter.ts';
import type { AnswerParts } from './answer.ts';
import { RefusedRequest } from './refused-request.ts';
import { createTeamsApp } from './teams-app.ts';

/** What Teams posted. */
export interface Received {
  readonly authorization: string;
  /** The parsed body of the request: anything at all. */
  readonly body: unknown;
}

export type Receiver = (received: Received) => Promise<Receipt>;

export interface ReceiverParts extends AnswerParts {
  readonly adapter: TeamsAdapter;
}

/** Lets in what Teams posts, and has it answered. */
export function createReceiver({ adapter, ...parts }: ReceiverParts): Receiver {
  const { log } = parts;
  const app = createTeamsApp(parts);

  return async ({ authorization, body }) => {
    if (!isActivity(body)) return failed(400, 'NotAnActivity', 'The body is not an activity');
    try {
      const receipt = await adapter.run(
        authorization,
        body,
        async (context) => void (await app.run(context)),
      );
      return receipt ?? { status: 200 };
    } catch (error) {
      if (error instanceof RefusedRequest) {
        log.warn({ reason: error.reason, status: error.status }, 'request refused');
        return failed(error.status, 'Refused', 'The request was not let in');
      }
      log.error({ ...activityIds(body), ...summariseError(error) }, 'turn failed');
      return failed(500, 'Failed', 'The activity could not be processed');
    }
  };
}

function failed(status: number, code: string, message: string): Receipt {
  return { status, body: { code, message } };
}
