import {
  type AzureMonitorOpenTelemetryOptions,
  shutdownAzureMonitor,
  useAzureMonitor,
} from '@azure/monitor-opentelemetry';
import { metrics } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import { AggregationType } from '@opentelemetry/sdk-metrics';
import { recordLogLines } from './record-log-lines.ts';
import { stripSpanDetails } from './strip-span-details.ts';

export interface Telemetry {
  /** A destination for log lines. */
  readonly log: { write(line: string): void };
  /** Sends what has not been sent yet. */
  stop(): Promise<void>;
}

/**
 * Sends logs, metrics and traces to Application Insights. Call it before anything is loaded that
 * makes requests: what was loaded before is not instrumented. Loading it takes about a second, so
 * it is loaded only where there is somewhere to send to.
 */
export function startTelemetry(
  destination: NonNullable<AzureMonitorOpenTelemetryOptions['azureMonitorExporterOptions']>,
): Telemetry {
  // The distribution would tell Microsoft how it is used.
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT ??= 'true';
  process.env.OTEL_SERVICE_NAME ??= 'convenor';
  useAzureMonitor({
    // What cannot be sent is dropped, not kept on the machine's disk.
    azureMonitorExporterOptions: { disableOfflineStorage: true, ...destination },
    spanProcessors: [stripSpanDetails()],
    // The instrumentation's own metrics add nothing to the log, every minute.
    views: [{ instrumentName: 'http.*', aggregation: { type: AggregationType.DROP } }],
    // Turns are few; all are kept, and so are all log lines, whatever becomes of the trace.
    tracesPerSecond: 0,
    samplingRatio: 1,
    enableTraceBasedSamplingForLogs: false,
    enableLiveMetrics: false,
    enableStandardMetrics: false,
    enablePerformanceCounters: false,
    instrumentationOptions: {
      // Only requests made while a turn is answered: polling the queue would be millions of spans a
      // month.
      http: {
        enabled: true,
        requireParentforOutgoingSpans: true,
        ignoreIncomingRequestHook: ({ url }: { url?: string }) =>
          url?.startsWith('/health/') ?? false,
      } as { enabled: boolean },
      ...Object.fromEntries(UNUSED.map((name) => [name, { enabled: false }])),
    },
  });
  return {
    log: recordLogLines({
      meter: metrics.getMeter('convenor'),
      logger: logs.getLogger('convenor'),
    }),
    stop: shutdownAzureMonitor,
  };
}

/** `azureSdk` names each table request once more; `console` would send what any package prints. */
const UNUSED = [
  'azureSdk',
  'mongoDb',
  'mySql',
  'postgreSql',
  'redis',
  'redis4',
  'bunyan',
  'winston',
  'console',
];
