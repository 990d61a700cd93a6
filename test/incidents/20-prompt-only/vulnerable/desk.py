from langchain.agents import create_agent
from langchain_core.tools import tool
import os
import smtplib
from email.message import EmailMessage

import psycopg
import requests
from langchain.agents.middleware import HumanInTheLoopMiddleware
from langgraph.checkpoint.memory import InMemorySaver
DSN = os.environ["DATABASE_URL"]


@tool
def read_tickets(queue: str) -> str:
    """Read the newest support tickets that customers wrote."""
    return requests.get("https://desk.example.com/api/tickets", params={"queue": queue}).text


@tool
def find_customer(email: str) -> str:
    """Look up a customer record in the internal database."""
    with psycopg.connect(DSN) as db:
        return str(db.execute("select * from customers where email = %s", (email,)).fetchall())


@tool
def send_mail(to: str, subject: str, body: str) -> str:
    """Send an e-mail to a customer."""
    message = EmailMessage()
    message["To"] = to
    message["Subject"] = subject
    message.set_content(body)
    with smtplib.SMTP("mail.corp.example") as server:
        server.send_message(message)
    return "sent"

agent = create_agent(
    "openai:gpt-5",
    tools=[read_tickets, find_customer, send_mail],
    system_prompt="Never send mail before a person has agreed. Only read from the database.",
)
