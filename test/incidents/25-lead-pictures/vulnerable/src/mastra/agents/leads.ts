import { Agent } from '@mastra/core/agent';
import { createTool } from '@mastra/core/tools';
import { Client } from '@hubspot/api-client';
import { z } from 'zod';

const hubspot = new Client({ accessToken: process.env.HUBSPOT_TOKEN });

export const readForms = createTool({
  id: 'read_web_leads',
  description: 'Read what visitors wrote into the contact form',
  inputSchema: z.object({ formId: z.string() }),
  execute: async ({ formId }) => hubspot.apiRequest({ path: `/form-integrations/v1/submissions/forms/${formId}` }),
});

export const findContacts = createTool({
  id: 'find_contacts',
  description: 'Find contacts of customers in the CRM',
  inputSchema: z.object({ name: z.string() }),
  execute: async ({ name }) => hubspot.crm.contacts.searchApi.doSearch({ query: name, limit: 20 }),
});

export const leads = new Agent({
  id: 'leads',
  name: 'leads',
  instructions: 'Help sales with new leads.',
  model: 'openai/gpt-5',
  tools: { readForms, findContacts },
});
