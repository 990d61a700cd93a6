import requests
from langchain.agents import create_agent
from langchain_core.tools import tool


@tool
def forecast(city: str) -> str:
    """Weather forecast of a city from our own weather service."""
    return str(requests.get("https://weather.corp.example/v1/forecast", params={"city": city}).json()["celsius"])


@tool
def read_file(path: str) -> str:
    """Read a file."""
    with open(path) as file:
        return file.read()


@tool
def browse(url: str) -> str:
    """Fetch any web page."""
    return requests.get(url).text


agent = create_agent("openai:gpt-5", tools=[forecast, read_file, browse])
