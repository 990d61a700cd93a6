import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const config = new KubeConfig();
config.loadFromDefault();
const cluster = config.makeApiClient(CoreV1Api);
const readOnly = process.env.ALLOW_ONLY_READONLY_TOOLS === 'true';

const listPods = {
  name: 'list_pods',
  description: 'List the pods of a namespace',
  inputSchema: { type: 'object', properties: { namespace: { type: 'string' } } },
};
const deletePod = {
  name: 'delete_pod',
  description: 'Delete a pod',
  inputSchema: { type: 'object', properties: { namespace: { type: 'string' }, name: { type: 'string' } } },
};
const allTools = [listPods, deletePod];
const readOnlyTools = [listPods];

const server = new Server({ name: 'cluster', version: '1.0.0' }, { capabilities: { tools: {} } });

server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: readOnly ? readOnlyTools : allTools }));

server.setRequestHandler(CallToolRequestSchema, async request => {
  const { name, arguments: input = {} } = request.params;
  if (readOnly && !readOnlyTools.some(tool => tool.name === name)) throw new Error(`${name} is switched off`);
  switch (name) {
    case 'list_pods':
      return { content: [{ type: 'text', text: JSON.stringify(await cluster.listNamespacedPod({ namespace: String(input.namespace) })) }] };
    case 'delete_pod':
      await cluster.deleteNamespacedPod({ namespace: String(input.namespace), name: String(input.name) });
      return { content: [{ type: 'text', text: 'deleted' }] };
    default:
      throw new Error(`unknown tool ${name}`);
  }
});

await server.connect(new StdioServerTransport());
