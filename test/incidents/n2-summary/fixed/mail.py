from langchain.agents import create_agent
from langchain_google_community.gmail.search import GmailSearch
from langchain_google_community.gmail.send_message import GmailSendMessage

agent = create_agent("openai:gpt-5", tools=[GmailSearch()], system_prompt="Summarise my mail.")
print(agent.invoke({"messages": "What is new?"}))
