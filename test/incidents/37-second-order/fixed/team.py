import os
import smtplib
from email.message import EmailMessage

import psycopg
import requests
from agents import Agent, function_tool, handoff
from pydantic import BaseModel


class CaseNumber(BaseModel):
    number: int


@function_tool
def read_ticket(number: int) -> str:
    """Read a ticket that a customer wrote."""
    return requests.get(f"https://corp.zendesk.com/api/v2/tickets/{number}.json").text


@function_tool
def read_case(number: int) -> str:
    """Read a case file."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        return str(db.execute("select * from cases").fetchall())


@function_tool(needs_approval=True)
def send_mail(to: str, text: str) -> str:
    """Send a mail."""
    message = EmailMessage()
    message["To"] = to
    message.set_content(text)
    with smtplib.SMTP("mail.corp.example") as server:
        server.send_message(message)
    return "sent"


case_agent = Agent(name="Case agent", instructions="Work on the case.", tools=[read_case, send_mail])
intake = Agent(name="Intake", instructions="Read tickets and hand over.", tools=[read_ticket], handoffs=[case_agent])
