import type { FunctionRef } from '../model/fact.ts';
import { locate } from '../model/location.ts';
import { argumentsHere, basesOf, nearestPackage, resolvedCall } from './answers.ts';
import { createBodies } from './bodies.ts';
import { argumentsOf } from './call-arguments.ts';
import { classAttribute, methodDefs } from './classes.ts';
import { createContexts } from './contexts.ts';
import { createEvaluator, type Statics } from './create-evaluator.ts';
import { type Conventions, type Evaluator, limits } from './evaluator.ts';
import { createFunctionRefs } from './function-refs.ts';
import { createGenericRuns } from './generic-runs.ts';
import { createHolders } from './holders.ts';
import { createImportIndex } from './import-index.ts';
import { dependsOnParameters } from './invoke.ts';
import { externalBase } from './member.ts';
import { createModuleResolver } from './modules.ts';
import { passedUp } from './passed-up.ts';
import type { Decorated, MethodCall, Project, Symbols, Use } from './project.ts';
import type { ProjectInput } from './project-input.ts';
import { roundsOf } from './rounds.ts';
import { createRunFinder } from './run-of.ts';
import { fieldsOf, parametersOf } from './schema.ts';
import { endOfScope, type Scope } from './scope.ts';
import { buildSiteIndex, type CallSite, calleesOf, effectsFor, placeOf } from './site-index.ts';
import { methodNames, symbolMatcher } from './symbols.ts';
import { fingerprint, signature } from './union.ts';
import type { CallArguments, ClassValue, FunctionValue, InstanceValue, Value } from './value.ts';

/** Builds the answering machine over a set of modules: one pass over all calls, then lazy, memoised questions. */
export function createProject(input: ProjectInput): Project {
  const { modules } = input;
  const paths = [...modules.keys()].sort();
  const files = createModuleResolver(input.files, input.facts, input.frameworks, input.name);
  const conventions: Conventions = {
    fluent: symbolMatcher(input.conventions.fluent),
    transparent: symbolMatcher(input.conventions.transparent),
    telling: new Set(input.conventions.telling ?? []),
  };
  const statics: Statics = new WeakMap();
  const first = createEvaluator(modules, files, conventions, { effectsOn: () => [] }, statics);
  const index = buildSiteIndex(first, paths);

  const ev: Evaluator = createEvaluator(
    modules,
    files,
    conventions,
    { effectsOn: id => effectsOn(id) },
    statics,
  );
  const genericRuns = createGenericRuns(ev, paths);
  const runs = genericRuns.all;
  const effectsOn = effectsFor(ev, index, createRunFinder(ev));
  const contexts = createContexts(ev, index, runs);
  const holderOf = createHolders();
  const requestsFor = createImportIndex(modules);

  const refill = (): void => {
    ev.budget.fuel = limits.fuel;
    ev.budget.depth = 0;
  };
  const options = (v: Value): readonly Value[] => (v.kind === 'union' ? v.options : [v]);
  const named = (v: InstanceValue, site: CallSite): InstanceValue => {
    const holder = v.holder ?? holderOf(site.expression, site.static);
    return { ...v, holder };
  };

  /** The objects a call site makes: one, or one per caller where its arguments come from callers. */
  function objects(site: CallSite, wanted: (v: InstanceValue) => boolean): readonly InstanceValue[] {
    const base = runs().get(site.static);
    if (!base) return [];
    refill();
    const general = ev.evaluate(site.expression, base);
    const usual = options(general).filter((v): v is InstanceValue => v.kind === 'instance' && wanted(v));
    const receiver =
      site.expression.callee.kind === 'member' ? ev.evaluate(site.expression.callee.object, base) : undefined;
    const rounds = roundsOf(ev, site.expression.at, base);
    const isOpen = dependsOnParameters(general) || (receiver !== undefined && dependsOnParameters(receiver));
    if (!isOpen && rounds.length === 1) return usual;
    const out = new Map<string, InstanceValue>();
    const runsHere = isOpen
      ? contexts.runsOf(site.static).flatMap(run => roundsOf(ev, site.expression.at, run))
      : rounds;
    for (const scope of runsHere) {
      refill();
      for (const v of options(ev.evaluate(site.expression, scope))) {
        if (v.kind === 'instance' && wanted(v)) out.set(v.id, v);
      }
    }
    return out.size > 0 ? [...out.values()] : usual;
  }

  const bySite = (a: CallSite, b: CallSite): number =>
    a.static.file === b.static.file
      ? a.expression.at[0] - b.expression.at[0] || a.expression.at[1] - b.expression.at[1]
      : a.static.file < b.static.file
        ? -1
        : 1;

  function calls(symbols: Symbols): readonly InstanceValue[] {
    const match = symbolMatcher(symbols);
    const sites = new Set<CallSite>();
    for (const [symbol, list] of index.bySymbol) if (match(symbol)) for (const s of list) sites.add(s);
    for (const method of methodNames(symbols)) for (const s of index.byMethod.get(method) ?? []) sites.add(s);
    const wanted = (v: InstanceValue): boolean => {
      if (match(v.symbol)) return true;
      const base = v.classValue ? externalBase(ev, v.classValue) : undefined;
      return base !== undefined && match(base);
    };
    const out = new Map<string, InstanceValue>();
    for (const site of [...sites].sort(bySite)) {
      for (const v of objects(site, wanted)) if (!out.has(v.id)) out.set(v.id, named(v, site));
    }
    return [...out.values()];
  }

  function methodCalls(methods: readonly string[], packages: readonly string[]): readonly MethodCall[] {
    const wanted = new Set(methods);
    const inFiles = new Set(importing(packages));
    const out = new Map<string, MethodCall>();
    for (const statics of index.scopes) {
      if (!inFiles.has(statics.file)) continue;
      for (const effect of statics.effects) {
        const e = effect.expression;
        if (e.kind !== 'call' || e.callee.kind !== 'member' || !wanted.has(e.callee.property)) continue;
        const callee = e.callee;
        const site: CallSite = { expression: e, static: statics, conditional: effect.conditional };
        const base = runs().get(statics);
        if (!base) continue;
        refill();
        const needs =
          dependsOnParameters(ev.evaluate(callee.object, base)) ||
          e.args.some(a => dependsOnParameters(ev.evaluate(a.value, base)));
        for (const scope of (needs ? contexts.runsOf(statics) : [base]).flatMap(run =>
          roundsOf(ev, e.at, run),
        )) {
          refill();
          const receiver = ev.evaluate(callee.object, scope);
          const result = options(ev.evaluate(e, scope)).find(v => v.kind === 'instance');
          const made = result?.kind === 'instance' ? result : detached(site, scope, callee.property);
          const call = named(made, site);
          if (!out.has(call.id)) out.set(call.id, { method: callee.property, receiver, call });
        }
      }
    }
    return [...out.values()];
  }

  /** A call whose callee could not be told, kept with its arguments. */
  function detached(site: CallSite, scope: Scope, method: string): InstanceValue {
    const at = locate(site.static.file, site.expression.at);
    const args = argumentsOf(ev, site.expression.args, scope);
    const run = scope.generic ? '' : `@${fingerprint(args.positional.map(a => signature(a)).join())}`;
    return {
      kind: 'instance',
      id: `${at.file}:${at.line}:${at.column ?? 0}${run}`,
      symbol: `?.${method}`,
      at,
      args,
    };
  }

  function importing(packages: readonly string[]): readonly string[] {
    // A file of the project may have the package's name: `agents.py` is not the SDK, unless it takes the name from there.
    const isOwn = (specifier: string, from: string, name?: string): boolean => {
      const target = ev.files.resolve(specifier, from);
      if (target.to !== 'file' || name === undefined || name === '*') return target.to === 'file';
      refill();
      const value = ev.exported(target.path, name, { file: from, line: 1 });
      return value !== undefined && value.kind !== 'external';
    };
    const found = new Set<string>();
    for (const { path, module, name } of packages.flatMap(requestsFor))
      if (!found.has(path) && !isOwn(module, path, name)) found.add(path);
    return paths.filter(path => found.has(path));
  }

  function decorated(symbols: Symbols): readonly Decorated[] {
    const match = symbolMatcher(symbols);
    const methods = methodNames(symbols);
    const out = new Map<string, Decorated>();
    for (const scope of [...runs().values()]) {
      for (const def of [...scope.static.functions, ...scope.static.classes]) {
        for (const d of def.decorators) {
          refill();
          const callee = d.kind === 'call' ? d.callee : d;
          const value = ev.evaluate(callee, scope);
          const isMethod = callee.kind === 'member' && methods.has(callee.property);
          const receivers = callee.kind === 'member' ? ev.evaluate(callee.object, scope) : undefined;
          const depends = isMethod && receivers !== undefined && dependsOnParameters(receivers);
          for (const run of depends ? contexts.runsOf(scope.static) : [scope]) {
            for (const item of matched(run === scope ? value : ev.evaluate(callee, run), match)) {
              const target =
                'params' in def ? methodOf(ev.functionValue(def, run), run) : ev.classValue(def, run);
              const receiver = item.receiver;
              const args = d.kind === 'call' ? argumentsOf(ev, d.args, run) : item.args;
              const at = locate(scope.static.file, def.at);
              const key = `${target.id}\0${item.symbol}\0${receiver?.kind === 'instance' ? receiver.id : ''}`;
              if (!out.has(key))
                out.set(key, {
                  symbol: item.symbol,
                  target,
                  at,
                  ...(args && { args }),
                  ...(receiver && { receiver }),
                });
            }
          }
        }
      }
    }
    return [...out.values()].sort((a, b) =>
      a.at.file === b.at.file ? a.at.line - b.at.line : a.at.file < b.at.file ? -1 : 1,
    );
  }

  function decoratorsOf(target: FunctionValue | ClassValue): readonly Omit<Decorated, 'target'>[] {
    const scope = target.scope as Scope;
    return target.def.decorators.flatMap(d => {
      refill();
      const found = matched(ev.evaluate(d.kind === 'call' ? d.callee : d, scope), () => true);
      const at = locate(target.file, target.def.at);
      return found.map(item => ({
        ...item,
        at,
        ...(d.kind === 'call' && { args: argumentsOf(ev, d.args, scope) }),
      }));
    });
  }

  function methodOf(fn: FunctionValue, scope: Scope): FunctionValue {
    if (scope.static.kind !== 'class' || !scope.static.class || !scope.parent) return fn;
    return { ...fn, owner: ev.classValue(scope.static.class, scope.parent) };
  }

  function matched(
    value: Value,
    match: (s: string) => boolean,
  ): readonly { readonly symbol: string; readonly args?: CallArguments; readonly receiver?: Value }[] {
    return options(value).flatMap(v => {
      if (v.kind === 'external' && match(v.symbol))
        return [{ symbol: v.symbol, ...(v.receiver && { receiver: v.receiver }) }];
      // A decorator kept in a variable: `audited = tool(strict=True)`.
      if (v.kind === 'instance' && match(v.symbol))
        return [{ symbol: v.symbol, args: v.args, ...(v.receiver && { receiver: v.receiver }) }];
      const overridden = v.kind === 'function' ? overriddenSymbol(v) : undefined;
      if (v.kind === 'function' && overridden !== undefined && match(overridden))
        return [{ symbol: overridden, ...(v.self && { receiver: v.self }) }];
      return [];
    });
  }

  /** A project method that stands before one of an outside base class is that one for whoever calls it. */
  function overriddenSymbol(fn: FunctionValue): string | undefined {
    const cls = fn.self?.kind === 'instance' ? fn.self.classValue : undefined;
    const base = cls ? externalBase(ev, cls) : undefined;
    return base === undefined ? undefined : `${base}().${fn.def.name}`;
  }

  function subclasses(symbols: Symbols): readonly ClassValue[] {
    const match = symbolMatcher(symbols);
    const out: ClassValue[] = [];
    for (const scope of runs().values()) {
      for (const def of scope.static.classes) {
        refill();
        const cls = ev.classValue(def, scope);
        if (basesOf(ev, cls).some(match)) out.push(cls);
      }
    }
    return out.sort((a, b) => (a.file === b.file ? a.at.line - b.at.line : a.file < b.file ? -1 : 1));
  }

  function uses(object: Value): readonly Use[] {
    if (
      object.kind !== 'instance' &&
      object.kind !== 'list' &&
      object.kind !== 'record' &&
      object.kind !== 'function'
    )
      return [];
    return effectsOn(object.id).flatMap((effect): readonly Use[] => {
      refill();
      const seen = options(ev.evaluate(effect.receiver, effect.scope)).flatMap(v =>
        'id' in v ? [v.id] : [],
      );
      const isMine =
        seen.includes(object.id) || seen.includes(placeOf(object.id)) || object.kind !== 'instance';
      if (!isMine) return [];
      const { at, conditional } = effect;
      if (effect.kind === 'set') {
        return [
          {
            kind: 'set',
            property: effect.name,
            value: ev.evaluate(effect.expression, effect.scope),
            at,
            conditional,
          },
        ];
      }
      if (effect.expression.kind !== 'call') return [];
      const site: CallSite = { expression: effect.expression, static: effect.scope.static, conditional };
      const made = options(ev.evaluate(effect.expression, effect.scope)).find(
        (v): v is InstanceValue => v.kind === 'instance' && v.id !== object.id,
      );
      const result = named(made ?? detached(site, effect.scope, effect.name), site);
      const args = argumentsHere(ev, contexts.runsOf, refill, effect.expression, effect.scope);
      return [{ kind: 'call', method: effect.name, args, result, at, conditional }];
    });
  }

  let known: ReadonlyMap<string, readonly string[]> | undefined;
  const callees = (): ReadonlyMap<string, readonly string[]> => {
    known ??= calleesOf(index);
    return known;
  };

  function callsIn(fn: FunctionValue): readonly InstanceValue[] {
    const scope = ev.genericScope(fn);
    const out: InstanceValue[] = [];
    const stack: Scope[] = [scope];
    for (let n = 0; stack.length > 0 && n < 200; n++) {
      const run = stack.pop();
      if (!run) break;
      for (const effect of run.static.effects) {
        if (effect.expression.kind !== 'call') continue;
        refill();
        out.push(...resolvedCall(ev, effect.expression, run));
      }
      for (const def of run.static.functions) stack.push(ev.genericScope(ev.functionValue(def, run)));
    }
    return out.sort((a, b) => a.at.line - b.at.line || (a.at.column ?? 0) - (b.at.column ?? 0));
  }

  const refs = createFunctionRefs();

  function functionAt(ref: FunctionRef): FunctionValue | undefined {
    for (const scope of genericRuns.inFile(ref.file)) {
      const def = scope.static.functions.find(f => f.at[0] === ref.line && f.at[1] === ref.column);
      if (def) return methodOf(ev.functionValue(def, scope), scope);
    }
    return undefined;
  }

  return {
    modules,
    cut: index.cut.map(site => locate(site.static.file, site.expression.at)),
    importing,
    calls,
    methodCalls,
    decorated,
    decoratorsOf,
    subclasses,
    uses,
    callees,
    callsIn,
    member(value, name) {
      refill();
      return ev.member(value, name, value.at);
    },
    call(callee, args) {
      refill();
      return ev.call(callee, args ?? { positional: [], named: [] }, callee.at);
    },
    classMember: (cls, name) => classAttribute(ev, cls, name),
    methods(cls) {
      const own = methodDefs(cls.def.body).flatMap(m => {
        const v = classAttribute(ev, cls, m.name);
        return v?.kind === 'function' ? [v] : [];
      });
      const inherited = ev
        .bases(cls)
        .flatMap(b => (b.kind === 'class' && b.id !== cls.id ? this.methods(b) : []));
      const names = new Set(own.map(m => m.def.name));
      return [...own, ...inherited.filter(m => !names.has(m.def.name))];
    },
    bases: cls => basesOf(ev, cls),
    exported(path, name) {
      refill();
      const scope = ev.moduleScope(path);
      const at = { file: path, line: 1 };
      const value = ev.exported(path, name, at);
      if (value || !scope?.static.bindings.has(name)) return value;
      return ev.lookup(name, scope, endOfScope, at);
    },
    passedUp: instance => passedUp(ev, instance),
    parameters: fn => parametersOf(ev, fn),
    fields: schema => fieldsOf(ev, schema),
    ref: value =>
      'id' in value ? `code:${value.id}` : `code:${value.at.file}:${value.at.line}:${value.at.column ?? 0}`,
    packageOf: file => nearestPackage(input.facts, file),
    functionRef: refs.refOf,
    function: ref => refs.inRun(ref) ?? functionAt(ref),
    ...createBodies(ev, contexts),
  };
}
