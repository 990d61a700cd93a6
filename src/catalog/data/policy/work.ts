import { changes, reveals, sends, takesIn } from '../../policy-labels.ts';
import type { CapabilityRow } from '../../types.ts';

/** Trackers, documents, code hosting, customers, people. */
export const work = [
  {
    capability: 'ci.read',
    labels: [takesIn('log', 'outsider', 0.7), reveals('source-code', 'project')],
    why: 'Build logs echo branch names, commit messages and test output of contributors, and internals of the build.',
  },
  {
    capability: 'ci.run',
    labels: [changes('deploy', 0.8)],
    writes: true,
    why: 'Starts, cancels or repeats a build with the secrets of the pipeline.',
  },
  {
    capability: 'crm.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes customer records.',
  },
  {
    capability: 'crm.read',
    labels: [reveals('personal', 'tenant'), takesIn('form', 'outsider', 0.8)],
    why: 'Customer records are personal; notes and form submissions in them are written by outsiders.',
  },
  {
    capability: 'crm.write',
    labels: [sends('write-back', 'own-organisation', 'free-text', 0.5)],
    writes: true,
    why: 'Notes and fields inside the own organisation; portals and sequences may show them to customers.',
  },
  {
    capability: 'design.read',
    labels: [reveals('document', 'project'), takesIn('shared-document', 'outsider', 0.7)],
    why: 'Design files are internal; comments and layer texts come from everyone they are shared with.',
  },
  {
    capability: 'design.write',
    labels: [sends('write-back', 'own-organisation', 'free-text', 0.4)],
    writes: true,
    why: 'Changes a design file that others of the organisation see.',
  },
  {
    capability: 'doc.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes documents, pages or notes.',
  },
  {
    capability: 'doc.publish',
    labels: [sends('publish', 'model-chosen', 'free-text')],
    writes: true,
    why: 'Makes a page, post or file readable for outsiders.',
  },
  {
    capability: 'doc.read',
    labels: [reveals('document', 'tenant'), takesIn('shared-document', 'outsider', 0.8)],
    why: 'Internal documents; shared ones and comments in them are written by others.',
  },
  {
    capability: 'doc.share',
    labels: [sends('publish', 'model-chosen', 'free-text'), changes('permission')],
    decidedBy: ['recipient', 'flags'],
    writes: true,
    why: 'Gives an address of the model’s choice, or everyone with the link, access to existing content.',
  },
  {
    capability: 'doc.write',
    labels: [sends('write-back', 'own-organisation', 'free-text', 0.4)],
    writes: true,
    why: 'A page or file in the own workspace; it leaves only where that workspace is shared.',
  },
  {
    capability: 'form.read',
    labels: [takesIn('form', 'anyone'), reveals('personal', 'project')],
    why: 'Whoever fills the form writes the text; answers are personal.',
  },
  {
    capability: 'hr.read',
    labels: [reveals('personal', 'tenant'), takesIn('form', 'outsider', 0.6)],
    why: 'Employee and applicant records; applications are written by outsiders.',
  },
  {
    capability: 'hr.write',
    labels: [changes('overwrite', 0.6)],
    writes: true,
    why: 'Changes employee or applicant records.',
  },
  {
    capability: 'issue.manage',
    labels: [],
    writes: true,
    why: 'Labels, assignees, states and locks of issues; no free text moves.',
  },
  {
    capability: 'issue.read',
    labels: [takesIn('issue', 'anyone'), reveals('document', 'project', 0.7)],
    why: 'Issues, pull requests and comments may be written by any account; in private projects they are internal.',
  },
  {
    capability: 'issue.write',
    labels: [sends('publish', 'model-chosen', 'free-text')],
    decidedBy: ['id', 'name', 'url'],
    writes: true,
    why: 'Issues, comments, reviews and pull requests can be read by everyone who sees the project.',
  },
  {
    capability: 'repo.admin',
    labels: [changes('permission')],
    writes: true,
    why: 'Collaborators, visibility, hooks and protection rules of a repository.',
  },
  {
    capability: 'repo.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes files, branches or whole repositories.',
  },
  {
    capability: 'repo.local-read',
    labels: [reveals('source-code', 'project'), takesIn('repository', 'supply-chain', 0.7)],
    why: 'A working copy holds own code and what contributors or dependencies wrote.',
  },
  {
    capability: 'repo.local-write',
    labels: [changes('overwrite', 0.5)],
    writes: true,
    why: 'Commits, branches and resets in a working copy; nothing leaves without a push.',
  },
  {
    capability: 'repo.merge',
    labels: [changes('deploy'), sends('publish', 'own-organisation', 'none', 0.6)],
    writes: true,
    why: 'Merged code runs in builds and releases.',
  },
  {
    capability: 'repo.public-write',
    labels: [sends('publish', 'model-chosen', 'free-text')],
    writes: true,
    why: 'Public repositories, forks, gists and releases are readable by everyone.',
  },
  {
    capability: 'repo.push',
    labels: [sends('publish', 'model-chosen', 'free-text'), changes('overwrite', 0.6)],
    decidedBy: ['url', 'name'],
    writes: true,
    why: 'Sends commits to a remote; the remote may be public or chosen by the model.',
  },
  {
    capability: 'repo.read',
    labels: [reveals('source-code', 'tenant'), takesIn('repository', 'anyone', 0.85)],
    why: 'With a broad token private code; files and commits of other repositories are written by others.',
  },
  {
    capability: 'repo.search',
    labels: [reveals('source-code', 'tenant', 0.8), takesIn('repository', 'anyone', 0.85)],
    why: 'Hosting-wide search returns code and names by anyone and private results of the token; nobody outside sees the query.',
  },
  {
    capability: 'repo.write',
    labels: [sends('publish', 'model-chosen', 'free-text')],
    decidedBy: ['name', 'id', 'path'],
    writes: true,
    why: 'Files and branches pushed to a hosted repository; the model may choose a public one.',
  },
  {
    capability: 'ticket.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes tickets, comments or projects of a tracker.',
  },
  {
    capability: 'ticket.read',
    labels: [takesIn('ticket', 'outsider'), reveals('document', 'tenant')],
    why: 'Reporters outside the team write tickets by form or mail; the tracker is internal.',
  },
  {
    capability: 'ticket.reply',
    labels: [sends('write-back', 'bound', 'free-text')],
    decidedBy: ['id'],
    writes: true,
    why: 'A public reply goes to the person who wrote the ticket.',
  },
  {
    capability: 'ticket.write',
    labels: [sends('write-back', 'own-organisation', 'free-text')],
    writes: true,
    why: 'Everyone with access to the tracker, often also the reporter, reads tickets and comments.',
  },
] as const satisfies readonly CapabilityRow[];
