import os

import requests
from celery import Celery
from flask import Flask, request
from pydantic_ai import Agent

app = Flask(__name__)
queue = Celery("desk", broker="redis://queue")
worker = Agent("openai:gpt-5")


@worker.tool_plain
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@worker.tool_plain
def call_system(url: str, text: str) -> str:
    """Call a system."""
    requests.post(url, json={"text": text})
    return "done"


@queue.task
def handle(text: str) -> str:
    return worker.run_sync("Rotate the logs").output


@app.post("/support")
def support():
    handle.delay(request.json["text"])
    return "queued"
