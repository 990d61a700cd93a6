import os

import requests
from crewai import Agent
from crewai.flow.flow import Flow, listen, start
from crewai.tools import tool
from pydantic import BaseModel


@tool("read_ticket")
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@tool("read_secret")
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@tool("call_system")
def call_system(url: str, text: str) -> str:
    """Call a system."""
    requests.post(url, json={"text": text})
    return "done"


clerk = Agent(role="clerk", goal="Read tickets", backstory="Reads", tools=[read_ticket])
engineer = Agent(role="engineer", goal="Act", backstory="Acts", tools=[read_secret, call_system])


class Desk(Flow):
    @start()
    def read(self):
        return clerk.kickoff("Read ticket 1").raw

    @listen(read)
    def act(self, ticket):
        return engineer.kickoff(f"Handle {ticket}").raw
