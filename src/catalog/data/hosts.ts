import type { HostRow } from '../types.ts';

/** Hosts where outsiders can have their own space, sorted by suffix (threat model, D.8). */
export const hosts: readonly HostRow[] = [
  { suffix: 'github.com', category: 'source hosting', why: 'Anyone can create repositories, gists and issues.' },
];
