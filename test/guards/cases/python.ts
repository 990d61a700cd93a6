/** Tools in Python that several cases share. */
export const readTicket = `
@tool
def read_ticket(number: int) -> str:
    """Read a ticket that a customer wrote."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text
`;

export const readSecret = `
@tool
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]
`;

export const notify = `
@tool
def notify(url: str, text: str) -> str:
    """Notify a system."""
    requests.post(url, json={"text": text})
    return "done"
`;

/** A LangChain module with these tools before the rest. */
export const langchain = (rest: string, imports = ''): string => `import os

import requests
${imports}
from langchain.agents import create_agent
from langchain_core.tools import tool

${readTicket}
${readSecret}
${notify}
${rest}
`;

/** The usual agent with some tools more or less. */
export const agent = (tools: string, more = ''): string =>
  `agent = create_agent("openai:gpt-5", tools=[${tools}]${more})\n`;
