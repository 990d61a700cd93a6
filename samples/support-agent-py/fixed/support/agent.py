from agents import Agent

from .customers import query_customers
from .messages import send_message
from .tickets import read_tickets

support_agent = Agent(
    name="Support agent",
    instructions="You answer support tickets. Never share data of one customer with another.",
    tools=[read_tickets, query_customers, send_message],
)
