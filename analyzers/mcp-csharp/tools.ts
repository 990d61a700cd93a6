import type { ParsedFile } from '../../src/lang/tree/tree.ts';
import type { Annotations } from '../../src/model/fact.ts';
import { argumentsOf, attributesOf, parametersOf, quoted } from '../_shared/syntax/c-sharp.ts';
import type { DeclaredServer, DeclaredTool } from '../_shared/syntax/servers.ts';
import { all, childOf, field, placeOf, snakeCase, textOf } from '../_shared/syntax/tree.ts';

/** Servers and tools of all files. */
export function readCSharp(files: readonly ParsedFile[]): {
  readonly servers: readonly DeclaredServer[];
  readonly tools: readonly DeclaredTool[];
} {
  return {
    servers: files.flatMap(serversIn),
    tools: [...files.flatMap(methodTools), ...named(files.flatMap(classTools))],
  };
}

/** `services.AddMcpServer(...)`, `McpServer.Create(...)`. */
function serversIn(file: ParsedFile): readonly DeclaredServer[] {
  return all(file.root, 'invocation_expression').flatMap(node => {
    const callee = field(node, 'function');
    const text = callee ? textOf({ file, node: callee }) : '';
    if (!/(?:\.AddMcpServer|\bMcpServer(?:Factory)?\.Create)(?:<[^>]*>)?$/.test(text)) return [];
    const name = /\bName\s*=\s*"([^"]{1,100})"/.exec(textOf({ file, node }))?.[1];
    return [{ at: placeOf({ file, node }), ...(name && { name }) }];
  });
}

const hintNames = {
  ReadOnly: 'readOnlyHint',
  Destructive: 'destructiveHint',
  Idempotent: 'idempotentHint',
  OpenWorld: 'openWorldHint',
} as const;

function hintsOf(args: ReadonlyMap<string, string>): Annotations {
  const title = quoted(args.get('Title'));
  const hints = Object.entries(hintNames).flatMap(([name, hint]) => {
    const value = args.get(name);
    return value === undefined ? [] : [[hint, value.trim() === 'true']];
  });
  return { ...(title && { title }), ...Object.fromEntries(hints) };
}

/** `[McpServerTool(Name = "x", ReadOnly = true), Description("...")]` on methods. */
function methodTools(file: ParsedFile): readonly DeclaredTool[] {
  if (!/McpServerTool|KernelFunction/.test(file.text)) return [];
  return all(file.root, 'method_declaration').flatMap((node): readonly DeclaredTool[] => {
    const attributes = attributesOf({ file, node });
    const own = attributes.get('McpServerTool');
    const method = field(node, 'name');
    if (!own || !method) return [];
    const args = argumentsOf({ file, node: own });
    const about = attributes.get('Description');
    const description = about && quoted(argumentsOf({ file, node: about }).get(''));
    const name = textOf({ file, node: method });
    return [
      {
        name: quoted(args.get('Name')) ?? snakeCase(name.replace(/Async$/, '')),
        at: placeOf({ file, node: method }),
        ...(description && { description }),
        annotations: hintsOf(args),
        parameters: parametersOf({ file, node }),
        handler: name,
      },
    ];
  });
}

interface ClassTool {
  readonly tool: DeclaredTool;
  readonly className: string;
}

/**
 * Classes of a project that describe one tool each: an attribute with a name, a description and hints, whatever it is
 * called. Command classes of larger servers are written so.
 */
function classTools(file: ParsedFile): readonly ClassTool[] {
  if (!/\bReadOnly\s*=/.test(file.text)) return [];
  return all(file.root, 'class_declaration').flatMap((node): readonly ClassTool[] => {
    const name = field(node, 'name');
    const attributes = [...attributesOf({ file, node }).values()].map(item =>
      argumentsOf({ file, node: item }),
    );
    const args = attributes.find(
      item =>
        item.has('Name') && item.has('Description') && (item.has('ReadOnly') || item.has('Destructive')),
    );
    const given = quoted(args?.get('Name'));
    if (!args || !name || !given) return [];
    const className = textOf({ file, node: name });
    const description = quoted(args.get('Description'));
    const work = childOf(node, 'declaration_list') ? 'ExecuteAsync' : undefined;
    return [
      {
        className,
        tool: {
          name: given,
          at: placeOf({ file, node: name }),
          ...(description && { description }),
          annotations: hintsOf(args),
          parameters: [],
          ...(work && { handler: `${className}.${work}` }),
        },
      },
    ];
  });
}

/** A name that many commands share (`get`) is told apart by the class. */
function named(found: readonly ClassTool[]): readonly DeclaredTool[] {
  const counts = new Map<string, number>();
  for (const { tool } of found) counts.set(tool.name, (counts.get(tool.name) ?? 0) + 1);
  return found.map(({ tool, className }) =>
    (counts.get(tool.name) ?? 0) > 1
      ? { ...tool, name: snakeCase(className.replace(/(?:Command|Tool)$/, '')) }
      : tool,
  );
}
