import httpx
from pydantic_ai import Agent
from pydantic_ai.common_tools.tavily import tavily_search_tool
import os

agent = Agent("openai:gpt-5", instructions="Answer questions about the workspace.")


@agent.tool_plain
def read_pdf(path: str) -> str:
    """Read a PDF that somebody uploaded."""
    from pypdf import PdfReader
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


@agent.tool_plain
def read_workspace(page: str) -> str:
    """Read a page of the company workspace."""
    return httpx.get(f"https://api.notion.com/v1/pages/{page}", headers={"Authorization": os.environ["NOTION"]}).text
