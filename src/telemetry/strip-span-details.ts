/**
 * The parts of an ended span that are changed here; its own type is read-only, the object is not.
 */
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
  // Their earlier names, which some instrumentations still use.
  'http.method',
  'http.status_code',
  'http.scheme',
  'net.peer.name',
  'net.peer.port',
  'microsoft.sample_rate',
  '_MS.sampleRate',
]);

/**
 * Removes all other attributes, events and links from a span before it is sent. The URL of a table
 * request holds keys and filters, that of the connector conversations; an exception can quote what
 * people wrote; a new instrumentation may add anything.
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
