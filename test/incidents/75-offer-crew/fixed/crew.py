import os
import smtplib
from email.message import EmailMessage

from crewai import Agent, Crew, Process, Task
from crewai.tools import tool
from crewai_tools import FileReadTool, ScrapeWebsiteTool


@tool("send_offer")
def send_offer(to: str, body: str) -> str:
    """Send an offer by e-mail."""
    message = EmailMessage()
    message["To"] = to
    message.set_content(body)
    with smtplib.SMTP(os.environ["MAIL_HOST"]) as server:
        server.send_message(message)
    return "sent"


seller = Agent(
    role="Seller",
    goal="Write offers from price lists and the customer's web page",
    backstory="You know the price lists.",
    tools=[ScrapeWebsiteTool(website_url="https://docs.corp.example"), FileReadTool(file_path="prices.txt")],
)

offer = Task(description="Write and send an offer", expected_output="A sent offer", agent=seller)

crew = Crew(agents=[seller], tasks=[offer], process=Process.sequential)
