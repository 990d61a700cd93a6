from smolagents import InferenceClientModel, ToolCallingAgent, tool


@tool
def read_contract(name: str) -> str:
    """Read a contract.

    Args:
        name: name of the contract
    """
    with open(f"/srv/contracts/{name}") as file:
        return file.read()


agent = ToolCallingAgent(tools=[read_contract], model=InferenceClientModel())
