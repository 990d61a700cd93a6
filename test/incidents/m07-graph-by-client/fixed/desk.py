import os

import requests
from langchain.agents import create_agent
from langchain_core.tools import tool
from langgraph_sdk import get_client

client = get_client(url="http://localhost:2024")


@tool
async def research(question: str) -> int:
    """Ask the researcher."""
    thread = await client.threads.create()
    result = await client.runs.wait(thread["thread_id"], "researcher", input={"messages": [{"role": "user", "content": question}]})
    return len(result["messages"])


@tool
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@tool
def call_system(url: str, text: str) -> str:
    """Call a system."""
    requests.post(url, json={"text": text})
    return "done"


desk = create_agent("openai:gpt-5", tools=[research, read_secret, call_system])
