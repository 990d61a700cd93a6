import type { Fact, NodeFact } from '../model/fact.ts';
import type { Location } from '../model/location.ts';
import type { Severity } from '../model/vocabulary.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { configuredServers, listOf } from './servers.ts';

/** Connections that others can read, and servers that others can reach. */
export const exposedTransport: Audit = {
  id: 'exposed-transport',
  title: 'MCP server reachable or readable by others',
  severity: 'high',
  tags: ['mcp', 'network'],
  mappings: mappings['exposed-transport'],
  run,
};

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|host\.docker\.internal)(?::\d+)?$/i;

function* run({ facts }: AuditInput): Iterable<FindingDraft> {
  for (const { fact, name, url, at } of configuredServers(facts)) {
    const host = /^(?:http|ws):\/\/([^/?#]+)/i.exec(url ?? '')?.[1];
    if (host !== undefined && !loopback.test(host.replace(/^[^@]*@/, ''))) {
      const keys = listOf(fact.properties?.headers).length > 0 ? ' with its credentials' : '';
      yield {
        about: ['plain', at.file, name],
        severity: 'high',
        confidence: 0.95,
        message: `The connection to '${name}' (${host}) is not encrypted: everything${keys} can be read and changed on the way.`,
        location: at,
      };
    }
    const bound = boundTo(fact.settings ?? {});
    if (bound) {
      yield {
        about: ['bind', at.file, name],
        severity: 'medium',
        confidence: 0.9,
        message: `The server '${name}' is started on ${bound}: every machine that can reach this one can use it.`,
        location: at,
      };
    }
  }
  yield* inCode(facts);
}

function boundTo(settings: { readonly [name: string]: unknown }): string | undefined {
  for (const name of [
    '--host',
    '--bind',
    '--listen',
    '--address',
    'HOST',
    'MCP_HOST',
    'FASTMCP_HOST',
    'BIND_ADDRESS',
  ]) {
    const value = settings[name];
    if (typeof value === 'string' && /^(?:0\.0\.0\.0|\[?::\]?)(?::\d+)?$/.test(value)) return value;
  }
  const published = settings['-p'] ?? settings['--publish'];
  return typeof published === 'string' && /^0\.0\.0\.0:/.test(published) ? published : undefined;
}

/** Servers whose own code binds all addresses or switches the host check off. */
function* inCode(facts: readonly Fact[]): Iterable<FindingDraft> {
  for (const fact of facts) {
    if (fact.fact !== 'node' || fact.kind !== 'mcp-server') continue;
    const host = fact.properties?.bind;
    const { severity, when } = howStarted(fact);
    if (typeof host === 'string') {
      yield {
        about: ['code-bind', fact.at.file, fact.name],
        severity,
        confidence: 0.85,
        message: `The server '${fact.name}' listens on ${host}${when}: every machine that can reach it can call its tools${fact.properties?.auth === true ? ' if it has a token' : ', and the code asks for no token'}.`,
        location: fact.at,
      };
    }
    const unchecked = fact.properties?.unchecked;
    if (fact.properties?.hostCheck === false) {
      yield {
        about: ['host-check', fact.at.file, fact.name],
        severity,
        confidence: 0.85,
        message: `The server '${fact.name}' switches the check of Host and Origin off${when}: a web page can reach it through the user's browser.`,
        location: fact.at,
      };
    } else if (isLocation(unchecked)) {
      yield {
        about: ['host-check', fact.at.file, fact.name],
        severity,
        confidence: 0.75,
        message: `The server '${fact.name}' is offered over HTTP${when}, and nothing in its program looks at Host or Origin or asks for a token: a web page can reach it through the user's browser.`,
        location: unchecked,
      };
    }
  }
}

/** A client that speaks to it over its standard streams does not open the door that the code has. */
function howStarted({ properties = {}, settings = {} }: NodeFact): {
  readonly severity: Severity;
  readonly when: string;
} {
  const words = Object.entries(settings).flat(2).map(String);
  const asksForHttp = words.some(word => /^(?:--)?(?:http|sse|streamable-?http)$/i.test(word));
  const isInside = properties.origins !== undefined && properties.transport === 'stdio' && !asksForHttp;
  return isInside
    ? { severity: 'low', when: ' when it is started for HTTP, which this entry does not do' }
    : { severity: 'medium', when: '' };
}

function isLocation(value: unknown): value is Location {
  return typeof value === 'object' && value !== null && 'file' in value && 'line' in value;
}
