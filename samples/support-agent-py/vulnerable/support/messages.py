import os
import smtplib
from email.message import EmailMessage

from agents import function_tool


@function_tool
def send_message(to: str, subject: str, text: str) -> str:
    """Sends an email to a customer.

    Args:
        to: Address of the customer.
        subject: Subject line.
        text: Text of the mail.
    """
    mail = EmailMessage()
    mail["From"] = "support@example.com"
    mail["To"] = to
    mail["Subject"] = subject
    mail.set_content(text)
    with smtplib.SMTP(os.environ.get("SMTP_HOST", "127.0.0.1")) as server:
        server.send_message(mail)
    return "sent"
