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
  /** A function there gives the approval itself, instead of saying which calls need one. */
  readonly approves?: true;
}

/** A tool the framework adds by itself, when an argument of the agent says so (absent: always). */
export interface ImplicitTool {
  readonly name: string;
  readonly symbol: string;
  readonly when?: Places;
  /** The argument's value when nothing is given. */
  readonly byDefault?: boolean;
}

/** Code of its own that is a step of a graph. */
export interface StepRule {
  /** Classes whose objects are steps. */
  readonly bases: Symbols;
  /** Decorators of the methods that do the work of such a class. */
  readonly handlers: Symbols;
  /** Decorators of functions that are steps. */
  readonly functions: Symbols;
}

/** Steps that later calls put into a graph: `builder.add_node(agent, 'a').add_edge('a', 'b')`. */
export interface GraphRule {
  readonly nodes?: { readonly methods: readonly string[]; readonly member: Places; readonly name?: Places };
  /** Ends are members themselves or their names; a list means each of them. */
  readonly edges: { readonly methods: readonly string[]; readonly from: Places; readonly to: Places };
  /** Methods that add several members one after the other. */
  readonly chains?: readonly string[];
  /** The argument of the graph itself that holds its first member. */
  readonly start?: Places;
  readonly steps?: StepRule;
}

/** How an agent, team or workflow is made. */
export interface AgentRule {
  readonly symbols: Symbols;
  /** Methods that make one whatever the object is, in files that import one of the packages. */
  readonly methods?: { readonly names: readonly string[]; readonly packages: readonly string[] };
  /** Methods that give tools later, on the agent itself or on the object in an argument of it: `kernel.add_plugin(x)`. */
  readonly gains?: { readonly methods: readonly string[]; readonly on?: Places; readonly tools: Places };
  readonly graph?: GraphRule;
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
  /** Set to `none`, these leave the history out: the agent sees the answer of the one before and nothing else of it. */
  readonly forgets?: Places;
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
  /** A list of names that leaves only these of its tools on; a path into nested options: `['defaultOptions', 'activeTools']`. */
  readonly active?: readonly string[];
  /** A function asked before each step, which may leave only some tools on: `{ activeTools: […] }`. */
  readonly steps?: Places;
  /** Parts that may bring tools among others that do not: of these only what `passes` names is looked at. */
  readonly carriers?: Places;
  /** Without one of these the model is called once and never reads what its tools answer. */
  readonly loops?: Places;
  /** Only a part of agents that hold it in one of these arguments, and then no agent itself. */
  readonly partOf?: Places;
  /** A call without tools is a model call, no agent. */
  readonly needsTools?: boolean;
  /**
   * Objects of project classes on a run time: tools in any argument are the agent's, and without tools it is an agent
   * only where the class has a model of one of these types.
   */
  readonly ownClass?: { readonly models: RegExp };
  /** It only holds tools: the model gets them where a file beside it imports one of these names. */
  readonly chosenBy?: RegExp;
  readonly approval?: ApprovalRule;
  /** An argument that says tool by tool whether a person is asked. */
  readonly approvals?: ApprovalRule;
}

/** A function that is asked before each tool call. */
export interface InterceptorRule {
  readonly mechanism: string;
  /** Argument of the agent: the function itself, or the object that later calls register functions with. */
  readonly in?: Places;
  /** Decorators of functions that are asked for every agent of the program. */
  readonly everywhere?: Symbols;
  readonly registered?: {
    /** `registry.add_callback(Event, fn)`: methods in files that import one of the packages. */
    readonly methods: readonly string[];
    readonly packages: readonly string[];
    /** `@kernel.filter(Event)`. */
    readonly decorators: Symbols;
    /** The events before a tool call. */
    readonly events: RegExp;
  };
}

/** An engine that follows taint at run time and refuses by default. */
export interface PolicyRule {
  readonly mechanism: string;
  readonly symbols: Symbols;
  /** Argument of the agent that holds it. */
  readonly in: Places;
  /** Set to false, nothing is enforced. */
  readonly enforced: Places;
  /** Set to false, what breaks the policy is only written down. */
  readonly blocks: Places;
  /** Set to true, a person is asked. */
  readonly asks: Places;
  /** Names of the tools it leaves free. */
  readonly frees: Places;
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
  /** The symbols are of another framework: only what an agent of this one uses is told. */
  readonly borrowed?: boolean;
}

/**
 * A decorator that makes a function a tool. Bound to an object that is given as tools (`@toolset.tool`), the function is
 * one of the tools of that object.
 */
export interface DecoratorRule {
  readonly symbols: Symbols;
  readonly name?: Places;
  readonly description?: Places;
  readonly approval?: ApprovalRule;
  /** The decorator is a method of the agent that gets the tool. */
  readonly ofAgent?: boolean;
  /** Methods of classes with one of these bases are no tools although they are decorated. */
  readonly exceptIn?: Symbols;
  /** The symbols are of another framework: only what an agent of this one uses is told. */
  readonly borrowed?: boolean;
}

/** A call that gives one function to an agent: `register_function(f, caller=agent)`, `agent.register_for_llm()(f)`. */
export interface RegisterRule {
  readonly symbols: Symbols;
  /** `maker` is the object whose method gave what is called here, `receiver` the one whose method is called. */
  readonly agent: Places | 'maker' | 'receiver';
  readonly tool: Places;
  readonly name?: Places;
  readonly description?: Places;
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
  /** The bases are of another framework: only what an agent of this one uses is told. */
  readonly borrowed?: boolean;
}

/** Classes whose methods are steps that start one another. */
export interface FlowRule {
  readonly bases: Symbols;
  /** Decorators of steps; `after` holds what the step waits for, `decides` tells which words the next ones wait for. */
  readonly steps: readonly {
    readonly symbols: Symbols;
    readonly after?: Places;
    readonly first?: boolean;
    readonly decides?: boolean;
  }[];
  /** Whether decorators name other steps, or the types of events in annotations join them. */
  readonly by: 'names' | 'events';
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
  /** Names of the tools that the call asks for; the catalog knows them as the setting `setting`. */
  readonly picks?: { readonly setting: string; readonly places: Places };
}

/** A framework as data; the functions beside this file read it. */
export interface CodeFramework {
  readonly id: string;
  readonly agents: readonly AgentRule[];
  readonly interceptors?: readonly InterceptorRule[];
  readonly policies?: readonly PolicyRule[];
  readonly makers: readonly MakerRule[];
  readonly decorators: readonly DecoratorRule[];
  readonly classes: readonly ToolClassRule[];
  readonly servers: readonly ServerRule[];
  readonly passes: readonly PassRule[];
  readonly registers?: readonly RegisterRule[];
  readonly flows?: readonly FlowRule[];
  /** Objects that are no tools themselves but hold the functions under their decorators. */
  readonly holders?: Symbols;
  /** A plain function in a list of tools is a tool. */
  readonly functions: boolean;
  /** A module of the project in a list of tools stands for its tool functions, or the function named like its file. */
  readonly modules?: boolean;
  /** Methods and functions that run an agent. */
  readonly runs: readonly string[];
  /** Prefix of catalog symbols for tools given as `{type: …}` records. */
  readonly provider?: string;
  /** Turns a tool given by name into a catalog symbol. */
  readonly named?: (name: string) => string | undefined;
}
