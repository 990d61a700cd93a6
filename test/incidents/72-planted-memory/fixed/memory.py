import requests
from langchain.agents import create_agent
from langchain_core.tools import tool
from mem0 import Memory
from langchain.agents.middleware import HumanInTheLoopMiddleware

memory = Memory()


@tool
def read_news(topic: str) -> str:
    """Read what others wrote about a topic."""
    return requests.get("https://www.reddit.com/search.json", params={"q": topic}).text


@tool
def remember(text: str) -> str:
    """Remember something about the user for later conversations."""
    memory.add(text, user_id="me")
    return "ok"


@tool
def recall(query: str) -> str:
    """Recall what is known about the user."""
    return str(memory.search(query, user_id="me"))


agent = create_agent("openai:gpt-5", tools=[read_news, remember, recall], middleware=[HumanInTheLoopMiddleware(interrupt_on={"remember": True})])
