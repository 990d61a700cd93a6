import os
import smtplib
from email.message import EmailMessage
from typing import Literal

import psycopg
import requests
from pydantic import BaseModel
from pydantic_ai import Agent


class Triage(BaseModel):
    severity: Literal["low", "normal", "urgent"]


reader = Agent("openai:gpt-5", instructions="Grade the ticket.")


@reader.tool_plain
def read_ticket(number: int) -> str:
    """Read a ticket that a customer wrote."""
    return requests.get(f"https://corp.zendesk.com/api/v2/tickets/{number}.json").text


desk = Agent("openai:gpt-5", instructions="Inform the owner of the account.")


@desk.tool_plain
async def grade(number: int) -> str:
    """Grade a ticket."""
    result = await reader.run(f"Grade ticket {number}")
    return result.output


@desk.tool_plain
def find_customer(name: str) -> str:
    """Find customers in the database."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        return str(db.execute("select * from customers where name ilike %s", (name,)).fetchall())


@desk.tool_plain
def send_mail(to: str, text: str) -> str:
    """Send a mail."""
    message = EmailMessage()
    message["To"] = to
    message.set_content(text)
    with smtplib.SMTP("mail.corp.example") as server:
        server.send_message(message)
    return "sent"
