import requests
from langchain.agents import create_agent
from langchain_core.tools import tool


@tool
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


graph = create_agent("openai:gpt-5", tools=[read_ticket])
