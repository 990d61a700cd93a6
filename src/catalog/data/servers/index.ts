import type { ServerRow } from '../../types.ts';

/** Every known MCP server, one list per vendor. */
export const serverRowsOfAllVendors: readonly ServerRow[] = [];
