import os
import smtplib
from email.message import EmailMessage

import boto3
from crewai import Agent, Crew, Process, Task
from crewai.tools import tool
from crewai_tools import ScrapeWebsiteTool


@tool("read_keys")
def read_keys(name: str) -> str:
    """Read the keys that expire."""
    return boto3.client("secretsmanager").get_secret_value(SecretId=name)["SecretString"]


@tool("send_report")
def send_report(to: str, body: str) -> str:
    """Send the report by e-mail."""
    message = EmailMessage()
    message["To"] = to
    message.set_content(body)
    with smtplib.SMTP(os.environ["MAIL_HOST"]) as server:
        server.send_message(message)
    return "sent"


reporter = Agent(role="Reporter", goal="Report expiring keys", backstory="Careful.", tools=[read_keys, send_report])
newsreader = Agent(role="Newsreader", goal="Summarise the news", backstory="Curious.", tools=[ScrapeWebsiteTool(website_url="https://news.example.com")])

report = Task(description="Send the report", expected_output="A sent report", agent=reporter)
news = Task(description="Read the news", expected_output="A summary", agent=newsreader)

crew = Crew(agents=[reporter, newsreader], tasks=[report, news], process=Process.sequential)
