/** Which registry serves which packages, and how it is asked. */
export interface NpmSettings {
  /** Address with a trailing slash. */
  registryOf(name: string): string;
  /** Headers for an address, with the credential of its registry where one is configured. */
  headersOf(url: string): { readonly [name: string]: string };
}

const publicRegistry = 'https://registry.npmjs.org/';

/**
 * Reads the user's own npm configuration. The `.npmrc` of a scanned tree is left out: a hostile one could have
 * packages served from elsewhere.
 */
export function npmSettings(
  npmrc: string,
  env: { readonly [name: string]: string | undefined },
): NpmSettings {
  const values = new Map<string, string>();
  for (const line of npmrc.split(/\r?\n/)) {
    const [, key, value] = /^\s*([^;#\s=][^=]{0,300}?)\s*=\s*(.{0,2000}?)\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) values.set(key, expanded(unquoted(value), env));
  }
  const fromEnv = env.npm_config_registry ?? env.NPM_CONFIG_REGISTRY;
  const main = slashed(fromEnv || values.get('registry') || publicRegistry);
  return {
    registryOf(name) {
      const scope = name.startsWith('@') ? name.slice(0, name.indexOf('/')) : undefined;
      const own = scope === undefined ? undefined : values.get(`${scope}:registry`);
      return own ? slashed(own) : main;
    },
    headersOf(url): { readonly [name: string]: string } {
      // The longest configured address that the asked one starts with owns it.
      const place = url.replace(/^https?:/, '');
      const owners = [...values.keys()]
        .flatMap(key => /^(\/\/.+):_auth(?:Token)?$/.exec(key)?.[1] ?? [])
        .filter(owner => place.startsWith(slashed(owner)))
        .sort((a, b) => b.length - a.length);
      const [owner] = owners;
      const token = owner === undefined ? undefined : values.get(`${owner}:_authToken`);
      const basic = owner === undefined ? undefined : values.get(`${owner}:_auth`);
      if (token) return { authorization: `Bearer ${token}` };
      return basic ? { authorization: `Basic ${basic}` } : {};
    },
  };
}

function expanded(value: string, env: { readonly [name: string]: string | undefined }): string {
  return value.replace(/\$\{([^}]{1,100})\}/g, (whole, name: string) => env[name] ?? whole);
}

function unquoted(value: string): string {
  return /^"[^"]*"$|^'[^']*'$/.test(value) ? value.slice(1, -1) : value;
}

function slashed(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
