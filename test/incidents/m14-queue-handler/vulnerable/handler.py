import os

import boto3
from strands import Agent, tool

ses = boto3.client("ses")
table = boto3.resource("dynamodb").Table("customers")


@tool
def find_customer(key: str) -> str:
    """Find a customer."""
    return str(table.get_item(Key={"id": key}))


@tool
def send_mail(to: str, text: str) -> str:
    """Send a mail."""
    ses.send_email(Source="desk@corp.example", Destination={"ToAddresses": [to]}, Message={"Subject": {"Data": "Desk"}, "Body": {"Text": {"Data": text}}})
    return "sent"


agent = Agent(tools=[find_customer, send_mail])


def handler(event, context):
    for record in event["Records"]:
        agent(record["body"])
