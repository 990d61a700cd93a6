/** Names every Python module sees; https://docs.python.org/3/library/functions.html plus common exceptions. */
const python = new Set(
  `abs aiter all anext any bool bytearray bytes callable chr classmethod compile delattr dict dir divmod enumerate eval
  exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list
  locals map max memoryview min next object open ord pow print property range repr reversed round set setattr slice
  sorted staticmethod str sum super tuple type vars zip __import__ __name__ __file__ Exception ValueError RuntimeError
  KeyError TypeError PermissionError NotImplementedError`.split(/\s+/),
);

/** Globals of Node and browsers that matter to data flow. */
const javascript = new Set(
  `fetch console process globalThis window document navigator localStorage sessionStorage WebSocket EventSource
  XMLHttpRequest Request Response Headers URL URLSearchParams Object Array Map Set WeakMap Promise JSON Math Date String
  Number Boolean Symbol RegExp Error Buffer setTimeout setInterval queueMicrotask structuredClone eval Function require
  Bun Deno crypto TextEncoder TextDecoder FormData Blob File AbortController encodeURIComponent decodeURIComponent
  encodeURI decodeURI parseInt parseFloat atob btoa Intl Reflect Proxy module exports __dirname __filename import.meta`.split(
    /\s+/,
  ),
);

export function isBuiltin(name: string, isPython: boolean): boolean {
  return (isPython ? python : javascript).has(name);
}
