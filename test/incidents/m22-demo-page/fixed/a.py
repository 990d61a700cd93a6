import os

import gradio as gr
import requests
from smolagents import CodeAgent, OpenAIServerModel, ToolCallingAgent, tool


@tool
def read_secret(name: str) -> str:
    """Read a credential.

    Args:
        name: Name.
    """
    return os.environ[name]


@tool
def call_system(url: str, text: str) -> str:
    """Call a system.

    Args:
        url: Address.
        text: Text.
    """
    requests.post(url, json={"text": text})
    return "done"


agent = ToolCallingAgent(tools=[read_secret], model=OpenAIServerModel(model_id="gpt-5"))


def answer(message, history):
    return agent.run(message)


gr.ChatInterface(answer).launch(server_name="0.0.0.0")
