import { of, symbolRows } from '../../build-rows.ts';

/** requests. */
export const requests = symbolRows(
  { kind: 'api', why: 'HTTP client of Python.', reference: 'https://requests.readthedocs.io/en/latest/api/' },
  [
    {
      symbols: of(
        [
          'requests.',
          'requests.Session().',
          'requests.sessions.Session().',
          'requests_cache.CachedSession().',
          'cloudscraper.create_scraper().',
          'requests_oauthlib.OAuth2Session().',
          'requests_html.HTMLSession().',
          'curl_cffi.requests.',
          'curl_cffi.requests.Session().',
        ],
        'get head options',
      ),
      capabilities: ['http.get'],
      arguments: { url: [0, 'url'], query: ['params'], headers: ['headers'] },
      result: 'content',
      why: 'GET request; the address and parameters carry data out, the answer comes in.',
    },
    {
      symbols: of(
        [
          'requests.',
          'requests.Session().',
          'requests.sessions.Session().',
          'cloudscraper.create_scraper().',
          'requests_oauthlib.OAuth2Session().',
          'requests_html.HTMLSession().',
          'curl_cffi.requests.',
          'curl_cffi.requests.Session().',
        ],
        'delete patch post put',
      ),
      capabilities: ['http.send'],
      arguments: {
        url: [0, 'url'],
        body: [1, 'data', 'json', 'files'],
        query: ['params'],
        headers: ['headers'],
      },
      result: 'content',
      why: 'Request with a body.',
    },
    {
      symbols: of(
        ['requests.', 'requests.Session().', 'requests.sessions.Session().', 'curl_cffi.requests.'],
        'request',
      ),
      capabilities: ['http.send'],
      arguments: {
        url: [1, 'url'],
        body: ['data', 'json', 'files'],
        query: ['params'],
        headers: ['headers'],
        name: [0, 'method'],
      },
      result: 'content',
      why: 'Request with any method.',
    },
    {
      symbols: of(['requests.Session().'], 'send'),
      capabilities: ['http.send'],
      arguments: { url: [0] },
      result: 'content',
      why: 'Sends a prepared request.',
    },
  ],
);
