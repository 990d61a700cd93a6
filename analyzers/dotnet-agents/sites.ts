import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import type { Ref } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import { field, type Place, placeOf, textOf } from '../_shared/syntax/tree.ts';
import { argumentsIn, bare, bodies, calleeName, madeType, nameField, receiverOf } from './nodes.ts';
import type { Program } from './program.ts';
import { agentClasses, agentMethods } from './symbols.ts';
import { around, impliedType, textValue, typeOf, valuesOf } from './values.ts';

/** A place where an agent is made. */
export interface Site {
  readonly ref: Ref;
  readonly place: Place;
  readonly at: Location;
  /** The class or the method that makes it. */
  readonly by: string;
  /** The variable, field or property that holds it. */
  readonly holder?: string;
  /** The name it is registered under. */
  readonly registered?: string;
}

/** What stands in files of agents: agents, names for agents made inside of others, workflows told as agents. */
export interface Sites {
  readonly agents: readonly Site[];
  /** Nodes that stand for an agent. */
  readonly refs: ReadonlyMap<TreeNode, Ref>;
  /** `workflow.AsAIAgent()`. */
  readonly workflows: readonly Place[];
}

/** Every agent that the files make. */
export function sitesOf(program: Program, files: readonly ParsedFile[]): Sites {
  const workflows: Place[] = [];
  const found: Site[] = [];
  const registrations: Place[] = [];
  for (const file of files) {
    for (const node of program.nodes(file, 'invocation_expression')) {
      const name = calleeName({ file, node }) ?? '';
      if (!agentMethods.has(name) || !receiverOf(node) || isDefinition(program, node, file)) continue;
      if (name === 'AddAIAgent') registrations.push({ file, node });
      else if (isWorkflow(program, { file, node })) workflows.push({ file, node });
      else if (!wrapsAgent(program, { file, node })) found.push(siteOf(program, { file, node }, name));
    }
    for (const type of ['object_creation_expression', 'implicit_object_creation_expression']) {
      for (const node of program.nodes(file, type)) {
        const made = madeType({ file, node }) ?? impliedType(program, { file, node }) ?? '';
        if (agentClasses.has(made) && !isDefinition(program, node, file))
          found.push(siteOf(program, { file, node }, made));
      }
    }
  }
  const refs = new Map(found.map(site => [site.place.node, site.ref]));
  const agents = found.map(site => withRegistration(program, site, registrations));
  for (const place of registrations) {
    const inner = found.find(site => isInside(program, site.place.node, place.node));
    const isFactory = argumentsIn(place).some(({ value }) => /lambda|anonymous/.test(value.type));
    if (inner) refs.set(place.node, inner.ref);
    else if (!isFactory && argumentsIn(place).length > 1) {
      const site = siteOf(program, place, 'AddAIAgent');
      agents.push(site);
      refs.set(place.node, site.ref);
    }
  }
  return { agents, refs, workflows };
}

function withRegistration(program: Program, site: Site, registrations: readonly Place[]): Site {
  const outer = registrations.find(({ node }) => isInside(program, site.place.node, node));
  const first = outer && argumentsIn(outer)[0];
  const registered = outer && first && textValue(program, { file: outer.file, node: first.value });
  return registered ? { ...site, registered } : site;
}

const isInside = (program: Program, inner: TreeNode, outer: TreeNode): boolean =>
  around(program, inner, node => node === outer) !== undefined;

/** The bodies of extension methods that make agents are the framework itself and no agent. */
function isDefinition(program: Program, node: TreeNode, file: ParsedFile): boolean {
  const method = around(program, node, item => bodies.has(item.type));
  if (!method || !agentMethods.has(nameField({ file, node: method }) ?? '')) return false;
  const list = field(method, 'parameters');
  return list !== undefined && /^\(\s*this\b/.test(textOf({ file, node: list }));
}

/** `new ChatCompletionAgent { ... }.AsAIAgent()`: the same agent in other clothes. */
function wrapsAgent(program: Program, { file, node }: Place): boolean {
  const receiver = receiverOf(node);
  if (!receiver || calleeName({ file, node }) !== 'AsAIAgent') return false;
  const type = madeType({ file, node: receiver }) ?? typeOf(program, { file, node: receiver }) ?? '';
  return agentClasses.has(type);
}

const builds = /\b(?:Agent)?WorkflowBuilder\b|\bWorkflow\b|\.BuildWorkflow\b/;

function isWorkflow(program: Program, { file, node }: Place): boolean {
  const receiver = receiverOf(node);
  if (!receiver) return false;
  const place = { file, node: receiver };
  if (builds.test(textOf(place).slice(0, 2_000)) || /[wW]orkflow\w*$/.test(bare(place))) return true;
  if (typeOf(program, place) === 'Workflow') return true;
  return (valuesOf(program, place, 1) ?? []).some(value => builds.test(textOf(value).slice(0, 2_000)));
}

function siteOf(program: Program, place: Place, by: string): Site {
  const callee = field(place.node, 'function');
  const named = callee && (field(callee, 'name') ?? callee);
  const at = placeOf(named ? { file: place.file, node: named } : place);
  const holder = holderOf(program, place);
  return {
    ref: `code:${at.file}:${at.line}:${at.column ?? 1}`,
    place,
    at,
    by,
    ...(holder && { holder }),
  };
}

const passesUp =
  /^(?:await_expression|parenthesized_expression|equals_value_clause|cast_expression|member_access_expression|invocation_expression|arrow_expression_clause|postfix_unary_expression)$/;

/** The name of what holds a value. */
export function holderOf(program: Program, { file, node }: Place): string | undefined {
  let below = node;
  for (let at = program.parentOf(node); at; below = at, at = program.parentOf(at)) {
    if (at.type === 'variable_declarator' || at.type === 'property_declaration')
      return nameField({ file, node: at });
    if (at.type === 'assignment_expression') {
      const left = field(at, 'left');
      return left && below !== left ? bare({ file, node: left }) : undefined;
    }
    if (!passesUp.test(at.type)) return undefined;
  }
  return undefined;
}
