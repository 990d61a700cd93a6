from agno.agent import Agent
from agno.models.openai import OpenAIChat
from agno.tools.gmail import GmailTools

assistant = Agent(
    name="assistant",
    model=OpenAIChat(id="gpt-5"),
    tools=[GmailTools(send_email=False, send_email_reply=False)],
)
