import os

import requests
from crewai import Agent, Crew, Task
from crewai.tools import tool
from mem0 import MemoryClient

memory = MemoryClient(api_key=os.environ["MEM0_API_KEY"])


@tool("read_page")
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@tool("remember")
def remember(text: str) -> str:
    """Remember something."""
    memory.add(text, user_id="desk")
    return "kept"


@tool("recall")
def recall(question: str) -> str:
    """Recall something."""
    return str(memory.search(question, user_id="desk"))


@tool("read_secret")
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@tool("call_system")
def call_system(url: str, text: str) -> str:
    """Call a system."""
    requests.post(url, json={"text": text})
    return "done"


clerk = Agent(role="clerk", goal="Read tickets", backstory="Reads", tools=[read_ticket, remember])
morning = Crew(agents=[clerk], tasks=[Task(description="Read tickets", expected_output="notes", agent=clerk)])
engineer = Agent(role="engineer", goal="Act", backstory="Acts", tools=[recall, read_secret, call_system])
evening = Crew(agents=[engineer], tasks=[Task(description="Do what was noted", expected_output="done", agent=engineer)])
