/** A span at its end, as far as it is looked at here; its own type allows no changes, and the object does. */
interface Span {
  readonly attributes: Record<string, unknown>;
  readonly events: unknown[];
  readonly links: unknown[];
}

/** What may be known of a request: how it went, and with which host. */
const ALLOWED_ATTRIBUTES = new Set([
  'http.request.method',
  'http.response.status_code',
  'server.address',
  'server.port',
  'url.scheme',
  'error.type',
  // The names of these before they were settled.
  'http.method',
  'http.status_code',
  'http.scheme',
  'net.peer.name',
  'net.peer.port',
  'microsoft.sample_rate',
  '_MS.sampleRate',
]);

/**
 * Takes everything else off a span before it is sent. The address of a table request holds keys and filters, that of the connector
 * conversations; an exception can quote what people wrote; a new version of an instrumentation may add what nobody thought of.
 */
export function stripSpanDetails() {
  return {
    onStart() {},
    onEnd(span: object) {
      const { attributes, events, links } = span as Span;
      for (const name of Object.keys(attributes))
        if (!ALLOWED_ATTRIBUTES.has(name)) delete attributes[name];
      events.length = 0;
      links.length = 0;
    },
    forceFlush: async () => {},
    shutdown: async () => {},
  };
}
