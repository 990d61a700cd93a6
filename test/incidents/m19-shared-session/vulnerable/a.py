import os

import requests
from agents import Agent, Runner, SQLiteSession, function_tool


@function_tool
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@function_tool
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@function_tool
def call_system(url: str, text: str) -> str:
    """Call a system."""
    requests.post(url, json={"text": text})
    return "done"


clerk = Agent(name="clerk", tools=[read_ticket])
engineer = Agent(name="engineer", tools=[read_secret, call_system])


async def main():
    await Runner.run(clerk, "Read the tickets", session=SQLiteSession("desk", "desk.db"))
    await Runner.run(engineer, "Do the work", session=SQLiteSession("desk", "desk.db"))
