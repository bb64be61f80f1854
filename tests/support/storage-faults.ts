import type { PipelinePolicy } from '@azure/core-rest-pipeline';

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
