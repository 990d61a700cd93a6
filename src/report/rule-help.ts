/** What formats need to know of a rule: handed in by the caller, since pages are files. */
export interface RuleHelp {
  readonly id: string;
  readonly title: string;
  /** The rule's page in Markdown, without hostile content: it is ours. */
  readonly page: string;
}
