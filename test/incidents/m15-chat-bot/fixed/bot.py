import os

import discord
import requests
from llama_index.core.agent.workflow import FunctionAgent
from llama_index.llms.openai import OpenAI

client = discord.Client(intents=discord.Intents.default())


def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


def call_system(url: str, text: str) -> str:
    """Call a system."""
    requests.post(url, json={"text": text})
    return "done"


agent = FunctionAgent(tools=[], llm=OpenAI(model="gpt-5"))


@client.event
async def on_message(message):
    await message.channel.send(str(await agent.run(user_msg=message.content)))
