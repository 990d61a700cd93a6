import type { LiveLimits } from './limits.ts';

type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

const maxRedirects = 3;

/** A fetch of one connection: ends with it, reads no more than it may, and keeps headers on the configured origin. */
export interface CappedFetch {
  readonly fetch: Fetch;
  /** Why the connection ended early, in words. */
  ended(): string | undefined;
  /** Aborts everything that still runs. */
  stop(): void;
}

/** Redirects to another origin are refused: requests carry the headers of the configuration, which may be secret. */
export function cappedFetch(limits: LiveLimits): CappedFetch {
  const stopper = new AbortController();
  let received = 0;
  let ended: string | undefined;

  const end = (reason: string): void => {
    ended ??= reason;
    stopper.abort(new Error(reason));
  };
  return {
    fetch: ask,
    ended: () => ended,
    stop: () => stopper.abort(new Error('The connection was closed.')),
  };

  async function ask(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const signals = [stopper.signal, ...(init.signal ? [init.signal] : [])];
    const options = { ...init, redirect: 'manual' as const, signal: AbortSignal.any(signals) };
    let address = new URL(url);
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const response = await fetch(address, options);
      const target =
        response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (target === null) return capped(response);
      await response.body?.cancel();
      const next = new URL(target, address);
      if (next.origin !== address.origin)
        throw new Error(`The address redirects to another host (${next.origin.slice(0, 200)}).`);
      address = next;
    }
    throw new Error('The address redirects without end.');
  }

  function capped(response: Response): Response {
    if (!response.body) return response;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        received += chunk.byteLength;
        if (received <= limits.output) return controller.enqueue(chunk);
        end('The server wrote more than it may.');
        controller.error(new Error(ended));
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counter), { status, statusText, headers });
  }
}
