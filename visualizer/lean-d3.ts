import type { Plugin } from 'vite';

/** Packages that declare to have no side effects, but ship one file each whose top level calls functions. */
const packages = /[\\/]node_modules[\\/]d3-(?:array|ease|interpolate|scale|shape)[\\/]/;

/** A function, and what is put on its prototype right after it. */
const constructors = /^(function (\w+)\([^)]*\) \{\n[\s\S]*?^\})\n\n(\(?\2\.prototype = [\s\S]*?^\}\)?;)/gm;
const calls = /^((?:var|const|let) \w+ = )(?=\(function \w+\(|\w+\()/gm;

/**
 * Tells the bundler, statement by statement, what those packages say as a whole, so that only what is used gets into the
 * page: curves, easings and colour spaces nobody asked for would be a tenth of it.
 */
export function leanD3(): Plugin {
  return {
    name: 'trefoil-lean-d3',
    enforce: 'pre',
    transform: (code, id) => (packages.test(id) ? { code: lean(code), map: null } : undefined),
  };
}

function lean(code: string): string {
  return code
    .replace(
      constructors,
      (_, made: string, name: string, prototype: string) =>
        `const ${name} = /*#__PURE__*/ (() => {\n${made}\n${prototype}\nreturn ${name};\n})();`,
    )
    .replace(calls, '$1/*#__PURE__*/ ');
}
