import { tool } from 'langchain';
import { Pool } from 'pg';
import { z } from 'zod';

const database = new Pool({ connectionString: process.env.CUSTOMERS_DB });

export const queryCustomers = tool(
  async ({ name }) => {
    const { rows } = await database.query(
      'select name, email, plan, card_last4, notes from customers where name ilike $1',
      [`%${name}%`],
    );
    return JSON.stringify(rows);
  },
  {
    name: 'query_customers',
    description: 'Looks up customer records by name.',
    schema: z.object({ name: z.string() }),
  },
);
