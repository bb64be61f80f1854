import { type PipelinePolicy, type PipelineRequest, RestError } from '@azure/core-rest-pipeline';

/** Lets so many writes reach the storage and then fails every request, as if the process had been killed there. */
export function dyingAfter(writes: number): PipelinePolicy {
  let left = writes;
  return {
    name: 'dyingAfter',
    async sendRequest(request, next) {
      if (left < 0) throw new Error('Cut off');
      if (isWrite(request.method, request.url)) left -= 1;
      if (left < 0) throw new Error('Cut off');
      return next(request);
    },
  };
}

/** Lets every transaction reach the storage and loses the first reply to it, so that the client sends it again. */
export function losingReplies(): PipelinePolicy {
  const lost = new WeakSet<object>();
  return {
    name: 'losingReplies',
    async sendRequest(request, next) {
      const response = await next(request);
      if (!request.url.endsWith('$batch') || lost.has(request)) return response;
      lost.add(request);
      throw new RestError('The reply was lost', { code: 'ECONNRESET', request });
    },
  };
}

/** What happens to the next change of records; from then on storage answers nothing until it is mended. */
export type Breakdown =
  /** It is saved and said to be. */
  | 'after it'
  /** It is saved, and its reply is lost. */
  | 'before its reply'
  /** It never arrives, and nobody can know. */
  | 'on its way'
  /** It never leaves: nobody listens any more. */
  | 'before it'
  /** It is not said to be saved, nor to be lost, for as long as anybody waits. */
  | 'in the midst of it';

/** Storage that breaks down at the next transaction in one of its tables. */
export function breakingDown(): PipelinePolicy & {
  breaks(how: Breakdown, table: string): void;
  mend(): void;
} {
  let next: { readonly how: Breakdown; readonly table: string } | undefined;
  let isDown = false;
  const fail = (request: PipelineRequest, code: string): never => {
    throw new RestError('Storage is down', { code, request });
  };
  return {
    name: 'breakingDown',
    breaks: (how, table) => {
      next = { how, table };
    },
    mend: () => {
      next = undefined;
      isDown = false;
    },
    async sendRequest(request, forward) {
      if (isDown) fail(request, next?.how === 'before it' ? 'ECONNREFUSED' : 'ECONNRESET');
      const isMeant =
        next !== undefined &&
        request.url.endsWith('$batch') &&
        new RegExp(`${next.table}\\b`).test(String(request.body));
      if (!isMeant) return forward(request);
      isDown = true;
      const { how } = next as { how: Breakdown };
      if (how === 'before it') return fail(request, 'ECONNREFUSED');
      if (how === 'on its way') return fail(request, 'ECONNRESET');
      const response = await forward(request);
      if (how === 'in the midst of it') await new Promise(() => {});
      return how === 'after it' ? response : fail(request, 'ECONNRESET');
    },
  };
}

/** Counts the requests that write. */
export function countingWrites(): PipelinePolicy & { writes: () => number } {
  let count = 0;
  return {
    name: 'countingWrites',
    writes: () => count,
    sendRequest(request, next) {
      if (isWrite(request.method, request.url)) count += 1;
      return next(request);
    },
  };
}

function isWrite(method: string, url: string): boolean {
  return method !== 'GET' && !new URL(url).pathname.endsWith('/Tables');
}
