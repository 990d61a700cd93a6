import os

import psycopg
import requests
from agents import Agent, function_tool


@function_tool
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@function_tool
def keep(text: str) -> str:
    """Keep notes."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        db.execute("insert into notes (text) values (%s)", (text,))
    return "kept"


@function_tool
def open_notes() -> str:
    """Read open work."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        return str(db.execute("select text from notes").fetchall())


@function_tool
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@function_tool
def call_system(url: str, text: str) -> str:
    """Call a system."""
    requests.post(url, json={"text": text})
    return "done"


clerk = Agent(name="clerk", tools=[read_ticket, keep])
engineer = Agent(name="engineer", tools=[open_notes, read_secret, call_system])
