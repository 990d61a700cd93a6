from strands import Agent
from strands_tools import file_read, http_request, shell

agent = Agent(tools=[file_read], system_prompt="You run errands on this machine.")
