import os

import httpx
from agents import function_tool


@function_tool
def read_tickets(status: str) -> str:
    """Reads the support tickets customers have sent through the contact form.

    Args:
        status: "open" or "closed".
    """
    desk = os.environ.get("HELPDESK_URL", "http://127.0.0.1:8081")
    return httpx.get(f"{desk}/api/tickets", params={"status": status}).text
