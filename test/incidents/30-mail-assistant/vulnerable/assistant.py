from agno.agent import Agent
from agno.models.openai import OpenAIChat
from agno.tools.gmail import GmailTools
from agno.tools.website import WebsiteTools

assistant = Agent(
    name="assistant",
    model=OpenAIChat(id="gpt-5"),
    tools=[GmailTools(), WebsiteTools()],
)
