import { z } from 'zod';

/**
 * Names one press of a button, however often it arrives: Teams repeats a press under new activity
 * ids, and what carries the same operation has one effect.
 */
export type Operation = string;

export function newOperation(): Operation {
  return crypto.randomUUID();
}

export const operationSchema = z.uuid();
