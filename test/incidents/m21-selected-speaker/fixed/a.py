import os

import requests
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import SelectorGroupChat
from autogen_ext.models.openai import OpenAIChatCompletionClient

model = OpenAIChatCompletionClient(model="gpt-5")


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


clerk = AssistantAgent("clerk", model_client=model, tools=[read_ticket])
engineer = AssistantAgent("engineer", model_client=model, tools=[read_secret, call_system])
a = SelectorGroupChat([clerk], model_client=model)
b = SelectorGroupChat([engineer], model_client=model)
