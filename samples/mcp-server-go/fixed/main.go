package main

import (
	"context"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func main() {
	s := server.NewMCPServer("mail desk", "1.0.0")
	s.AddTool(mcp.NewTool("read_inbox",
		mcp.WithDescription("Reads the newest emails of the shared mailbox"),
		mcp.WithReadOnlyHintAnnotation(true),
		mcp.WithNumber("limit", mcp.Description("How many emails")),
	), readInbox)
	s.AddTool(mcp.NewTool("find_customer",
		mcp.WithDescription("Looks up a customer record with address and orders in the database"),
		mcp.WithReadOnlyHintAnnotation(true),
		mcp.WithString("name", mcp.Required(), mcp.Description("Name of the customer")),
	), findCustomer)
	_ = server.ServeStdio(s)
}

func readInbox(ctx context.Context, req mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	return mcp.NewToolResultText("no mail"), nil
}

func findCustomer(ctx context.Context, req mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	return mcp.NewToolResultText("no record"), nil
}
