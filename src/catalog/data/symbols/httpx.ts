import { of, symbolRows } from '../../build-rows.ts';

/** httpx. */
export const httpx = symbolRows(
  {
    kind: 'api',
    why: 'HTTP client of Python, synchronous and asynchronous.',
    reference: 'https://www.python-httpx.org/api/',
  },
  [
    {
      symbols: of(['httpx.', 'httpx.Client().', 'httpx.AsyncClient().'], 'get head options'),
      capabilities: ['http.get'],
      arguments: { url: [0, 'url'], query: ['params'], headers: ['headers'] },
      result: 'content',
    },
    {
      symbols: of(['httpx.', 'httpx.Client().', 'httpx.AsyncClient().'], 'delete patch post put'),
      capabilities: ['http.send'],
      arguments: {
        url: [0, 'url'],
        body: ['content', 'data', 'files', 'json'],
        query: ['params'],
        headers: ['headers'],
      },
      result: 'content',
    },
    {
      symbols: of(['httpx.', 'httpx.Client().', 'httpx.AsyncClient().'], 'request stream build_request'),
      capabilities: ['http.send'],
      arguments: {
        url: [1, 'url'],
        body: ['content', 'data', 'files', 'json'],
        query: ['params'],
        headers: ['headers'],
        name: [0, 'method'],
      },
      result: 'content',
    },
  ],
);
