from googleapiclient.discovery import build
from llama_index.core.agent.workflow import FunctionAgent
from llama_index.core.tools import FunctionTool
from llama_index.llms.openai import OpenAI

gmail = build("gmail", "v1")


def search_mail(words: str) -> str:
    """Search the mailbox."""
    return str(gmail.users().messages().list(userId="me", q=words).execute())


agent = FunctionAgent(
    name="researcher",
    tools=[FunctionTool.from_defaults(search_mail)],
    llm=OpenAI(model="gpt-5"),
    system_prompt="Research for the team.",
)
