// Trains the lexical label model offline and writes src/label/lexical/data/weights.json. Reads our own labelled tools
// (bench/labels/own-tools) and, where present, the labelled listings in TREFOIL_DATA or ../shared/data.
process.argv.splice(2, 0, 'bench/labels/train.ts');
await import('./run-bundled.mjs');
