import type { Expression, FunctionDef } from '../lang/module.ts';
import type { Deed } from '../model/deed.ts';
import { locate } from '../model/location.ts';
import { type Part, partsOf, partsOfBody } from '../resolve/parts.ts';
import type { ReachedCode } from './reached-code.ts';

/** Credentials that stand in what a tool or resource answers: fields of a stored one, or written out in the code. */
export function toldSecrets({ functions }: ReachedCode): readonly Deed[] {
  return functions.flatMap(({ def, file }): readonly Deed[] => {
    for (const value of answersOf(def)) {
      for (const part of partsOf([value])) {
        const what = part.kind === 'template' ? fieldIn(part) : undefined;
        if (what) return [{ kind: 'tells-credentials', what, at: locate(file, part.at) }];
        const written = part.kind === 'literal' ? secretIn(String(part.value)) : undefined;
        if (written) return [{ kind: 'tells-written-secret', what: written, at: locate(file, part.at) }];
      }
    }
    return [];
  });
}

/** Returned expressions, and what was assigned to returned names. */
function answersOf(def: FunctionDef): readonly Expression[] {
  const parts = partsOfBody(def);
  const returned = parts.flatMap(part =>
    part.kind === 'return' && part.value ? [part.value as Expression] : [],
  );
  const names = new Set(returned.flatMap(value => (value.kind === 'name' ? [value.name] : [])));
  const assigned = parts.flatMap(part => {
    const { target, value } = part as unknown as { target?: Expression; value?: Expression };
    return part.kind === 'assign' && target?.kind === 'name' && names.has(target.name) && value
      ? [value]
      : [];
  });
  return [...returned, ...assigned];
}

const credential =
  /^(?:(?:access|refresh|auth|bearer|api|session|id)_?(?:token|key)|password|passwd|client_?secret|secret_?key|private_?key|connection_?string)$/i;

/** A field of a record that holds a credential, put into a text. */
function fieldIn(part: Part): string | undefined {
  for (const hole of part.parts as readonly Expression[]) {
    const name = fieldName(hole);
    if (name !== undefined && credential.test(name)) return name;
  }
  return undefined;
}

function fieldName(value: Expression): string | undefined {
  if (value.kind === 'member') return value.property;
  const index = value.kind === 'subscript' ? value.index : undefined;
  const got =
    value.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'get'
      ? value.args[0]?.value
      : undefined;
  const key = index ?? got;
  return key?.kind === 'literal' && typeof key.value === 'string' ? key.value : undefined;
}

const written =
  /\b(password|api[ _-]?key|secret(?:[ _-]?(?:access[ _-]?)?key)?|(?:access|auth)[ _-]?token)["']?\s{0,4}[:=]\s{0,4}["']?([^\s"'<>{}$]{10,200})/gi;
const placeholder =
  /your|example|xxx|\*\*\*|\.\.\.|<|placeholder|changeme|dummy|sample|process\.env|os\.environ|string|test/i;

/** The name of a credential that is written out in a text with a value that looks like one. */
function secretIn(text: string): string | undefined {
  for (const [, name, value = ''] of text.slice(0, 20_000).matchAll(written)) {
    if (/\d/.test(value) && /[a-z]/i.test(value) && !placeholder.test(value)) return name;
  }
  return undefined;
}
