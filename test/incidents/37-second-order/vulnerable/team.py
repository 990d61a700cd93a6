import os
import smtplib
from email.message import EmailMessage

import boto3
import requests
from agents import Agent, function_tool, handoff
from pydantic import BaseModel


class CaseNumber(BaseModel):
    number: int


@function_tool
def read_ticket(number: int) -> str:
    """Read a ticket that a customer wrote."""
    return requests.get(f"https://corp.zendesk.com/api/v2/tickets/{number}.json").text


@function_tool
def read_keys(name: str) -> str:
    """Read a key of the team from the vault."""
    return boto3.client("secretsmanager").get_secret_value(SecretId=name)["SecretString"]


@function_tool
def send_mail(to: str, text: str) -> str:
    """Send a mail."""
    message = EmailMessage()
    message["To"] = to
    message.set_content(text)
    with smtplib.SMTP("mail.corp.example") as server:
        server.send_message(message)
    return "sent"


case_agent = Agent(name="Case agent", instructions="Rotate keys and inform their owners.", tools=[read_keys, send_mail])
intake = Agent(name="Intake", instructions="Read tickets and hand over.", tools=[read_ticket], handoffs=[case_agent])
