import imaplib
import os

import requests
from apscheduler.schedulers.blocking import BlockingScheduler
from pydantic_ai import Agent

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


def tick() -> None:
    box = imaplib.IMAP4_SSL("mail.corp.example")
    box.login("desk", os.environ["MAIL_PASSWORD"])
    box.select("INBOX")
    _, data = box.fetch("1", "(RFC822)")
    worker.run_sync(f"Handle this mail: {data[0][1]}")


scheduler = BlockingScheduler()
scheduler.add_job(tick, "interval", minutes=5)
scheduler.start()
