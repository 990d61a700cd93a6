import type { SymbolRow } from '../../types.ts';
import { agnoKnowledge } from './agno-knowledge.ts';
import { agnoTools } from './agno-tools.ts';
import { aiofiles } from './aiofiles.ts';
import { aiohttp } from './aiohttp.ts';
import { atlassianPython } from './atlassian-python.ts';
import { awsNode } from './aws-node.ts';
import { awsPython } from './aws-python.ts';
import { axios } from './axios.ts';
import { azure } from './azure.ts';
import { cloudflare } from './cloudflare.ts';
import { codingAgentTools } from './coding-agent-tools.ts';
import { composioToolsets } from './composio-toolsets.ts';
import { crewaiApps } from './crewai-apps.ts';
import { crewaiTools } from './crewai-tools.ts';
import { crm } from './crm.ts';
import { denoBun } from './deno-bun.ts';
import { difyTools } from './dify-tools.ts';
import { discord } from './discord.ts';
import { documents } from './documents.ts';
import { dotnetPlugins } from './dotnet-plugins.ts';
import { execa } from './execa.ts';
import { flowiseNodes } from './flowise-nodes.ts';
import { github } from './github.ts';
import { googleApiNode } from './google-api-node.ts';
import { googleApiPython } from './google-api-python.ts';
import { googleCloud } from './google-cloud.ts';
import { got } from './got.ts';
import { httpx } from './httpx.ts';
import { infrastructure } from './infrastructure.ts';
import { integrationActions } from './integration-actions.ts';
import { integrationPlatforms } from './integration-platforms.ts';
import { langchainJsTools } from './langchain-js-tools.ts';
import { langchainLoadTools } from './langchain-load-tools.ts';
import { langchainTools } from './langchain-tools.ts';
import { langflowComponents } from './langflow-components.ts';
import { llamaIndexTools } from './llama-index-tools.ts';
import { mailServices } from './mail-services.ts';
import { memoryStores } from './memory-stores.ts';
import { microsoftGraph } from './microsoft-graph.ts';
import { modelClients } from './model-clients.ts';
import { mongodb } from './mongodb.ts';
import { n8nLangchainNodes } from './n8n-langchain-nodes.ts';
import { n8nNodes } from './n8n-nodes.ts';
import { nodeCore } from './node-core.ts';
import { nosql } from './nosql.ts';
import { openaiAgentsTools } from './openai-agents-tools.ts';
import { otherFrameworkTools } from './other-framework-tools.ts';
import { payments } from './payments.ts';
import { playwright } from './playwright.ts';
import { providerTools } from './provider-tools.ts';
import { puppeteer } from './puppeteer.ts';
import { pythonBuiltins } from './python-builtins.ts';
import { pythonFiles } from './python-files.ts';
import { pythonMail } from './python-mail.ts';
import { pythonNetwork } from './python-network.ts';
import { pythonOs } from './python-os.ts';
import { pythonProcesses } from './python-processes.ts';
import { pythonSystem } from './python-system.ts';
import { redis } from './redis.ts';
import { requests } from './requests.ts';
import { scraping } from './scraping.ts';
import { secrets } from './secrets.ts';
import { slack } from './slack.ts';
import { social } from './social.ts';
import { sqlNode } from './sql-node.ts';
import { sqlPython } from './sql-python.ts';
import { strandsTools } from './strands-tools.ts';
import { supabase } from './supabase.ts';
import { telegram } from './telegram.ts';
import { telethon } from './telethon.ts';
import { ticketing } from './ticketing.ts';
import { todoist } from './todoist.ts';
import { twilio } from './twilio.ts';
import { urllib3 } from './urllib3.ts';
import { vectorStores } from './vector-stores.ts';
import { webPlatform } from './web-platform.ts';
import { webSearch } from './web-search.ts';

/** Every symbol row, one list per vendor, in the order of file names. */
export const symbolRowsOfAllVendors: readonly SymbolRow[] = [
  ...agnoKnowledge,
  ...agnoTools,
  ...aiofiles,
  ...aiohttp,
  ...atlassianPython,
  ...awsNode,
  ...awsPython,
  ...axios,
  ...azure,
  ...cloudflare,
  ...codingAgentTools,
  ...composioToolsets,
  ...crewaiApps,
  ...crewaiTools,
  ...crm,
  ...denoBun,
  ...difyTools,
  ...discord,
  ...documents,
  ...dotnetPlugins,
  ...execa,
  ...flowiseNodes,
  ...github,
  ...googleApiNode,
  ...googleApiPython,
  ...googleCloud,
  ...got,
  ...httpx,
  ...infrastructure,
  ...integrationActions,
  ...integrationPlatforms,
  ...langchainJsTools,
  ...langchainLoadTools,
  ...langchainTools,
  ...langflowComponents,
  ...llamaIndexTools,
  ...mailServices,
  ...memoryStores,
  ...microsoftGraph,
  ...modelClients,
  ...mongodb,
  ...n8nLangchainNodes,
  ...n8nNodes,
  ...nodeCore,
  ...nosql,
  ...openaiAgentsTools,
  ...otherFrameworkTools,
  ...payments,
  ...playwright,
  ...providerTools,
  ...puppeteer,
  ...pythonBuiltins,
  ...pythonFiles,
  ...pythonMail,
  ...pythonNetwork,
  ...pythonOs,
  ...pythonProcesses,
  ...pythonSystem,
  ...redis,
  ...requests,
  ...scraping,
  ...secrets,
  ...slack,
  ...social,
  ...sqlNode,
  ...sqlPython,
  ...strandsTools,
  ...supabase,
  ...telegram,
  ...telethon,
  ...ticketing,
  ...todoist,
  ...twilio,
  ...urllib3,
  ...vectorStores,
  ...webPlatform,
  ...webSearch,
];
