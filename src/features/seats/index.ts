import type { Feature } from '../../contract/feature.ts';
import { seatRetention, seatsFile } from './folder.ts';

/** Who holds which seat from when to when, and which nobody holds. */
export const seats: Feature = {
  name: 'seats',
  folder: [seatsFile],
  retention: [seatRetention],
};
