from pathlib import Path

import httpx
from mem0 import MemoryClient
from pydantic_ai import Agent

memory = MemoryClient()
coder = Agent("anthropic:claude-sonnet-4-5", instructions="Work on this repository.")


@coder.tool_plain
def read_file(path: str) -> str:
    """Read a file of the workspace."""
    return Path(path).read_text()


@coder.tool_plain
def recall(about: str) -> str:
    """Recall what is known about something."""
    return str(memory.search(about, user_id="me"))


@coder.tool_plain(requires_approval=True)
def read_url(url: str) -> str:
    """Read a web page."""
    return httpx.get(url).text


@coder.tool_plain(requires_approval=True)
def remember(text: str) -> str:
    """Remember something for later sessions."""
    memory.add([{"role": "user", "content": text}], user_id="me")
    return "remembered"
