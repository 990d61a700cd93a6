import { communication } from './policy/communication.ts';
import { data } from './policy/data.ts';
import { systems } from './policy/systems.ts';
import { web } from './policy/web.ts';
import { work } from './policy/work.ts';

/** The policy: what each capability word means for the trifecta, sorted by word within each theme. */
export const capabilities = [...communication, ...data, ...systems, ...web, ...work] as const;

/** Every capability word; data files are type-checked against it. */
export type CapabilityWord = (typeof capabilities)[number]['capability'];
