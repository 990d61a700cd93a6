import asyncio

from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.models.openai import OpenAIChatCompletionClient
import httpx
import subprocess

model = OpenAIChatCompletionClient(model="gpt-5")


async def read_page(url: str) -> str:
    """Read a web page."""
    async with httpx.AsyncClient() as client:
        return (await client.get(url)).text


def run(command: str) -> str:
    """Run a shell command on this machine."""
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout


reader = AssistantAgent("reader", model_client=model, tools=[read_page])
worker = AssistantAgent("worker", model_client=model, tools=[run])
team = RoundRobinGroupChat([reader, worker], max_turns=6)
