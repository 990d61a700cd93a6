/**
 * Version of what lowering gives. Raise it with every change of the program model or of how source becomes it: cached
 * Modules of other versions are not used.
 */
export const loweringVersion = 1;
