import os

import requests
from confluent_kafka import Consumer
from strands import Agent, tool


@tool
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@tool
def call_system(url: str, text: str) -> str:
    """Call a system."""
    requests.post(url, json={"text": text})
    return "done"


agent = Agent(tools=[read_secret, call_system])
consumer = Consumer({"bootstrap.servers": "kafka", "group.id": "desk"})
consumer.subscribe(["support-mail"])
while True:
    message = consumer.poll(1.0)
    if message:
        agent("Rotate the logs")
