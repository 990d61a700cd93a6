import type { Location } from '../../src/model/location.ts';
import type { ConfigFile } from '../_shared/config-file.ts';
import type { Component, FlowExport } from './schema.ts';

/** What a component is to the analysis. `shape` is looked through. */
export type Role = 'agent' | 'model' | 'tool' | 'mcp' | 'store' | 'memory' | 'input' | 'output' | 'shape';

/** One flow with roles and names for the linker. */
export interface Flow {
  readonly export: FlowExport;
  readonly ref: string;
  role(id: string): Role;
  refOf(id: string): string;
  at(id: string): Location;
}

/** Reads a flow; `prefix` starts its refs. */
export function readFlow(config: ConfigFile, flow: FlowExport, prefix: string): Flow {
  const roles = new Map(
    [...flow.components.values()].map(component => [component.id, roleOf(flow, component)]),
  );
  return {
    export: flow,
    ref: prefix,
    role: id => roles.get(id) ?? 'shape',
    refOf: id => `${prefix}:${id}`,
    at: id => config.at(...(flow.components.get(id)?.path ?? [])),
  };
}

/** Components that only hold or reshape text. */
const shapes =
  /^(Prompt( Template)?|PromptComponent|Text(Input|Output)|Parse\w*|parser|Parser\w*|Split\w*|Combine\w*|Filter\w*|Merge\w*|Data\w*ToMessage|Create\w+|Update\w+|Select\w+|Extract\w+|Conditional\w+|If\w+|DataConditionalRouter|Loop\w*|Pass|Notify|Listen|Sub\w*Flow|TypeConverter\w*|DataOperations|DataFrameOperations|IDGenerator\w*|CurrentDate|Message(ToData|Store)?|JSONCleaner|OutputParser|ConvertAstra\w*|\w*Splitter\w*|\w*Embedding\w*)$/i;

const models =
  /^(\w*(Model|ModelComponent)|\w*LLM\w*|Ollama\w*|LanguageModel\w*|Groq\w*|Anthropic\w*|AmazonBedrock\w*)$/;
const callers =
  /^(StructuredOutput\w*|BatchRun\w*|LLMRouter\w*|SmartFunction|LambdaFilter\w*|\w*(Chain|QAChain)\w*|GuardrailValidator|Guardrails\w*|SelfQuery\w*)$/;

function roleOf(flow: FlowExport, component: Component): Role {
  const { type, id } = component;
  if (/^(ChatInput|Webhook\w*)$/.test(type)) return 'input';
  if (/^ChatOutput$/.test(type)) return 'output';
  if (/^(MCPTools|MCPStdio|MCPSse|MCP\w*|mcp\w*)$/.test(type)) return 'mcp';
  const asTool = flow.links.some(link => link.from === id && isToolLink(link));
  if (/Agent|Crew/.test(type) && !/AgentQL|CrewAITask|TaskComponent/.test(type)) return 'agent';
  if (asTool) return 'tool';
  if (/^(Memory(Base)?|MessageHistory|ChatMemory|Mem0\w*|\w*ChatMemory)$/.test(type)) return 'memory';
  if (models.test(type) || component.outputs.includes('LanguageModel')) {
    return flow.links.some(link => link.from === id && givesText(link.output)) ||
      !flow.links.some(link => link.from === id)
      ? 'agent'
      : 'model';
  }
  if (callers.test(type)) return 'agent';
  if (isStore(flow, component)) return 'store';
  return shapes.test(type) ? 'shape' : 'tool';
}

/** True for a link that plugs a component into the tools of an agent. */
export function isToolLink(link: { readonly output: string; readonly field: string }): boolean {
  return link.output === 'component_as_tool' || link.field === 'tools' || link.field === 'additional_tools';
}

function givesText(output: string): boolean {
  return output !== 'model_output' && output !== 'model' && output !== 'build_model';
}

function isStore(flow: FlowExport, component: Component): boolean {
  if (/^Knowledge/.test(component.type) || component.outputs.includes('VectorStore')) return true;
  return (
    flow.links.some(link => link.to === component.id && link.field === 'ingest_data') ||
    'ingest_data' in component.values
  );
}
