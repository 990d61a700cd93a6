/** The part of `fetch` that is used; tests hand in their own. */
export type Web = (
  url: string,
  init: { readonly headers: { readonly [name: string]: string }; readonly signal: AbortSignal },
) => Promise<Response>;

export interface Wanted {
  readonly maxBytes: number;
  readonly headers?: { readonly [name: string]: string };
}

const deadline = 60_000;

/** Bytes of an address, or a sentence why there are none. Encrypted addresses only, unless it is this machine. */
export async function download(web: Web, url: string, wanted: Wanted): Promise<Uint8Array | string> {
  if (!isSafe(url)) return `${hostOf(url)} is not an https address`;
  try {
    const signal = AbortSignal.timeout(deadline);
    const response = await web(url, {
      headers: { 'user-agent': 'trefoil', ...wanted.headers },
      signal,
    });
    if (response.url && !isSafe(response.url)) return `${hostOf(url)} leads to an unencrypted address`;
    if (!response.ok) return `${hostOf(url)} answers ${response.status}`;
    return await collected(response, wanted.maxBytes);
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return `${hostOf(url)} ${isLate ? 'does not answer in time' : 'cannot be reached'}`;
  }
}

/** JSON of an address; the value is not checked. */
export async function downloadJson(
  web: Web,
  url: string,
  wanted: Wanted,
): Promise<{ readonly value: unknown } | string> {
  const bytes = await download(web, url, wanted);
  if (typeof bytes === 'string') return bytes;
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    return `${hostOf(url)} answers with something that is no JSON`;
  }
}

async function collected(response: Response, maxBytes: number): Promise<Uint8Array | string> {
  const tooLarge = `the answer is larger than ${maxBytes} bytes`;
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) return tooLarge;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  if (!reader) return 'the answer is empty';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > maxBytes) {
      await reader.cancel();
      return tooLarge;
    }
    parts.push(next.value);
  }
  return Buffer.concat(parts);
}

function isSafe(url: string): boolean {
  return /^https:\/\//i.test(url) || /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\//i.test(url);
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return 'the registry';
  }
}
