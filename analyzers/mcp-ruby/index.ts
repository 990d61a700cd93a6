import type { Analyzer } from '../_shared/analyzer.ts';
import { declaredFacts } from '../_shared/syntax/servers.ts';
import { readRuby } from './tools.ts';

/** MCP servers written in Ruby. */
export const analyzer: Analyzer = {
  id: 'mcp-ruby',
  title: 'MCP servers in Ruby',
  reads: [
    'Tool classes of fast-mcp and the official gem, tools defined on a server',
    'Names, descriptions, annotations, parameters of arguments and schemas',
  ],
  notRead: ['What methods do', 'Tools made in loops'],
  packages: {},
  imports: [],
  syntax: {
    language: 'ruby',
    files: /\.rb$/,
    manifests: /(^|\/)(?:Gemfile|[^/]+\.gemspec)$/,
    dependencies: /['"](?:fast-mcp|mcp)['"]/,
    mention: /Tool\b|MCP|FastMcp|define_tool/,
    read: (files, manifests) =>
      declaredFacts({ language: 'ruby', ...readRuby(files), unnamed: [] }, manifests),
  },
};
