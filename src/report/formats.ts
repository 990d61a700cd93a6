/** Every output format, in the order of the help text. */
export const formats = ['text', 'json', 'sarif', 'html', 'markdown', 'mermaid', 'cyclonedx'] as const;
export type Format = (typeof formats)[number];
