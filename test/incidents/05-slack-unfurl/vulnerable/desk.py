from langchain.agents import create_agent
from langchain_core.tools import tool
import os

import psycopg
import requests
from slack_sdk import WebClient

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
def post_note(text: str) -> str:
    """Post a note to the support channel."""
    WebClient(token=os.environ["SLACK_TOKEN"]).chat_postMessage(channel="C0SUPPORT1", text=text)
    return "posted"


agent = create_agent("openai:gpt-5", tools=[read_tickets, find_customer, post_note])
