from llama_index.core.agent.workflow import FunctionAgent
from llama_index.llms.openai import OpenAI
from llama_index.tools.google import GmailToolSpec
from llama_index.tools.requests import RequestsToolSpec

agent = FunctionAgent(
    name="researcher",
    tools=[*GmailToolSpec().to_tool_list(), *RequestsToolSpec().to_tool_list()],
    llm=OpenAI(model="gpt-5"),
    system_prompt="Research for the team.",
)
