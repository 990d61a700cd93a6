from langchain.agents import create_agent
from langchain_core.tools import tool
import os

import psycopg
import requests
from jira import JIRA

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
def comment(issue: str, text: str) -> str:
    """Write a note for the team on the internal issue of a ticket."""
    jira = JIRA("https://corp.atlassian.net", basic_auth=("bot", os.environ["JIRA_TOKEN"]))
    jira.add_comment(issue, text, visibility={"type": "role", "value": "Service Desk Team"})
    return "written"


agent = create_agent("openai:gpt-5", tools=[read_tickets, find_customer, comment])
