import type { SymbolRow } from '../../types.ts';
import { aiofiles } from './aiofiles.ts';
import { aiohttp } from './aiohttp.ts';
import { awsNode } from './aws-node.ts';
import { awsPython } from './aws-python.ts';
import { axios } from './axios.ts';
import { azure } from './azure.ts';
import { crm } from './crm.ts';
import { denoBun } from './deno-bun.ts';
import { discord } from './discord.ts';
import { documents } from './documents.ts';
import { execa } from './execa.ts';
import { github } from './github.ts';
import { googleApiNode } from './google-api-node.ts';
import { googleApiPython } from './google-api-python.ts';
import { googleCloud } from './google-cloud.ts';
import { got } from './got.ts';
import { httpx } from './httpx.ts';
import { infrastructure } from './infrastructure.ts';
import { integrationPlatforms } from './integration-platforms.ts';
import { mailServices } from './mail-services.ts';
import { memoryStores } from './memory-stores.ts';
import { microsoftGraph } from './microsoft-graph.ts';
import { modelClients } from './model-clients.ts';
import { mongodb } from './mongodb.ts';
import { nodeCore } from './node-core.ts';
import { nosql } from './nosql.ts';
import { payments } from './payments.ts';
import { playwright } from './playwright.ts';
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
import { supabase } from './supabase.ts';
import { telegram } from './telegram.ts';
import { ticketing } from './ticketing.ts';
import { twilio } from './twilio.ts';
import { urllib3 } from './urllib3.ts';
import { vectorStores } from './vector-stores.ts';
import { webPlatform } from './web-platform.ts';
import { webSearch } from './web-search.ts';

/** Every symbol row, one list per vendor, in the order of file names. */
export const symbolRowsOfAllVendors: readonly SymbolRow[] = [
  ...aiofiles,
  ...aiohttp,
  ...awsNode,
  ...awsPython,
  ...axios,
  ...azure,
  ...crm,
  ...denoBun,
  ...discord,
  ...documents,
  ...execa,
  ...github,
  ...googleApiNode,
  ...googleApiPython,
  ...googleCloud,
  ...got,
  ...httpx,
  ...infrastructure,
  ...integrationPlatforms,
  ...mailServices,
  ...memoryStores,
  ...microsoftGraph,
  ...modelClients,
  ...mongodb,
  ...nodeCore,
  ...nosql,
  ...payments,
  ...playwright,
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
  ...supabase,
  ...telegram,
  ...ticketing,
  ...twilio,
  ...urllib3,
  ...vectorStores,
  ...webPlatform,
  ...webSearch,
];
