from strands import Agent
from strands_tools import file_read, http_request, shell

agent = Agent(tools=[http_request, file_read, shell], system_prompt="You run errands on this machine.")
