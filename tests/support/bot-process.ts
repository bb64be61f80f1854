/** The bot as a process of its own over a storage that is not its own, to be killed: says its address, and runs until then. */
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import { NO_LIMITS } from '../../src/dispatch/rate-limit.ts';
import { createRecords } from '../../src/storage/records.ts';
import { patientStorage, STORY_TIMEOUT_FACTOR } from './patient-storage.ts';

const { STORAGE: connectionString = '', PREFIX: tablePrefix = '', NOW = '' } = process.env;
const now = () => new Date(NOW);
const connection = { connectionString };
const records = createRecords({ connection, tablePrefix, now, policies: [patientStorage] });
const config = parseConfig({ MODE: 'local', PLAYGROUND: 'off' });
const ports = { ...records, calendar: createCalendar(now) };
const server = createApp(config, {
  rates: NO_LIMITS,
  timeoutFactor: STORY_TIMEOUT_FACTOR,
  ports,
  ready: records.ping,
  log: pino({ level: 'silent' }),
});
process.stdout.write(`${await server.listen(0, '127.0.0.1')}\n`);
