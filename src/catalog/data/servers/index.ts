import type { ServerRow } from '../../types.ts';
import { browsers } from './browsers.ts';
import { clouds } from './clouds.ts';
import { databases } from './databases.ts';
import { documents } from './documents.ts';
import { financeCommerce } from './finance-commerce.ts';
import { gateways } from './gateways.ts';
import { github } from './github.ts';
import { google } from './google.ts';
import { messaging } from './messaging.ts';
import { microsoft } from './microsoft.ts';
import { monitoring } from './monitoring.ts';
import { openaiConnectors } from './openai-connectors.ts';
import { referenceServers } from './reference.ts';
import { securityIdentity } from './security-identity.ts';
import { sourceHosting } from './source-hosting.ts';
import { systems } from './systems.ts';
import { trackers } from './trackers.ts';
import { webSearch } from './web-search.ts';

/** Every server row, one list per theme or vendor, in the order of file names. */
export const serverRowsOfAllVendors: readonly ServerRow[] = [
  ...browsers,
  ...clouds,
  ...databases,
  ...documents,
  ...financeCommerce,
  ...gateways,
  ...github,
  ...google,
  ...messaging,
  ...microsoft,
  ...monitoring,
  ...openaiConnectors,
  ...referenceServers,
  ...securityIdentity,
  ...sourceHosting,
  ...systems,
  ...trackers,
  ...webSearch,
];
