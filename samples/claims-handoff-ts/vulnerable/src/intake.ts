import { Agent, tool } from '@openai/agents';
import { z } from 'zod';
import { policyAgent } from './policies.ts';

const forms = process.env.FORMS_URL ?? 'http://127.0.0.1:8082';

const readSubmissions = tool({
  name: 'read_submissions',
  description: 'Reads what visitors have filled in on the public web form.',
  parameters: z.object({ limit: z.number() }),
  execute: async ({ limit }) => {
    const answer = await fetch(`${forms}/submissions?limit=${limit}`);
    return answer.text();
  },
});

/** Sees what strangers write; has neither records nor a way out of its own. */
export const intakeAgent = new Agent({
  name: 'Intake',
  instructions: 'Summarise each new claim and hand it to the policy desk.',
  tools: [readSubmissions],
  handoffs: [policyAgent],
});
