import requests
from google.adk.agents import LlmAgent
from google.adk.tools import FunctionTool
from googleapiclient.discovery import build


def list_events(day: str) -> str:
    """List the calendar events of a day, invitations of other people included."""
    return str(build("calendar", "v3").events().list(calendarId="primary", timeMin=day).execute())


def send_invite(to: str, text: str) -> str:
    """Invite somebody to a new event."""
    body = {"summary": text, "attendees": [{"email": to}]}
    return str(build("calendar", "v3").events().insert(calendarId="primary", body=body).execute())


root_agent = LlmAgent(name="planner", model="gemini-3-pro", instruction="Plan the day.", tools=[list_events, send_invite])
