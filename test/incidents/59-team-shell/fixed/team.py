import asyncio

from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.models.openai import OpenAIChatCompletionClient
import httpx

model = OpenAIChatCompletionClient(model="gpt-5")


async def read_page(url: str) -> str:
    """Read a web page."""
    async with httpx.AsyncClient() as client:
        return (await client.get(url)).text


reader = AssistantAgent("reader", model_client=model, tools=[read_page])
worker = AssistantAgent("worker", model_client=model, tools=[])
team = RoundRobinGroupChat([reader, worker], max_turns=6)
