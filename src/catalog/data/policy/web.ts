import { changes, executes, reveals, sends, takesIn } from '../../policy-labels.ts';
import type { CapabilityRow } from '../../types.ts';

/** Web, network, browser, social networks, rendering. */
export const web = [
  {
    capability: 'browser.act',
    labels: [sends('form', 'model-chosen', 'free-text')],
    decidedBy: ['url', 'body', 'name'],
    writes: true,
    why: 'Typing and clicking submits text to the page that is open.',
  },
  {
    capability: 'browser.read',
    labels: [takesIn('web', 'anyone'), reveals('session', 'project', 0.6)],
    why: 'Text, console, network log and picture of the open page; private when someone is logged in.',
  },
  {
    capability: 'browser.script',
    labels: [
      executes('code'),
      sends('network', 'model-chosen', 'free-text'),
      takesIn('web', 'anyone'),
      reveals('session', 'project', 0.8),
    ],
    decidedBy: ['code'],
    writes: true,
    why: 'Script in a page can read it, its cookies and storage, and request any address.',
  },
  {
    capability: 'browser.session',
    labels: [reveals('session', 'tenant')],
    why: 'Cookies, stored state or an attached profile act as the logged-in user.',
  },
  {
    capability: 'data.public',
    labels: [],
    why: 'Numbers and short typed facts from one fixed public service: weather, prices, rates, places.',
  },
  {
    capability: 'dns.lookup',
    labels: [sends('dns', 'model-chosen', 'url')],
    decidedBy: ['host', 'url'],
    why: 'The owner of the zone sees every label of the name that is asked for.',
  },
  {
    capability: 'form.submit',
    labels: [sends('form', 'model-chosen', 'free-text')],
    decidedBy: ['url', 'body'],
    writes: true,
    why: 'A form on a site of the model’s choice takes free text.',
  },
  {
    capability: 'http.get',
    labels: [takesIn('web', 'anyone'), sends('url', 'model-chosen', 'url')],
    decidedBy: ['url', 'host'],
    why: 'The address itself carries data to whoever runs the host; the answer is written there.',
  },
  {
    capability: 'http.send',
    labels: [takesIn('web', 'anyone'), sends('network', 'model-chosen', 'free-text')],
    decidedBy: ['url', 'host'],
    writes: true,
    why: 'Any method with body and headers to an address of the model’s choice.',
  },
  {
    capability: 'image.generate',
    labels: [],
    why: 'A picture from a prompt at the model provider.',
  },
  {
    capability: 'location.map',
    labels: [takesIn('web-search', 'outsider', 0.3)],
    why: 'Places, routes and coordinates; reviews in them are user content.',
  },
  {
    capability: 'media.analyze',
    labels: [],
    why: 'Speech, picture or language service over content given in the call.',
  },
  {
    capability: 'network.listen',
    labels: [sends('port', 'model-chosen', 'free-text'), takesIn('web', 'anyone', 0.6)],
    decidedBy: ['host', 'flags'],
    writes: true,
    why: 'Opens a port or tunnel that outsiders reach.',
  },
  {
    capability: 'network.scan',
    labels: [reveals('internal-network', 'tenant'), sends('network', 'model-chosen', 'typed', 0.5)],
    decidedBy: ['host', 'url'],
    why: 'Probes hosts from inside the network.',
  },
  {
    capability: 'network.send',
    labels: [takesIn('web', 'anyone', 0.7), sends('network', 'model-chosen', 'free-text')],
    decidedBy: ['host', 'url'],
    writes: true,
    why: 'Raw sockets and other protocols carry bytes to a chosen host.',
  },
  {
    capability: 'reference.search',
    labels: [takesIn('web-search', 'outsider', 0.75), sends('query', 'constant', 'free-text', 0.6)],
    why: 'Encyclopedias, papers, documentation and question sites: others write there; one fixed provider sees the query.',
  },
  {
    capability: 'render.html',
    labels: [sends('render', 'model-chosen', 'free-text')],
    decidedBy: ['body'],
    why: 'Shown HTML, Markdown images and links make the viewer request addresses of the model’s choice.',
  },
  {
    capability: 'social.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes posts or accounts.',
  },
  {
    capability: 'social.message',
    labels: [sends('chat', 'model-chosen', 'free-text')],
    decidedBy: ['recipient'],
    writes: true,
    why: 'Direct message to an account of the model’s choice.',
  },
  {
    capability: 'social.post',
    labels: [sends('publish', 'model-chosen', 'free-text')],
    writes: true,
    why: 'A public post: the address does not matter, everyone can read it.',
  },
  {
    capability: 'social.read',
    labels: [takesIn('social', 'anyone')],
    why: 'Posts, comments and profiles by anyone.',
  },
  {
    capability: 'video.read',
    labels: [takesIn('social', 'anyone')],
    why: 'Titles, captions and comments of videos by anyone.',
  },
  {
    capability: 'web.browse',
    labels: [takesIn('web', 'anyone'), sends('url', 'model-chosen', 'url')],
    decidedBy: ['url', 'host'],
    why: 'A browser opens an address of the model’s choice: source and sink at once.',
  },
  {
    capability: 'web.fetch',
    labels: [takesIn('web', 'anyone'), sends('url', 'model-chosen', 'url')],
    decidedBy: ['url', 'host'],
    why: 'Reads a page at an address of the model’s choice: `?d=…` carries data out, the page carries instructions in.',
  },
  {
    capability: 'web.fetch-known',
    labels: [takesIn('web', 'anyone'), sends('url', 'allow-listed', 'url', 0.5)],
    why: 'The provider fetches only addresses already in the conversation or in an index.',
  },
  {
    capability: 'web.open',
    labels: [sends('url', 'model-chosen', 'url')],
    decidedBy: ['url', 'host'],
    why: 'Opens an address of the model’s choice; another tool reads what came.',
  },
  {
    capability: 'web.search',
    labels: [takesIn('web-search', 'anyone'), sends('query', 'constant', 'free-text')],
    why: 'Results are written by anyone; the query goes as free text to one fixed provider, a weak sink.',
  },
] as const satisfies readonly CapabilityRow[];
