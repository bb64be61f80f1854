import type { Attributes, Meter } from '@opentelemetry/api';
import type { AnyValueMap, Logger, SeverityNumber } from '@opentelemetry/api-logs';

/** One line of the log, as pino writes it. */
type Line = Readonly<Record<string, unknown>> & { readonly msg?: string; readonly level?: number };

export interface LogRecorderParts {
  readonly meter: Meter;
  readonly logger: Logger;
}

/**
 * Derives metrics and log records from the lines that Convenor logs anyway. So no other room knows
 * of telemetry, and nothing leaves that is not in the log: ids, never what people write.
 */
export function recordLogLines({ meter, logger }: LogRecorderParts): { write(line: string): void } {
  const count = createCounters(meter);
  return {
    write(text) {
      const line = JSON.parse(text) as Line;
      count(line);
      if (isHealthCheck(line)) return;
      const { level = 30, msg, time: _time, service: _service, ...ids } = line;
      logger.emit({ severityNumber: toSeverity(level), body: msg, attributes: ids as AnyValueMap });
    },
  };
}

/** Counts lines by their message, and by those of their fields that have few values. */
function createCounters(meter: Meter): (line: Line) => void {
  const turns = meter.createCounter('convenor.turns', {
    description: 'Turns, by kind and outcome',
  });
  const duration = meter.createHistogram('convenor.turn.duration', {
    unit: 'ms',
    description: 'Until an answer was ready',
  });
  const refused = meter.createCounter('convenor.refused', {
    description: 'Requests refused, by reason',
  });
  const notices = meter.createCounter('convenor.notices', {
    description: 'Notices, by outcome',
  });
  const clocks = meter.createGauge('convenor.clocks', {
    description: 'Clocks near breach, and breached',
  });
  const eventLoop = meter.createHistogram('convenor.event_loop.delay', {
    unit: 'ms',
    description: 'The longest wait for the only thread in each minute',
  });
  return ({ msg, ...line }) => {
    const labels = (...names: string[]): Attributes =>
      Object.fromEntries(
        names.flatMap((name) => (line[name] === undefined ? [] : [[name, String(line[name])]])),
      );
    const turn = (outcome: string) => turns.add(1, { ...labels('kind'), outcome });
    switch (msg) {
      case 'turn answered':
        duration.record(Number(line.ms), labels('kind'));
        return turn('answered');
      case 'answer failed':
      case 'turn failed':
      case 'answer delivery failed':
        return turn(msg);
      case 'request refused':
        return refused.add(1, labels('reason'));
      case 'notice outcome recorded':
        return notices.add(1, labels('state', 'reason'));
      case 'notice outcome unknown':
        return notices.add(1, { state: 'unknown' });
      case 'event loop delay measured':
        return eventLoop.record(Number(line.max));
      case 'statutory clocks counted':
        for (const state of ['near', 'breached'])
          clocks.record(Number(line[state]), { ...labels('partnership'), state });
    }
  };
}

/** One a minute from each machine while all is well. */
function isHealthCheck({ msg, route, status }: Line): boolean {
  return msg === 'request handled' && String(route).startsWith('/health/') && Number(status) < 400;
}

/** Levels are tens from trace to fatal in pino, fours in OpenTelemetry. */
function toSeverity(level: number): SeverityNumber {
  return (Math.min(Math.max(Math.floor(level / 10) - 1, 0), 5) * 4 + 1) as SeverityNumber;
}
