import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { idsOf, parseActivity } from './activity.ts';
import type { AnswerParts } from './answer.ts';
import { TeamsAuthentication } from './authentication.ts';
import { faultOf } from './fault.ts';
import { RefusedRequest } from './refused-request.ts';
import type { TeamsSettings } from './settings.ts';
import { createTeamsApp } from './teams-app.ts';

/** What Teams posted. */
export interface Received {
  readonly authorization: string;
  /** The parsed body of the request: anything at all. */
  readonly body: unknown;
}

/** The answer to the post itself; what Convenor says goes through the connector. */
export interface Receipt {
  readonly status: number;
  readonly body?: unknown;
}

export type Receiver = (received: Received) => Promise<Receipt>;

export interface ReceiverParts extends AnswerParts {
  readonly settings: TeamsSettings;
  /** Who vouches for Convenor when it speaks; made from the settings by default. */
  readonly credentials?: ConstructorParameters<typeof TeamsAuthentication>[1];
}

/**
 * Lets in what Teams posts, and has it answered.
 * @throws Error when a setting is missing.
 */
export function createReceiver({ settings, credentials, ...parts }: ReceiverParts): Receiver {
  const { log } = parts;
  const app = createTeamsApp(parts);
  const adapter = new Adapter(new TeamsAuthentication(settings, credentials));

  return async ({ authorization, body }) => {
    const activity = parseActivity(body);
    if (!activity) return failed(400, 'NotAnActivity', 'The body is not an activity');
    try {
      const receipt = await adapter.run(authorization, activity, async (context) => void (await app.run(context)));
      return receipt ?? { status: 200 };
    } catch (error) {
      if (error instanceof RefusedRequest) {
        log.warn({ reason: error.reason, status: error.status }, 'refused');
        return failed(error.status, 'Refused', 'The request was not let in');
      }
      log.error({ ...idsOf(activity), ...faultOf(error) }, 'turn failed');
      return failed(500, 'Failed', 'The activity could not be processed');
    }
  };
}

/** The SDK's adapter without its HTTP part, which answers with the texts of exceptions and prints them. */
class Adapter extends CloudAdapter {
  run(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Receipt | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

function failed(status: number, code: string, message: string): Receipt {
  return { status, body: { code, message } };
}
