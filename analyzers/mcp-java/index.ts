import type { Analyzer } from '../_shared/analyzer.ts';
import { declaredFacts } from '../_shared/syntax/servers.ts';
import { readJava } from './tools.ts';

/** MCP servers written in Java. */
export const analyzer: Analyzer = {
  id: 'mcp-java',
  title: 'MCP servers in Java',
  reads: [
    'Methods under the tool annotations of Spring AI, Quarkus and LangChain4j; tools built with the Java SDK',
    'Names, descriptions, annotations, parameters of methods',
  ],
  notRead: ['What methods do', 'Tools made from specifications'],
  packages: {},
  imports: [],
  syntax: {
    language: 'java',
    files: /\.java$/,
    manifests: /(^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$/,
    dependencies: /spring-ai-(?:starter-)?mcp|modelcontextprotocol|mcp-server|mcp-annotations|quarkus-mcp/,
    mention: /@(?:Mcp)?Tool\b|McpServer|io\.modelcontextprotocol|@SpringBootApplication/,
    read: (files, manifests) => declaredFacts({ language: 'java', ...readJava(files) }, manifests),
  },
};
