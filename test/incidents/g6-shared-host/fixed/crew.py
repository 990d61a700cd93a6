from urllib.parse import urlparse

import requests
from crewai import Agent, Crew, Task
from crewai.tools import tool
from crewai_tools import FileReadTool

HOSTS = {"hooks.corp.example", "files.corp.example"}


@tool("Deliver report")
def deliver(url: str, report: str) -> str:
    """Deliver a report to one of the allowed addresses."""
    if urlparse(url).hostname not in HOSTS:
        raise ValueError("not allowed")
    return str(requests.post(url, json={"report": report}).status_code)


analyst = Agent(
    role="analyst",
    goal="Write reports",
    backstory="Works with files",
    tools=[FileReadTool(), deliver],
)
crew = Crew(
    agents=[analyst],
    tasks=[Task(description="Report on {file}", expected_output="a report", agent=analyst)],
)
