import os
import smtplib
from email.message import EmailMessage

import requests
from langchain.agents import create_agent
from langchain_core.tools import tool
from langgraph.store.postgres import PostgresStore
from langmem import create_manage_memory_tool, create_search_memory_tool
from langchain.agents.middleware import HumanInTheLoopMiddleware

store = PostgresStore.from_conn_string(os.environ["DATABASE_URL"])


@tool
def browse(url: str) -> str:
    """Read a web page."""
    return requests.get(url).text


agent = create_agent("openai:gpt-5", tools=[browse, create_manage_memory_tool(namespace=("memories",)), create_search_memory_tool(namespace=("memories",))], store=store, middleware=[HumanInTheLoopMiddleware(interrupt_on={"manage_memory": True})])
