import type { Attributes, Meter } from '@opentelemetry/api';
import type { AnyValueMap, Logger, SeverityNumber } from '@opentelemetry/api-logs';

/** One line of the log, as pino writes it. */
type Line = Readonly<Record<string, unknown>> & { readonly msg?: string; readonly level?: number };

export interface LogRecorderParts {
  readonly meter: Meter;
  readonly logger: Logger;
}

/**
 * Makes counts, times and log records of the lines that Convenor logs anyway. So the rooms know nothing of telemetry, and nothing can
 * leave that the log does not hold: ids, never what people write.
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

/** Counted by what a line says, and by those of its words of which there are few. */
function createCounters(meter: Meter): (line: Line) => void {
  const turns = meter.createCounter('convenor.turns', {
    description: 'Turns, by what was heard and what came of it',
  });
  const duration = meter.createHistogram('convenor.turn.duration', {
    unit: 'ms',
    description: 'Until an answer was ready',
  });
  const refused = meter.createCounter('convenor.refused', {
    description: 'Requests not let in, by reason',
  });
  const notices = meter.createCounter('convenor.notices', {
    description: 'Messages that were owed, by what became of them',
  });
  const clocks = meter.createGauge('convenor.clocks', {
    description: 'Clocks near breach, and breached',
  });
  return ({ msg, ...line }) => {
    const words = (...names: string[]): Attributes =>
      Object.fromEntries(
        names.flatMap((name) => (line[name] === undefined ? [] : [[name, String(line[name])]])),
      );
    const turn = (outcome: string) => turns.add(1, { ...words('heard'), outcome });
    switch (msg) {
      case 'turn answered':
        duration.record(Number(line.ms), words('heard'));
        return turn('answered');
      case 'answer failed':
      case 'turn failed':
      case 'answer delivery failed':
        return turn(msg);
      case 'request refused':
        return refused.add(1, words('reason'));
      case 'notice outcome recorded':
        return notices.add(1, words('state', 'reason'));
      case 'notice outcome unknown':
        return notices.add(1, { state: 'unknown' });
      case 'statutory clocks counted':
        for (const state of ['near', 'breached'])
          clocks.record(Number(line[state]), { ...words('partnership'), state });
    }
  };
}

/** One a minute and machine, as long as all is well. */
function isHealthCheck({ msg, route, status }: Line): boolean {
  return msg === 'request handled' && String(route).startsWith('/health/') && Number(status) < 400;
}

/** pino counts in tens from trace to fatal, OpenTelemetry in fours. */
function toSeverity(level: number): SeverityNumber {
  return (Math.min(Math.max(Math.floor(level / 10) - 1, 0), 5) * 4 + 1) as SeverityNumber;
}
