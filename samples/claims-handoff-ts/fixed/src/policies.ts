import { Agent, tool } from '@openai/agents';
import { Pool } from 'pg';
import { z } from 'zod';
import { letterAgent } from './letters.ts';

const database = new Pool({ connectionString: process.env.POLICIES_DB });

const findPolicy = tool({
  name: 'find_policy',
  description: 'Finds the insurance policy of a person with address, diagnoses and bank account.',
  parameters: z.object({ holder: z.string() }),
  execute: async ({ holder }) => {
    const { rows } = await database.query('select * from policies where holder = $1', [holder]);
    return JSON.stringify(rows);
  },
});

/** Has the records. */
export const policyAgent = new Agent({
  name: 'Policy desk',
  instructions: 'Check whether the claim is covered, then hand over to the letter desk.',
  tools: [findPolicy],
});

policyAgent.handoffs.push(letterAgent);
