import type { Analyzer } from '../_shared/analyzer.ts';
import { readAgents } from './read.ts';
import { packages } from './symbols.ts';

/** Agents written in C#. */
export const analyzer: Analyzer = {
  id: 'dotnet-agents',
  title: 'Agents in C#',
  reads: [
    'Microsoft Agent Framework for .NET: agents of clients, builders and classes, functions as tools, hosted tools, MCP clients, agents as tools, functions that need an approval',
    'Semantic Kernel for .NET: agents with their kernel and plugins, `[KernelFunction]` methods, kernels that let the model choose functions',
    'Microsoft.Extensions.AI: chat options with tools for a client that runs them',
  ],
  notRead: [
    'What methods do',
    'Order of workflows and orchestrations',
    'OpenAPI plugins, context providers, function filters and middleware',
  ],
  packages: {},
  imports: [],
  syntax: {
    language: 'c-sharp',
    files: /\.cs$/,
    manifests: /\.csproj$|(^|\/)Directory\.(?:Packages|Build)\.props$|(^|\/)Program\.cs$/,
    dependencies: packages,
    mention:
      /\bMicrosoft\.(?:Agents\.AI|SemanticKernel|Extensions\.AI)\b|\[(?:KernelFunction|Description)\b|\b(?:As|Create|Add)AIAgent\b/,
    read: readAgents,
  },
};
