import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long work waited for its turn because something else held the only thread, in milliseconds. */
export interface EventLoopDelay {
  /** Of a hundred waits all but the longest were at most this long. */
  readonly p99: number;
  readonly max: number;
}

export interface EventLoopMonitor {
  /** Since the last report. */
  read(): EventLoopDelay;
  stop(): void;
}

/** Waits are sampled this often. */
const RESOLUTION_MS = 10;
const REPORT_EVERY_MS = 60_000;

/** Measures while the server runs, and reports each minute; a timer of its own keeps nothing alive. */
export function startEventLoopMonitor(report: (delay: EventLoopDelay) => void): EventLoopMonitor {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  const toMs = (nanoseconds: number): number =>
    Number.isFinite(nanoseconds) ? Math.max(0, Math.round(nanoseconds / 1e6) - RESOLUTION_MS) : 0;
  const read = (): EventLoopDelay => ({
    p99: toMs(histogram.percentile(99)),
    max: toMs(histogram.max),
  });
  const timer = setInterval(() => {
    report(read());
    histogram.reset();
  }, REPORT_EVERY_MS);
  timer.unref();
  return {
    read,
    stop() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
