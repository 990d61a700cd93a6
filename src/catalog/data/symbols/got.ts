import { of, symbolRows } from '../../build-rows.ts';

/** got, ky, ofetch, superagent, needle and other Node HTTP clients. */
export const got = symbolRows({ kind: 'api', why: 'HTTP client of Node.', reference: 'https://github.com/sindresorhus/got' }, [
{ symbols: ['got#default', 'got#got', 'ky#default', 'ky#create()', 'ky#extend()', 'ofetch#ofetch', 'ofetch#$fetch', 'wretch#default', 'phin#default', 'gaxios#request', 'gaxios#Gaxios().request', 'request#default', 'request-promise#default', 'bent#default'], capabilities: ['http.send'], arguments: { url: [0, '0.url', '0.uri'], body: ['1.body', '1.json', '0.data'], query: ['1.searchParams', '1.query'], headers: ['1.headers'], name: ['1.method'] }, result: 'content' },
{ symbols: of(['got#', 'got#got.', 'ky#', 'ky#create().', 'ky#extend().', 'needle#', 'request#', 'superagent#', 'superagent#agent().', 'undici#Client().', 'undici#Pool().'], 'get head'), capabilities: ['http.get'], arguments: { url: [0], query: ['1.searchParams'], headers: ['1.headers'] }, result: 'content' },
{ symbols: of(['got#', 'got#got.', 'ky#', 'ky#create().', 'ky#extend().', 'needle#', 'request#', 'superagent#', 'superagent#agent().'], 'delete patch post put'), capabilities: ['http.send'], arguments: { url: [0], body: [1, '1.body', '1.json'], headers: ['1.headers'] }, result: 'content' },
{ symbols: ['needle#default', 'needle#request', 'superagent#default', 'undici#Client().request', 'undici#Pool().request', 'undici#Agent().request'], capabilities: ['http.send'], arguments: { url: [1, '0.path'], body: [2, '0.body'] }, result: 'content' },
{ symbols: of(['superagent#post().', 'superagent#put().', 'superagent#patch().'], 'send attach field'), capabilities: ['http.send'], arguments: { body: [0] }, result: 'content' },
{ symbols: ['graphql-request#request', 'graphql-request#default', 'graphql-request#GraphQLClient().request', 'graphql-request#GraphQLClient().rawRequest'], capabilities: ['http.send'], arguments: { url: [0], body: [1, 2] }, result: 'content', reference: 'https://github.com/graffle-js/graffle', why: 'GraphQL request to an endpoint.' },
{ symbols: ['socket.io-client#io', 'socket.io-client#default'], capabilities: ['network.send'], arguments: { url: [0] }, result: 'content', reference: 'https://socket.io/docs/v4/client-api/' },
]);
