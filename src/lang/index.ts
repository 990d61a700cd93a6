export { languageOf, type SourceKind } from './language.ts';
export { type LowerAllOptions, lowerAll, type SourceText } from './lower-all.ts';
