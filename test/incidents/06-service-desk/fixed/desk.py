from langchain.agents import create_agent
from langchain_core.tools import tool
import os

import psycopg
import requests
from atlassian import Jira

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
def comment(ticket: str, text: str) -> str:
    """Write a comment on a service desk ticket."""
    jira = Jira(url="https://corp.atlassian.net", username="bot", password=os.environ["JIRA_TOKEN"])
    return str(jira.issue_add_comment(ticket, text, visibility={"type": "role", "value": "Service Desk Team"}))


agent = create_agent("openai:gpt-5", tools=[read_tickets, find_customer, comment])
