/** Second-level suffixes under which everybody can have a name; enough to tell owners apart. */
const shared = /^(?:co|com|net|org|gov|ac|edu)\.[a-z]{2}$/;

/** The part of an address that has an owner: `api.eu.example.co.uk/x` gives `example.co.uk`. */
export function domainOf(address: string): string | undefined {
  const host = address.toLowerCase().split('/')[0]?.replace(/:\d+$/, '') ?? '';
  if (!/^[a-z0-9.-]+\.[a-z]{2,}$/.test(host)) return undefined;
  const labels = host.split('.');
  const count = shared.test(labels.slice(-2).join('.')) ? 3 : 2;
  return labels.slice(-count).join('.');
}
