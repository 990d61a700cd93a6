/** Deepest nesting of expressions and statements that is lowered; what lies deeper becomes `unknown`. */
export const maxDepth = 400;

/** Largest source file that is lowered, in UTF-16 units of text, unless the caller asks for more. */
export const maxSourceLength = 2_000_000;

/** Problems kept per file, so that a binary file with a code extension does not flood the report. */
export const maxProblems = 50;

/** Longest source excerpt kept in an `unknown` expression. */
export const maxUnknownText = 120;

/** Chains of one associative operator longer than this become a balanced tree instead of a left-deep one. */
export const maxLeftChain = 24;
