import { of, symbolRows } from '../../build-rows.ts';

/** execa, zx, shelljs and Node shells. */
export const execa = symbolRows({ kind: 'api', why: 'Starts programs from Node.', reference: 'https://github.com/sindresorhus/execa' }, [
{ symbols: [...of(['execa#'], '$ execa execaCommand execaCommandSync execaNode execaSync'), 'execa#default', 'zx#$', 'shelljs#exec', 'shelljs#default.exec', 'cross-spawn#default', 'cross-spawn#sync', 'cross-spawn#spawn', 'tinyexec#x', 'tinyexec#exec', 'node-pty#spawn', 'nano-spawn#default', 'foreground-child#foregroundChild'], capabilities: ['shell.run'], arguments: { command: [0, 1] }, result: 'content' },
{ symbols: of(['shelljs#'], 'cat'), capabilities: ['file.read'], arguments: { path: [0] }, result: 'content', reference: 'https://github.com/shelljs/shelljs' },
{ symbols: of(['shelljs#'], 'rm'), capabilities: ['file.delete'], arguments: { path: [0, 1] }, result: 'none', reference: 'https://github.com/shelljs/shelljs' },
{ symbols: ['vm2#VM().run', 'vm2#NodeVM().run', 'isolated-vm#Isolate().compileScript', 'isolated-vm#Context().eval', 'quickjs-emscripten#QuickJSContext().evalCode', 'safe-eval#default', '@sebastianwessel/quickjs#loadQuickJs'], capabilities: ['code.sandboxed'], arguments: { code: [0] }, result: 'content', reference: 'https://github.com/laverdet/isolated-vm', why: 'Runs code in an isolate without network of its own.' },
{ symbols: ['open#default', 'opn#default', 'electron#shell.openExternal'], capabilities: ['web.browse'], arguments: { url: [0] }, result: 'none', reference: 'https://github.com/sindresorhus/open', why: 'Opens an address in the user’s own browser.' },
{ symbols: ['glob#glob', 'glob#globSync', 'fast-glob#default', 'globby#globby', 'tinyglobby#glob', 'globby#default'], capabilities: ['file.list'], arguments: { path: [0] }, result: 'content', reference: 'https://github.com/isaacs/node-glob', why: 'Names of files.' },
]);
