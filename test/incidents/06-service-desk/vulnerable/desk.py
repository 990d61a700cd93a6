from langchain.agents import create_agent
from langchain_core.tools import tool
import os

import psycopg
import requests
from zenpy import Zenpy
from zenpy.lib.api_objects import Comment, Ticket

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
def comment(ticket: int, text: str) -> str:
    """Write a comment on a support ticket."""
    desk = Zenpy(subdomain="corp", email="bot@corp.example", token=os.environ["ZENDESK_TOKEN"])
    desk.tickets.update(Ticket(id=ticket, comment=Comment(body=text, public=True)))
    return "written"


agent = create_agent("openai:gpt-5", tools=[read_tickets, find_customer, comment])
