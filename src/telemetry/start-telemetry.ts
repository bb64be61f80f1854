import {
  type AzureMonitorOpenTelemetryOptions,
  shutdownAzureMonitor,
  useAzureMonitor,
} from '@azure/monitor-opentelemetry';
import { metrics } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import { AggregationType } from '@opentelemetry/sdk-metrics';
import { recordLogLines } from './follow-log.ts';
import { stripSpanDetails } from './only-harmless.ts';

export interface Telemetry {
  /** Takes every line that is logged. */
  readonly log: { write(line: string): void };
  /** Sends what has not been sent yet. */
  stop(): Promise<void>;
}

/**
 * Sends logs, metrics and traces to Application Insights. To be called before anything is loaded that makes requests, for what was
 * loaded before is not seen. Costs about a second; so it is loaded only where there is somewhere to send to.
 */
export function startTelemetry(
  destination: NonNullable<AzureMonitorOpenTelemetryOptions['azureMonitorExporterOptions']>,
): Telemetry {
  // The distribution would tell Microsoft how it is used.
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT ??= 'true';
  process.env.OTEL_SERVICE_NAME ??= 'convenor';
  useAzureMonitor({
    // What cannot be sent is dropped: a machine's disk is no place for it.
    azureMonitorExporterOptions: { disableOfflineStorage: true, ...destination },
    spanProcessors: [stripSpanDetails()],
    // What the instrumentation counts by itself says nothing that the log does not, every minute.
    views: [{ instrumentName: 'http.*', aggregation: { type: AggregationType.DROP } }],
    // Turns are few; all are kept, and so are all log lines, whatever becomes of the trace.
    tracesPerSecond: 0,
    samplingRatio: 1,
    enableTraceBasedSamplingForLogs: false,
    enableLiveMetrics: false,
    enableStandardMetrics: false,
    enablePerformanceCounters: false,
    instrumentationOptions: {
      // Requests made while a turn is answered. Looking for work every few seconds would be millions of spans a month.
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
