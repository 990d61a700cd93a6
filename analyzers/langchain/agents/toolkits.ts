import { framework, type Scan, type Toolset } from '../scan.ts';
import { toolkitObject } from '../tools/ready-made.ts';
import { join, lost, one } from '../tools/result.ts';
import { toolsOf } from '../tools/toolset.ts';
import { argument, lastName, settingsOf } from '../values.ts';
import type { AgentCall } from './create.ts';

/** Tools an agent constructor brings by itself, by the telling part of its name. */
const brought: readonly (readonly [RegExp, string])[] = [
  [/pandas|csv|xorbits|spark_?dataframe/i, 'langchain_experimental.tools.PythonAstREPLTool'],
  [/python_?agent/i, 'langchain_experimental.tools.PythonREPLTool'],
  [/spark_?sql/i, 'langchain_community.agent_toolkits.SparkSQLToolkit'],
  [/sql/i, 'langchain_community.agent_toolkits.SQLDatabaseToolkit'],
  [/pbi/i, 'langchain_community.agent_toolkits.PowerBIToolkit'],
  [/openapi/i, 'langchain_community.agent_toolkits.RequestsToolkit'],
  [/json/i, 'langchain_community.agent_toolkits.JsonToolkit'],
  [/vector_?store/i, 'langchain_classic.agents.agent_toolkits.VectorStoreToolkit'],
];

/** `create_sql_agent(llm, toolkit | db=…, extra_tools)` and its relatives: the tools of the toolkit and extra ones. */
export function toolkitFacts(scan: Scan, { call, ref }: AgentCall): void {
  const toolkit = argument(call.args, ['toolkit'], 1);
  const given =
    toolkit?.kind === 'instance' && /Toolkit/.test(toolkit.symbol) ? toolkitObject(scan, toolkit) : undefined;
  const extra = toolsOf(scan, argument(call.args, ['extra_tools', 'extraTools']));
  scan.attach(ref, join([given ?? implied(scan, ref, call), extra]));
}

function implied(scan: Scan, agent: string, call: AgentCall['call']): Toolset {
  const symbol = brought.find(([pattern]) => pattern.test(lastName(call.symbol)))?.[1];
  if (!symbol) return lost(`the tools of ${lastName(call.symbol)}`, call.at);
  const ref = `${agent}:toolkit`;
  const name = lastName(symbol);
  const source = argument(call.args, ['db', 'df', 'path'], 1);
  const settings = { ...settingsOf(call), ...(source?.kind === 'instance' && settingsOf(source)) };
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at: call.at,
    symbol,
    settings,
    properties: { toolkit: /Toolkit$/.test(name) },
  });
  return one({ ref, name, kind: 'tool', relation: 'uses', at: call.at });
}
