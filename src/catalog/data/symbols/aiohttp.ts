import { of, symbolRows } from '../../build-rows.ts';

/** aiohttp. */
export const aiohttp = symbolRows(
  {
    kind: 'api',
    why: 'Asynchronous HTTP client of Python.',
    reference: 'https://docs.aiohttp.org/en/stable/client_reference.html',
  },
  [
    {
      symbols: of(['aiohttp.ClientSession().'], 'get head options'),
      capabilities: ['http.get'],
      arguments: { url: [0, 'url'], query: ['params'], headers: ['headers'] },
      result: 'content',
    },
    {
      symbols: of(['aiohttp.ClientSession().'], 'delete patch post put'),
      capabilities: ['http.send'],
      arguments: { url: [0, 'url'], body: ['data', 'json'], query: ['params'], headers: ['headers'] },
      result: 'content',
    },
    {
      symbols: ['aiohttp.ClientSession().request', 'aiohttp.request'],
      capabilities: ['http.send'],
      arguments: {
        url: [1, 'url'],
        body: ['data', 'json'],
        query: ['params'],
        headers: ['headers'],
        name: [0, 'method'],
      },
      result: 'content',
    },
    {
      symbols: ['aiohttp.ClientSession().ws_connect'],
      capabilities: ['network.send'],
      arguments: { url: [0, 'url'] },
      result: 'content',
    },
  ],
);
