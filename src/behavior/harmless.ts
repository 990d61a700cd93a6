import { harmlessModules, harmlessNames } from './data/harmless.ts';

const names: ReadonlySet<string> = new Set(harmlessModules.map(name => name.replace(/#$/, '')));

/** Modules that start programs, open files or connections although their package is harmless. */
const exceptions =
  /^(?:email\.mime\.image|builtins\.(?:open|eval|exec|input|compile|__import__)|asyncio\.(?:open_|create_subprocess|start_)|pandas\.read|numpy\.load|inspect\.getsource)/;

/** What such a call does is said by the command it is given, which is judged by itself. */
const sendsCommand = /^@aws-sdk\/(?:client|lib)-[\w-]{1,60}#\w{1,80}\.send$/;

/** Runs another agent: what that can do is said by its own node, and the way there by a relation. */
const runsAgent =
  /^(?:pydantic_ai\.Agent\.(?:run|run_sync|run_stream|iter)|agents\.Runner\.run\w*|agno\.agent\.Agent\.a?run|smolagents\.\w+Agent\.run|langchain\.agents\.create_agent\.a?(?:invoke|stream)|langgraph\.prebuilt\.create_react_agent\.a?(?:invoke|stream)|langchain#createAgent\.(?:invoke|stream)|@mastra\/core\/agent#Agent\.(?:generate|stream)|@openai\/agents#run|ai#ToolLoopAgent\.(?:generate|stream))$/;

/** Whether a call of a symbol only works on its arguments. */
export function isHarmless(symbol: string): boolean {
  if (exceptions.test(symbol)) return false;
  const plain = symbol
    .replaceAll(/\([^()]*\)/g, '')
    .replace(/^node:/, '')
    .replace('#default.', '#');
  if (plain.startsWith('operator.') || sendsCommand.test(plain) || runsAgent.test(plain)) return true;
  if (plain.startsWith('?.')) return harmlessNames.has(plain.slice(2));
  const hash = plain.indexOf('#');
  const path = hash < 0 ? plain : plain.slice(0, hash);
  if (names.has(plain)) return true;
  for (let end = path.length; end > 0; end = path.lastIndexOf(hash < 0 ? '.' : '/', end - 1)) {
    if (names.has(path.slice(0, end))) return true;
  }
  if (hash < 0) return false;
  for (let end = plain.length; end > hash; end = plain.lastIndexOf('.', end - 1))
    if (names.has(plain.slice(0, end))) return true;
  return false;
}
