import { normaliseTexts } from '../domain/normalise-text.ts';
import { summariseError } from '../telemetry/error-summary.ts';
import { activityIds, isActivity } from './activity.ts';
import type { Receipt, TeamsAdapter } from './adapter.ts';
import type { AnswerParts } from './answer.ts';
import { RefusedRequest } from './refused-request.ts';
import { createTeamsApp } from './teams-app.ts';

/** An HTTP request from Teams. */
export interface Received {
  readonly authorization: string;
  /** The parsed body, which can be anything. */
  readonly body: unknown;
}

export type Receiver = (received: Received) => Promise<Receipt>;

export interface ReceiverParts extends AnswerParts {
  readonly adapter: TeamsAdapter;
}

/** Authenticates requests from Teams and has them answered. */
export function createReceiver({ adapter, ...parts }: ReceiverParts): Receiver {
  const { log } = parts;
  const app = createTeamsApp(parts);

  return async ({ authorization, body: received }) => {
    const body = normaliseTexts(received);
    if (!isActivity(body)) return failure(400, 'NotAnActivity', 'The body is not an activity');
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
        return failure(error.status, 'Refused', 'The request was refused');
      }
      log.error({ ...activityIds(body), ...summariseError(error) }, 'turn failed');
      return failure(500, 'Failed', 'The activity could not be processed');
    }
  };
}

function failure(status: number, code: string, message: string): Receipt {
  return { status, body: { code, message } };
}
