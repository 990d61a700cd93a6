import type { Analyzer } from '../_shared/analyzer.ts';
import { declaredFacts } from '../_shared/syntax/servers.ts';
import { readKotlin } from './tools.ts';

/** MCP servers written in Kotlin. */
export const analyzer: Analyzer = {
  id: 'mcp-kotlin',
  title: 'MCP servers in Kotlin',
  reads: [
    'Tools added with the Kotlin SDK, functions under the tool annotations of Spring AI, Quarkus and LangChain4j',
    'Names, descriptions, annotations, parameters of functions and of schemas put together in place',
  ],
  notRead: ['What functions do', 'Schemas that are made elsewhere'],
  packages: {},
  imports: [],
  syntax: {
    language: 'kotlin',
    files: /\.kts?$/,
    manifests: /(^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml)$/,
    dependencies:
      /spring-ai-(?:starter-)?mcp|modelcontextprotocol|mcp-server|mcp-annotations|quarkus-mcp|kotlin-sdk/,
    mention: /@(?:Mcp)?Tool\b|io\.modelcontextprotocol/,
    read: (files, manifests) => declaredFacts({ language: 'kotlin', ...readKotlin(files) }, manifests),
  },
};
