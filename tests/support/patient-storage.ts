import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/** Convenor gives up on storage after two seconds, which an Azurite on a busy machine may need: stories wait longer. */
export const patientStorage: PipelinePolicy = {
  name: 'patientStorage',
  sendRequest(request, next) {
    request.timeout = 60_000;
    return next(request);
  },
};

/** So many times longer than usual a story waits for an answer. */
export const STORY_TIMEOUT_FACTOR = 10;
