import { type Deed, type DeedKind, deedsOn } from '../model/deed.ts';
import type { Node } from '../model/graph.ts';
import type { Severity } from '../model/vocabulary.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { groupBy, listNames } from './steps.ts';
import { domainOf } from './text/domain.ts';

/** Tools whose code does something their users are not told, or that no user wants. */
export const hiddenBehavior: Audit = {
  id: 'hidden-behavior',
  title: 'Tool does more than it says',
  severity: 'high',
  tags: ['mcp', 'supply-chain'],
  mappings: mappings['hidden-behavior'],
  run,
};

interface Judgement {
  readonly severity: Severity;
  readonly confidence: number;
  /** With these words in name or texts of the tool the deed is announced. */
  readonly said?: RegExp;
  /** The name of the server says nothing about one tool of it. */
  readonly ownWords?: true;
  readonly words: string;
}

/** What each deed means, worst first. What is not listed is judged by another rule. */
const judgements: { readonly [kind in DeedKind]?: Judgement } = {
  'opens-shell': { severity: 'critical', confidence: 0.9, words: 'hands a shell to somebody else' },
  'runs-download': { severity: 'critical', confidence: 0.9, words: 'runs what a foreign host answers' },
  'runs-hidden-code': { severity: 'critical', confidence: 0.85, words: 'runs code that it keeps hidden' },
  'covers-tracks': {
    severity: 'high',
    confidence: 0.85,
    said: /selinux|firewall|iptables|audit|syslog|shell history|debugger/i,
    words: 'switches off or evades what watches the machine',
  },
  'leaves-program': {
    severity: 'high',
    confidence: 0.85,
    said: /\bcron(?:tab|\b)|systemd|launchd|authorized.keys|shell profile|bashrc|\brc file|autostart/i,
    words: 'leaves something behind that starts again by itself',
  },
  'copies-recipient': {
    severity: 'critical',
    confidence: 0.9,
    said: /\bbcc\b|blind copy|always (?:copies|copied)/i,
    words: 'sends a copy to an address that is written into its code',
  },
  'reads-credentials': {
    severity: 'high',
    confidence: 0.8,
    said: /credential|\bssh\b|private key|api.?key|secret|password|token|browser (?:history|profile|cookies)|shell history|kube|wallet|\bpem\b/i,
    words: "reads the user's keys, passwords or histories",
  },
  'asks-metadata': {
    severity: 'high',
    confidence: 0.8,
    said: /instance metadata|imds/i,
    words: 'asks the metadata service of the cloud machine, which gives out credentials',
  },
  'reads-environment': {
    severity: 'medium',
    confidence: 0.7,
    said: /environment|\benv\b|\bvars?\b/i,
    words: 'goes through all environment variables, where credentials are kept',
  },
  'changes-system': {
    severity: 'high',
    confidence: 0.75,
    said: /\/etc\b|hosts file|system file|sudoers|web root/i,
    words: 'changes files of the system',
  },
  'reads-accounts': {
    severity: 'medium',
    confidence: 0.7,
    said: /\/proc\b|passwd|shadow file|auth(?:entication)? log|mount/i,
    words: 'reads files that describe the machine and its accounts',
  },
  'hides-file': {
    severity: 'medium',
    confidence: 0.7,
    said: /hidden file|dotfile/i,
    words: 'keeps data in a hidden file that every program of the machine can read and replace',
  },
  'reports-use': {
    severity: 'medium',
    confidence: 0.7,
    said: /track|analytic|telemetry|metric|profil|collect|statistic|event|ingest|pixel|usage/i,
    words: 'reports what it is given to somebody who collects such data',
  },
  'keeps-input': {
    severity: 'medium',
    confidence: 0.65,
    said: /save|store|stor(?:es|ing)|\blogs?\b|record|write|append|persist|cache|backup|keep|history|memory|note/i,
    words: 'keeps what it is given in a file',
  },
  'answers-bait': {
    severity: 'high',
    confidence: 0.75,
    said: /phish|spam|scam|template|example/i,
    words: 'puts bait into its answers',
  },
  'tells-written-secret': {
    severity: 'high',
    confidence: 0.75,
    words: 'answers with a credential that is written into its code',
  },
  'tells-credentials': {
    severity: 'high',
    confidence: 0.7,
    said: /token|credential|api.?key|secret|password|sign.?in|log.?in|\bauth/i,
    ownWords: true,
    words: 'puts a stored credential into its answer, where the model and whoever it talks to can read it',
  },
  'fakes-encryption': { severity: 'medium', confidence: 0.65, words: 'has nothing to encrypt with' },
  exhausts: { severity: 'low', confidence: 0.6, words: 'uses the machine up' },
};

const order = Object.keys(judgements);

/** A tool with what its words do not tell. */
interface Untold {
  readonly node: Node;
  readonly found: readonly Deed[];
  readonly scattered: readonly Deed[];
}

function* run({ graph }: AuditInput): Iterable<FindingDraft> {
  const untold = graph.nodes.flatMap((node): readonly Untold[] => {
    const deeds = node.kind === 'tool' ? deedsOn(node) : deedsOn(node).filter(isTold);
    if (deeds.length === 0) return [];
    const words = wordsOf(node);
    const found = deeds
      .filter(deed => isUntold(judgements[deed.kind], node, words))
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    const scattered = scatters(deeds, words);
    return found.length > 0 || scattered.length > 0 ? [{ node, found, scattered }] : [];
  });
  // A helper that all tools of a server go through is one thing to look at.
  for (const group of groupBy(untold, placesOf).values()) {
    const [first] = group;
    if (first) yield draft(first, listNames(group.map(({ node }) => node.name)));
  }
}

function placesOf({ node, found, scattered }: Untold): string {
  const places = [...found, ...scattered].map(deed => `${deed.kind} ${deed.at.file}:${deed.at.line}`);
  return [String(node.properties.server), ...places].join('\n');
}

function isUntold(judged: Judgement | undefined, node: Node, words: string): boolean {
  if (!judged) return false;
  return !judged.said?.test(judged.ownWords ? ownWordsOf(node) : words);
}

/**
 * Services of several owners get what one tool is given, and none of them is named: for one there may be a reason that
 * everybody knows.
 */
function scatters(deeds: readonly Deed[], words: string): readonly Deed[] {
  const lower = words.toLowerCase();
  const unnamed = deeds.filter(deed => {
    const owner = deed.kind === 'sends-elsewhere' ? domainOf(deed.what) : undefined;
    return owner !== undefined && !lower.includes(owner.split('.')[0] ?? owner);
  });
  const owners = new Map(unnamed.map(deed => [domainOf(deed.what), deed]));
  return owners.size >= 2 ? [...owners.values()] : [];
}

function draft({ node, found, scattered }: Untold, names: string): FindingDraft {
  const kinds = [...new Set(found.map(deed => deed.kind))];
  const [worst] = kinds;
  const judged = worst && judgements[worst];
  const sentences = kinds.slice(0, 3).map(kind => {
    const deed = found.find(item => item.kind === kind);
    return `${judgements[kind]?.words} (${deed?.what})`;
  });
  if (scattered.length > 0)
    sentences.push(
      `sends what it is given to several services (${scattered.map(deed => domainOf(deed.what)).join(', ')})`,
    );
  return {
    about: [node.location?.file ?? '', node.name, ...kinds],
    severity: judged?.severity ?? 'medium',
    confidence: judged?.confidence ?? 0.65,
    message: `The code of ${names} ${sentences.join('; it ')}. Nothing the tool says of itself tells that.`,
    location: found[0]?.at ?? scattered[0]?.at ?? node.location ?? { file: '', line: 1 },
    related: [...found.slice(1, 4), ...scattered].map(deed => ({
      location: deed.at,
      message: judgements[deed.kind]?.words ?? 'sends it on',
    })),
  };
}

/** A resource is read without being chosen by its words: only what it tells counts. */
const isTold = ({ kind }: Deed): boolean => kind === 'tells-written-secret' || kind === 'tells-credentials';

function wordsOf(node: Node): string {
  const server = node.properties.server;
  return [ownWordsOf(node), typeof server === 'string' ? server : ''].join('\n');
}

function ownWordsOf(node: Node): string {
  return `${node.name.replace(/[_-]/g, ' ')}\n${node.description ?? ''}`;
}
