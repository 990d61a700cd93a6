import type { N8nNode } from './schema.ts';

/** What a node is to the analysis. `shape` only reshapes data and is looked through. */
export type Role =
  | 'agent'
  | 'model'
  | 'tool'
  | 'store'
  | 'trigger'
  | 'entry'
  | 'mcp-server'
  | 'mcp-client'
  | 'support'
  | 'gate'
  | 'guardrail'
  | 'shape';

/** Nodes that run a model over a prompt, by the last part of the type. */
const agents: ReadonlySet<string> = new Set([
  'agent',
  'agentTool',
  'chainLlm',
  'chainRetrievalQa',
  'chainSummarization',
  'informationExtractor',
  'openAiAssistant',
  'sentimentAnalysis',
  'textClassifier',
]);

/** Vendor nodes that are a model call or a plain API call, by their `resource`. */
const vendorNodes: ReadonlySet<string> = new Set([
  'openAi',
  'anthropic',
  'googleGemini',
  'ollama',
  'mistralAi',
  'perplexity',
]);
const vendorResources: ReadonlySet<string> = new Set([
  'assistant',
  'text',
  'chat',
  'conversation',
  'message',
]);

/** Nodes of the core set whose output is their input, reshaped. */
const shapes: ReadonlySet<string> = new Set([
  'aggregate',
  'code',
  'compareDatasets',
  'compression',
  'convertToFile',
  'crypto',
  'dateTime',
  'debugHelper',
  'editImage',
  'evaluation',
  'executionData',
  'extractFromFile',
  'filter',
  'function',
  'functionItem',
  'html',
  'htmlExtract',
  'iCal',
  'if',
  'itemLists',
  'jwt',
  'limit',
  'markdown',
  'merge',
  'moveBinaryData',
  'noOp',
  'readPDF',
  'removeDuplicates',
  'renameKeys',
  'set',
  'sort',
  'splitInBatches',
  'splitOut',
  'spreadsheetFile',
  'stopAndError',
  'summarize',
  'switch',
  'totp',
  'wait',
  'xml',
]);

const triggerNames: ReadonlySet<string> = new Set(['cron', 'emailReadImap', 'interval', 'start', 'webhook']);

const supports =
  /^(embeddings|textSplitter|outputParser|document|retriever|reranker|toolThink$|modelSelector$)/;

/** Type without its package: `gmailTool` of `n8n-nodes-base.gmailTool`. */
export function baseName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/** Role of a node. `asTool` tells that an agent or MCP trigger has it on its tool input. */
export function roleOf(node: N8nNode, asTool: boolean): Role {
  const name = baseName(node.type);
  if (name === 'mcpTrigger') return 'mcp-server';
  if (name === 'executeWorkflowTrigger') return 'entry';
  if (/Trigger$/.test(name) || triggerNames.has(name)) return 'trigger';
  if (/^mcp(Registry)?ClientTool$/.test(name) && node.type.startsWith('@n8n/')) return 'mcp-client';
  if (/HitlTool$/.test(name)) return 'gate';
  if (name === 'guardrails') return 'guardrail';
  if (/^lm[A-Z]/.test(name)) return 'model';
  if (agents.has(name)) return 'agent';
  if (vendorNodes.has(name) && runsModel(node)) return 'agent';
  if (/^memory[A-Z]/.test(name)) return 'store';
  if (asTool) return 'tool';
  if (/^vectorStore[A-Z]/.test(name)) return 'store';
  if (supports.test(name)) return 'support';
  if (shapes.has(name) && !reachesOut(node)) return 'shape';
  return 'tool';
}

/** True if a node waits for a person (`sendAndWait`). */
export function waitsForPerson(node: N8nNode): boolean {
  return node.parameters.operation === 'sendAndWait';
}

/** A branch that can look at an answer. */
export function isBranch(node: N8nNode): boolean {
  return ['if', 'switch', 'filter'].includes(baseName(node.type));
}

function runsModel(node: N8nNode): boolean {
  const resource = node.parameters.resource;
  return resource === undefined || vendorResources.has(String(resource));
}

/** Code that calls out is a step of its own. LangChain's code node always is. */
function reachesOut(node: N8nNode): boolean {
  if (node.type === '@n8n/n8n-nodes-langchain.code') return true;
  const code = [node.parameters.jsCode, node.parameters.pythonCode, node.parameters.functionCode].join('\n');
  return /\b(fetch\s*\(|httpRequest|axios|requests\.|urllib|child_process)/.test(code);
}
