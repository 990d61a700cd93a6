export { createProject, type ProjectInput } from './create-project.ts';
