/**
 * A link to one chain in the explorer's page, as the explorer itself writes its address. `page` is an http address or a
 * path relative to the file that holds the link.
 */
export function chainLink(page: string, chain: string): string {
  const base = encodeURI(page).replace(/[()#]/g, character => `%${character.charCodeAt(0).toString(16)}`);
  return `${base}#chain=${encodeURIComponent(chain)}`;
}

/** Whether something may stand as the page of such links: an http address or a path, nothing that runs. */
export function isPage(page: string): boolean {
  return (
    page !== '' && !/\p{Cc}/u.test(page) && (/^https?:\/\//i.test(page) || !/^[a-z][a-z0-9+.-]*:/i.test(page))
  );
}
