import { parentPort, workerData } from 'node:worker_threads';
import readSheets from 'read-excel-file/node';

parentPort?.postMessage(await readSheets(Buffer.from(workerData as Uint8Array)));
