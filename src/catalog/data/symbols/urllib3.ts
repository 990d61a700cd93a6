import { of, symbolRows } from '../../build-rows.ts';

/** urllib3, httplib2, pycurl and other Python HTTP clients. */
export const urllib3 = symbolRows(
  { kind: 'api', why: 'HTTP client of Python.', reference: 'https://urllib3.readthedocs.io/' },
  [
    {
      symbols: [
        'urllib3.request',
        'urllib3.PoolManager().request',
        'urllib3.PoolManager().urlopen',
        'urllib3.ProxyManager().request',
      ],
      capabilities: ['http.send'],
      arguments: {
        url: [1, 'url'],
        body: ['body', 'fields', 'json'],
        headers: ['headers'],
        name: [0, 'method'],
      },
      result: 'content',
    },
    {
      symbols: ['httplib2.Http().request'],
      capabilities: ['http.send'],
      arguments: { url: [0, 'uri'], body: ['body'], headers: ['headers'], name: [1, 'method'] },
      result: 'content',
      reference: 'https://httplib2.readthedocs.io/',
    },
    {
      symbols: ['pycurl.Curl().perform', 'pycurl.Curl().setopt'],
      capabilities: ['http.send'],
      arguments: { url: [1] },
      result: 'content',
      reference: 'https://github.com/pycurl/pycurl',
    },
    {
      symbols: ['tornado.httpclient.AsyncHTTPClient().fetch', 'tornado.httpclient.HTTPClient().fetch'],
      capabilities: ['http.send'],
      arguments: { url: [0, 'request'], body: ['body'], headers: ['headers'] },
      result: 'content',
      reference: 'https://www.tornadoweb.org/en/stable/httpclient.html',
    },
    {
      symbols: ['wget.download'],
      capabilities: ['http.get', 'file.write'],
      arguments: { url: [0, 'url'], path: [1, 'out'] },
      result: 'id',
      reference: 'https://pypi.org/project/wget/',
    },
    {
      symbols: of(['grequests.'], 'get head'),
      capabilities: ['http.get'],
      arguments: { url: [0, 'url'] },
      result: 'content',
      reference: 'https://github.com/spyoungtech/grequests',
    },
    {
      symbols: of(['gql.Client().', 'gql.Client().session.'], 'execute execute_async'),
      capabilities: ['http.send'],
      arguments: { body: [0, 'variable_values'] },
      result: 'content',
      reference: 'https://gql.readthedocs.io/',
      why: 'GraphQL request to the configured endpoint.',
    },
  ],
);
