import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/** What a piece of work asked of the storage. */
export interface Metered {
  readonly requests: number;
  /** Rows that came back. */
  readonly rows: number;
  /** How many had to wait for one another: each began after the one before it was answered. */
  readonly inSequence: number;
}

export interface RequestMeter {
  /** Put into the real client, behind its retries: counts what really goes out. */
  readonly policy: PipelinePolicy;
  measure<Result>(work: () => Promise<Result>): Promise<Metered & { readonly result: Result }>;
}

export function createRequestMeter(): RequestMeter {
  let requests = 0;
  let rows = 0;
  let longestAnswered = 0;
  let inSequence = 0;
  return {
    policy: {
      name: 'requestMeter',
      async sendRequest(request, next) {
        requests += 1;
        const position = longestAnswered + 1;
        inSequence = Math.max(inSequence, position);
        const response = await next(request);
        longestAnswered = Math.max(longestAnswered, position);
        if (request.method === 'GET' && response.status === 200)
          rows += rowsIn(response.bodyAsText ?? '');
        return response;
      },
    },
    async measure(work) {
      [requests, rows, longestAnswered, inSequence] = [0, 0, 0, 0];
      const result = await work();
      return { result, requests, rows, inSequence };
    },
  };
}

function rowsIn(body: string): number {
  const { value } = JSON.parse(body) as { value?: unknown };
  return Array.isArray(value) ? value.length : 1;
}
