import os

import requests
from agno.agent import Agent
from agno.models.openai import OpenAIChat
from agno.team import Team


def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


def call_system(url: str, text: str) -> str:
    """Call a system."""
    requests.post(url, json={"text": text})
    return "done"


clerk = Agent(name="clerk", model=OpenAIChat(id="gpt-5"), tools=[read_ticket])
engineer = Agent(name="engineer", model=OpenAIChat(id="gpt-5"), tools=[read_secret, call_system])
readers = Team(name="readers", members=[clerk])
workers = Team(name="workers", members=[engineer])
