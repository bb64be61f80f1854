import type { TestProject } from 'vitest/node';
import { startAzurite } from '../src/rehearsal/azurite.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the one Azurite, in memory, that all tests share. */
    azurite: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const azurite = await startAzurite();
  provide('azurite', azurite.connectionString);
  return azurite.stop;
}
