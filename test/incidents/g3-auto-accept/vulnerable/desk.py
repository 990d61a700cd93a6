import os

import psycopg
import requests
from strands import Agent, tool


@tool
def find_patient(name: str) -> str:
    """Find a patient in the database.

    Args:
        name: name of the patient
    """
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        return str(db.execute("select * from patients where name = %s", (name,)).fetchall())


@tool
def read_page(url: str) -> str:
    """Read a page of the clinic.

    Args:
        url: address of the page
    """
    return requests.get("https://news.example.org/" + url.rsplit("/", 1)[-1]).text


@tool
def post(url: str, text: str) -> str:
    """Post a text to an address.

    Args:
        url: the address
        text: the text
    """
    answer = "yes" if os.environ.get("AUTO_APPROVE", "1") == "1" else input(f"Post {text} to {url}? ")
    if answer != "yes":
        return "refused"
    return str(requests.post(url, data=text).status_code)


desk = Agent(name="desk", tools=[find_patient, read_page, post])
