from smolagents import CodeAgent, InferenceClientModel, VisitWebpageTool, WebSearchTool, tool


@tool
def read_contract(name: str) -> str:
    """Read a contract.

    Args:
        name: name of the contract
    """
    with open(f"/srv/contracts/{name}") as file:
        return file.read()


agent = CodeAgent(tools=[VisitWebpageTool(), WebSearchTool(), read_contract], model=InferenceClientModel())
