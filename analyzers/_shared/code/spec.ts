import type { Symbols } from '../../../src/resolve/project.ts';

/**
 * Where an argument is found: a name is a Python keyword or a key of the options record a JS call takes first, a number
 * a position. Alternatives are tried in order.
 */
export type Places = readonly (string | number)[];

/** An argument that makes a tool wait for a person. */
export interface ApprovalRule {
  readonly places: Places;
  /** What the framework calls it. */
  readonly mechanism: string;
  /** Texts that mean "ask"; without them `true` does. */
  readonly asks?: readonly string[];
}

/** A tool the framework adds by itself, when an argument of the agent says so (absent: always). */
export interface ImplicitTool {
  readonly name: string;
  readonly symbol: string;
  readonly when?: Places;
  /** The argument's value when nothing is given. */
  readonly byDefault?: boolean;
}

/** How an agent, team or workflow is made. */
export interface AgentRule {
  readonly symbols: Symbols;
  /**
   * `agent` decides by itself; `team` is an agent that delegates to its members; `sequence`, `loop` and `parallel` run
   * their members in fixed order, over and over, or side by side.
   */
  readonly shape?: 'agent' | 'team' | 'sequence' | 'loop' | 'parallel';
  readonly name?: Places;
  readonly description?: Places;
  readonly tools?: Places;
  /** Sub-agents it calls and gets an answer from; members of a team or workflow. */
  readonly members?: Places;
  /** The member itself is not the agent but has it in this argument: a task. */
  readonly memberAgent?: Places;
  /** Agents that get the whole history. */
  readonly handoffs?: Places;
  readonly servers?: Places;
  /** Memory every run reads and writes. */
  readonly memory?: Places;
  /** Documents every run reads. */
  readonly knowledge?: Places;
  readonly implicit?: readonly ImplicitTool[];
  /** Without one of these the model is called once and never reads what its tools answer. */
  readonly loops?: Places;
  /** A call without tools is a model call, no agent. */
  readonly needsTools?: boolean;
  readonly approval?: ApprovalRule;
}

/** A call that makes one tool. */
export interface MakerRule {
  readonly symbols: Symbols;
  readonly name?: Places;
  readonly description?: Places;
  readonly parameters?: Places;
  readonly handler?: Places;
  readonly approval?: ApprovalRule;
  /** The tool's answer ends the run. */
  readonly returnDirect?: Places;
  /** The argument holds another tool or agent that is wrapped. */
  readonly wraps?: Places;
}

/** A decorator that makes a function a tool; bound to an object of the framework it gives the tool to that object. */
export interface DecoratorRule {
  readonly symbols: Symbols;
  readonly name?: Places;
  readonly description?: Places;
  readonly approval?: ApprovalRule;
  /** The decorator is a method of the agent that gets the tool. */
  readonly ofAgent?: boolean;
}

/** Project classes that are tools because of a base. */
export interface ToolClassRule {
  readonly bases: Symbols;
  readonly name: string;
  readonly description: string;
  readonly schema?: string;
  /** Methods that do the work, first found counts. */
  readonly methods: readonly string[];
  /** A class with several tools: its public methods, those under these decorators, or those listed in an attribute. */
  readonly offers?: { readonly decorators?: Symbols; readonly listedIn?: string };
}

/** How an MCP server is attached. */
export interface ServerRule {
  readonly symbols: Symbols;
  readonly name?: Places;
  /** Arguments that hold the start parameters in a record or object of their own. */
  readonly params?: Places;
  /** An argument that maps names to start parameters. */
  readonly table?: Places;
  readonly command?: Places;
  readonly args?: Places;
  /** A whole command line in one text. */
  readonly line?: Places;
  readonly url?: Places;
  readonly keeps?: Places;
  readonly drops?: Places;
  readonly approval?: ApprovalRule;
}

/** A call or method whose result is the tools of its receiver or of an argument: `client.listTools()`. */
export interface PassRule {
  readonly symbols: Symbols;
  readonly from: 'receiver' | Places;
}

/** A framework as data; the functions beside this file read it. */
export interface CodeFramework {
  readonly id: string;
  readonly agents: readonly AgentRule[];
  readonly makers: readonly MakerRule[];
  readonly decorators: readonly DecoratorRule[];
  readonly classes: readonly ToolClassRule[];
  readonly servers: readonly ServerRule[];
  readonly passes: readonly PassRule[];
  /** A plain function in a list of tools is a tool. */
  readonly functions: boolean;
  /** Methods and functions that run an agent. */
  readonly runs: readonly string[];
  /** Prefix of catalog symbols for tools given as `{type: …}` records. */
  readonly provider?: string;
  /** Turns a tool given by name into a catalog symbol. */
  readonly named?: (name: string) => string | undefined;
}
