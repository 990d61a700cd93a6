import json
import os
import sqlite3

from agents import function_tool


@function_tool
def query_customers(name: str) -> str:
    """Looks up customer records by name.

    Args:
        name: Part of the customer's name.
    """
    database = sqlite3.connect(os.environ.get("CUSTOMERS_DB", "customers.db"))
    rows = database.execute(
        "select name, email, plan, card_last4, notes from customers where name like ?",
        (f"%{name}%",),
    ).fetchall()
    return json.dumps(rows)
