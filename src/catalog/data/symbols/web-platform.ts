import { of, symbolRows } from '../../build-rows.ts';

/** Web platform: fetch, WebSocket, DOM sinks. */
export const webPlatform = symbolRows({ kind: 'api', why: 'Web API of browsers, Node, Deno, Bun and workers.', reference: 'https://developer.mozilla.org/en-US/docs/Web/API/fetch' }, [
{ symbols: ['globalThis.fetch', 'node-fetch#default', 'cross-fetch#default', 'cross-fetch#fetch', 'isomorphic-fetch#default', 'undici#fetch', 'undici#request', 'undici#stream', 'node-fetch-native#default', 'node-fetch-native#fetch', 'make-fetch-happen#default', '@tauri-apps/plugin-http#fetch'], capabilities: ['http.send'], arguments: { url: [0, '0.url'], body: ['1.body'], headers: ['1.headers'], name: ['1.method'], query: ['1.query'] }, result: 'content', why: 'Request with any method; GET unless options say otherwise.' },
{ symbols: ['globalThis.WebSocket', 'ws#WebSocket', 'ws#default', 'globalThis.EventSource', 'eventsource#EventSource'], capabilities: ['network.send'], arguments: { url: [0] }, result: 'content', why: 'Opens a lasting connection.' },
{ symbols: ['globalThis.WebSocket().send', 'ws#WebSocket().send', 'ws#default().send'], capabilities: ['network.send'], arguments: { body: [0] }, result: 'none', why: 'Sends over an open connection.' },
{ symbols: ['globalThis.navigator.sendBeacon'], capabilities: ['http.send'], arguments: { url: [0], body: [1] }, result: 'status', reference: 'https://developer.mozilla.org/en-US/docs/Web/API/Navigator/sendBeacon' },
{ symbols: ['globalThis.XMLHttpRequest().open'], capabilities: ['http.send'], arguments: { url: [1], name: [0] }, result: 'none', reference: 'https://developer.mozilla.org/en-US/docs/Web/API/XMLHttpRequest' },
{ symbols: ['globalThis.window.open', 'globalThis.open'], capabilities: ['web.browse'], arguments: { url: [0] }, result: 'none', reference: 'https://developer.mozilla.org/en-US/docs/Web/API/Window/open' },
{ symbols: ['globalThis.eval', 'globalThis.Function'], capabilities: ['code.run'], arguments: { code: [0] }, result: 'content', reference: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/eval', why: 'Runs text as JavaScript in this process.' },
{ symbols: of(['globalThis.localStorage.', 'globalThis.sessionStorage.'], 'getItem'), capabilities: ['memory.read'], arguments: { name: [0] }, result: 'content', reference: 'https://developer.mozilla.org/en-US/docs/Web/API/Storage' },
{ symbols: of(['globalThis.document.'], 'write writeln'), capabilities: ['render.html'], arguments: { body: [0] }, result: 'none', reference: 'https://developer.mozilla.org/en-US/docs/Web/API/Document/write' },
{ symbols: of(['globalThis.console.'], 'debug error info log warn'), capabilities: ['log.write'], arguments: { body: [0] }, result: 'none', reference: 'https://developer.mozilla.org/en-US/docs/Web/API/console', why: 'Writes a line to the log.' },
{ symbols: ['globalThis.Date', 'globalThis.Date.now'], capabilities: ['time.now'], result: 'content', reference: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date', why: 'Clock.' },
{ symbols: of(['globalThis.JSON.', 'globalThis.Math.'], 'abs ceil floor max min parse pow random round sqrt stringify'), capabilities: ['compute.pure'], result: 'content', reference: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/JSON', why: 'Works on its arguments only.' },
]);
