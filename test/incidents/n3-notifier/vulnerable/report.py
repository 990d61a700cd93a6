import os

import psycopg
import requests
from langchain.agents import create_agent
from langchain_core.tools import tool


@tool
def orders(day: str) -> str:
    """Count and list the orders of a day."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        return str(db.execute("select id, total from orders where day = %s", (day,)).fetchall())


@tool
def notify(url: str, text: str) -> str:
    """Post a line to the team's channel."""
    return str(requests.post(url, json={"text": text}).status_code)


agent = create_agent("openai:gpt-5", tools=[orders, notify])
agent.invoke({"messages": "Report yesterday"})
