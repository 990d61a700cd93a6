import imaplib
import re

import requests
from openai import OpenAI

model = OpenAI()
mailbox = imaplib.IMAP4_SSL("imap.firma.example")


def read_mail(number: str) -> str:
    """Reads one mail of the shared mailbox."""
    _, parts = mailbox.fetch(number, "(RFC822)")
    return str(parts)


def read_customer(name: str) -> str:
    """Reads what the house knows of a customer."""
    with open(f"/srv/customers/{name}.json") as file:
        return file.read()


def notify(line: str) -> str:
    """Sends a text to an address."""
    url, text = line.split(" ", 1)
    requests.post(url, json={"text": text})
    return "sent"


ACTIONS = {"read_mail": read_mail, "read_customer": read_customer, "notify": notify}
CALL = re.compile(r"^DO (\w+): (.*)$", re.M)


def ask(messages: list) -> str:
    answer = model.chat.completions.create(model="gpt-5", messages=messages)
    return answer.choices[0].message.content


def work(task: str) -> str:
    messages = [{"role": "user", "content": task}]
    for _ in range(8):
        reply = ask(messages)
        found = CALL.search(reply)
        if not found:
            return reply
        name, argument = found.groups()
        seen = ACTIONS[name](argument)
        messages.append({"role": "assistant", "content": reply})
        messages.append({"role": "user", "content": f"SEEN {seen}"})
    return "gave up"
