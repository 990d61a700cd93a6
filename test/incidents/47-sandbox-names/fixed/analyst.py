import docker
from pathlib import Path

from agno.agent import Agent
from agno.models.openai import OpenAIChat

engine = docker.from_env()


def read_upload(name: str) -> str:
    """Read a file that a customer uploaded."""
    return Path("/srv/uploads", name).read_text()


def run_python(code: str) -> str:
    """Run Python on the uploaded files."""
    return engine.containers.run("python:3.13", ["python", "-c", code], network_mode="none", volumes=["/srv/uploads:/data:ro"]).decode()


analyst = Agent(name="analyst", model=OpenAIChat(id="gpt-5"), tools=[read_upload, run_python])
