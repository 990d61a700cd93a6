from agent_framework import Agent, tool
from agent_framework.openai import OpenAIChatClient
from azure.storage.blob import BlobServiceClient
import requests
import os


@tool(name="read_ticket")
def read_ticket(number: str) -> str:
    """Read a ticket that a customer wrote."""
    return requests.get(f"https://corp.zendesk.com/api/v2/tickets/{number}.json").text


@tool(name="read_contract")
def read_contract(name: str) -> str:
    """Read a contract from storage."""
    service = BlobServiceClient.from_connection_string(os.environ["STORAGE"])
    return service.get_blob_client("contracts", name).download_blob().readall().decode()


@tool(name="post_webhook")
def post_webhook(url: str, text: str) -> str:
    """Post a text to a webhook."""
    return str(requests.post(url, json={"text": text}).status_code)


agent = Agent(client=OpenAIChatClient(), name="desk", instructions="Help.", tools=[read_ticket, read_contract, post_webhook])
