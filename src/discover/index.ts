export { type DiscoverOptions, type Discovery, discover, type FoundFile } from './discover.ts';
export { type LowerFilesOptions, lowerFiles } from './lower-files.ts';
export { createModuleCache, defaultCacheFolder, type ModuleCache } from './module-cache.ts';
export { importedModules } from './prefilter.ts';
export {
  type PackageFacts,
  type ProjectFacts,
  readProjectFacts,
  type TsconfigFacts,
} from './project-facts.ts';
