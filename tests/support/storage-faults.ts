import { type PipelinePolicy, RestError } from '@azure/core-rest-pipeline';

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
