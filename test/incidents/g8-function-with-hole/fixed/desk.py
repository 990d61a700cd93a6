import httpx
from agents import Agent, RunContextWrapper, function_tool
from simple_salesforce import Salesforce

crm = Salesforce(instance_url="https://acme.my.salesforce.com", session_id="")


async def outside(_context: RunContextWrapper, arguments: dict, _call: str) -> bool:
    return arguments["channel"] == "email"


@function_tool
def read_case(number: str) -> str:
    """Read a case that a customer opened."""
    return str(crm.query(f"SELECT Description FROM Case WHERE CaseNumber = '{number}'"))


@function_tool(needs_approval=True)
def notify(channel: str, address: str, text: str) -> str:
    """Notify somebody."""
    return httpx.post(address, json={"channel": channel, "text": text}).text


desk = Agent(name="desk", instructions="Handle cases.", tools=[read_case, notify])
