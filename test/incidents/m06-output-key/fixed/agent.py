import os

import requests
from google.adk.agents import LlmAgent, SequentialAgent
from pydantic import BaseModel


class Verdict(BaseModel):
    urgent: bool
    number: int


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


reader = LlmAgent(name="reader", model="gemini-2.5-pro", tools=[read_ticket], output_key="ticket", output_schema=Verdict)
worker = LlmAgent(name="worker", model="gemini-2.5-pro", instruction="Handle {ticket}", include_contents="none", tools=[read_secret, call_system])
root_agent = SequentialAgent(name="desk", sub_agents=[reader, worker])
