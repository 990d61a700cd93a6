import type { Project } from '../../src/resolve/project.ts';
import { FactList } from '../_shared/fact-list.ts';

export const framework = 'claude-agent-sdk';

/** Facts of one run of the analyzer; a node or relation is added once. */
export class Scan extends FactList {
  readonly project: Project;

  constructor(project: Project) {
    super();
    this.project = project;
  }
}
