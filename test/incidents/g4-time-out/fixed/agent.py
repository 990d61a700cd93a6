import smtplib
from email.message import EmailMessage

import requests
from google.adk.agents import Agent
from inputimeout import TimeoutOccurred, inputimeout


def read_ticket(number: int) -> str:
    """Read a ticket that a customer wrote."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


def confirmed(question: str) -> bool:
    try:
        return inputimeout(prompt=question, timeout=30) == "yes"
    except TimeoutOccurred:
        return False


def send_mail(to: str, text: str) -> str:
    """Send a mail."""
    if not confirmed(f"Send {text} to {to}? "):
        return "refused"
    message = EmailMessage()
    message["To"] = to
    message.set_content(text)
    with smtplib.SMTP("mail.corp.example") as server:
        server.send_message(message)
    return "sent"


root_agent = Agent(name="desk", model="gemini-2.5-pro", instruction="Answer tickets.", tools=[read_ticket, send_mail])
