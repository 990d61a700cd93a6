#!/usr/bin/env node
/** Builds the explorer into visualizer/dist/index.html, one self-contained page. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../visualizer/', import.meta.url));
const configFile = `${root}vite.config.ts`;

if (existsSync(configFile)) await build({ root, configFile, logLevel: 'warn' });
else console.error('note: no explorer in this tree; --format html and trefoil view need one');
