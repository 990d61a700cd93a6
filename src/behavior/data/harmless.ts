/**
 * Packages and modules whose functions only work on what they are given: no network, no disk, no process. Calls into
 * them are followed as "made from its arguments". Checked against the documentation of the standard libraries of
 * Python 3.13 and Node 24 and of the named packages; a module with one exception (`json.load` reads an open file, not
 * a path) still belongs here when the exception opens nothing by itself.
 */
export const harmlessModules: readonly string[] = `
abc argparse array ast asyncio.Event asyncio.Lock asyncio.Queue asyncio.Semaphore asyncio.sleep asyncio.timeout base64 binascii bisect
builtins calendar collections contextlib contextvars copy csv dataclasses datetime dateutil decimal difflib email
enum fractions functools gettext hashlib heapq hmac html inspect io ipaddress itertools json locale logging loguru math mimetypes
numbers operator os.access os.path langchain_core.utils os.urandom os.getcwd os.cpu_count os.getpid os.fspath pathlib.PurePath pathlib.Path.home pathlib.Path.cwd pathlib.PurePosixPath pathlib.Path.is_dir pathlib.Path.is_file pathlib.Path.is_symlink pathlib.Path.suffix pathlib.Path.exists pathlib.Path.is_relative_to pathlib.Path.relative_to pathlib.Path.joinpath pathlib.Path.with_suffix pathlib.Path.with_name pathlib.Path.as_posix pathlib.Path.is_absolute pathlib.Path.match pprint pytz quopri random re secrets shlex statistics string struct structlog
textwrap threading time timeit traceback types typing typing_extensions unittest unicodedata urllib.parse uuid warnings weakref
xml zlib zoneinfo attr attrs bs4 html2text inflection jinja2 jsonpatch jsonschema lxml markdown markdownify more_itertools
msgpack networkx numpy orjson pandas.DataFrame pandas.Series pandas.to_datetime pendulum pydantic pydantic_core
rapidfuzz readabilipy regex rich scipy simplejson slugify sympy tabulate tenacity tiktoken toml tomli tomllib toolz
trafilatura.extract typer ujson yaml yarl
redis.commands.search.query redis.commands.search.field langchain_auth langgraph.config posixpath langchain_core.documents langchain_core.messages langchain_core.prompts langchain_core.tools langchain.tools langchain_text_splitters
mcp.types mcp.server mcp.shared fastmcp.exceptions fastmcp.server fastmcp.Context fastmcp.utilities
google.auth google.oauth2 google_auth_oauthlib msal azure.identity redis_entraid requests.auth httpx.Timeout httpx.Limits authlib oauthlib jwt jose keyring.get_keyring
openpyxl.chart openpyxl.comments openpyxl.formatting openpyxl.formula openpyxl.styles openpyxl.utils openpyxl.worksheet PIL.Image.new PIL.ImageDraw matplotlib seaborn plotly sklearn lxml.etree rdflib.Graph rdflib.Namespace rdflib.term pyarrow polars.DataFrame
opentelemetry prometheus_client langsmith.traceable sentry_sdk.capture_exception
globalThis.Array globalThis.Boolean globalThis.Buffer globalThis.Date globalThis.Error globalThis.Intl globalThis.JSON globalThis.Map
globalThis.Math globalThis.Number globalThis.Object globalThis.Reflect globalThis.RegExp globalThis.Set globalThis.String
globalThis.Symbol globalThis.TextDecoder globalThis.TextEncoder globalThis.URL globalThis.URLSearchParams globalThis.Headers
globalThis.FormData globalThis.Blob globalThis.AbortController globalThis.console globalThis.atob globalThis.btoa globalThis.crypto
globalThis.process.cwd globalThis.process.argv globalThis.process.hrtime globalThis.process.uptime globalThis.process.memoryUsage globalThis.process.nextTick globalThis.process.emitWarning
globalThis.Request globalThis.Response globalThis.clearTimeout globalThis.clearInterval globalThis.WeakMap globalThis.Promise
globalThis.encodeURIComponent globalThis.decodeURIComponent globalThis.encodeURI globalThis.decodeURI globalThis.parseInt
globalThis.parseFloat globalThis.structuredClone globalThis.queueMicrotask globalThis.setTimeout globalThis.setInterval
os#arch os#EOL os#endianness os#freemem os#homedir os#platform os#release os#tmpdir os#totalmem os#type os#uptime os#version assert# buffer# crypto# events# path# path/posix# path/win32# querystring# string_decoder# timers# timers/promises# url# util# zlib#
@modelcontextprotocol/sdk/types.js# @modelcontextprotocol/sdk/server# @modelcontextprotocol/sdk/shared# @modelcontextprotocol/server# @modelcontextprotocol/core# fastmcp#
google-auth-library# @azure/identity# @azure/msal-node# jose# jimp#Jimp @jimp/core#createJimp parse-github-url# chrono-node# @opentelemetry/api# @sentry/node# ajv# async-mutex# camelcase# chalk# cheerio# clsx# crypto-js# csv-parse# csv-stringify# date-fns# date-fns-tz# @date-fns/tz# email-reply-parser# file-type# sharp# serialize-error# @mastra/loggers# ai#convertToModelMessages
dayjs# decimal.js# deepmerge# diff# dompurify# effect# entities# eventsource-parser# fast-xml-parser# fuse.js# gray-matter# he# html-to-text# immer# ini# jmespath#
js-yaml# jsdom# json5# jsonpath# jsonpath-plus# jsonwebtoken# linkedom# lz-string# lodash# lodash-es# lru-cache# luxon# marked# mathjs# mime-types# minimatch# moment# moment-timezone#
ms# nanoid# neverthrow# node-html-parser# node-cache# object-hash# p-limit# p-map# p-queue# p-retry# papaparse# picomatch# pino# qs# ramda# rehype# remark#
remeda# rxjs# semver# slugify# superjson# tiktoken# js-tiktoken# turndown# ts-pattern# type-fest# uuid# validator# winston# xml2js# yaml# zod# zod/v3# zod/v4# zod-to-json-schema# @mozilla/readability#
@langchain/core/tools# @langchain/core/messages# @langchain/core/documents# @langchain/core/prompts# langchain# 
drizzle-orm#and drizzle-orm#asc drizzle-orm#between drizzle-orm#count drizzle-orm#desc drizzle-orm#eq drizzle-orm#gt drizzle-orm#gte drizzle-orm#ilike drizzle-orm#inArray drizzle-orm#isNotNull drizzle-orm#isNull drizzle-orm#like drizzle-orm#lt drizzle-orm#lte drizzle-orm#ne drizzle-orm#not drizzle-orm#or @mastra/core/workflows#computeNextFireAt @mastra/core/workflows#validateCron @sindresorhus/slugify# debug# ts-dedent# dedent# outdent# @sinclair/typebox# valibot# arktype# superstruct# yup# joi# bignumber.js# ethers#utils. viem#formatEther viem#parseEther
`
  .trim()
  .split(/\s+/);

/** Globals of both languages that only work on their arguments and that the resolver does not name. */
export const harmlessNames: ReadonlySet<string> = new Set(
  `
clearTimeout clearInterval clearImmediate setImmediate Uint8Array Uint16Array Uint32Array Int32Array Float32Array Float64Array ArrayBuffer DataView
BigInt isNaN isFinite escape unescape performance AbortSignal Event EventTarget ReadableStream WritableStream TransformStream Iterator
BaseException ConnectionError FileNotFoundError IndexError AttributeError OSError IOError TimeoutError StopIteration AssertionError NameError
UnicodeDecodeError UnicodeEncodeError LookupError ArithmeticError ZeroDivisionError NotADirectoryError IsADirectoryError FileExistsError
ExceptionGroup BaseExceptionGroup EOFError SystemExit KeyboardInterrupt ImportError ModuleNotFoundError MemoryError OverflowError RecursionError
`
    .trim()
    .split(/\s+/),
);

/** Methods of strings, lists, dictionaries, dates and numbers: on an object nothing is known of, they read it as data. */
export const dataMethods: ReadonlySet<string> = new Set(
  `
add all any append apply at capitalize catch casefold center charAt charCodeAt clear codePointAt concat copy count decode
discard encode endsWith endswith entries every expandtabs extend filter finally find findIndex findLast flat flatMap forEach format
from_bytes fromEntries getTime getFullYear getMonth getDate getDay has hasOwnProperty hex includes index indexOf insert
isalnum isalpha isdigit isdisjoint isoformat isspace issubset issuperset items join keys lastIndexOf length ljust localeCompare
lower lstrip map match matchAll most_common normalize padEnd padStart partition pop popitem push reduce remove removeprefix
removesuffix repeat replace replaceAll reverse rfind rindex rjust rpartition rsplit rstrip search setdefault shift slice some sort
splice split splitlines startsWith startswith strftime strip substr substring substringAt sum swapcase then timestamp title
toFixed toISOString toJSON toLocaleDateString toLocaleLowerCase toLocaleString toLocaleUpperCase toLowerCase toPrecision toString
toUTCString toUpperCase tolist total_seconds translate trim trimEnd trimStart union unshift update upper valueOf values with_name with_suffix
as_posix model_dump model_dump_json model_copy model_validate dict json text safeParse parse parseAsync safeParseAsync
debug info warn warning error exception critical log trace notice report_progress send_log_message set_tag set_attribute add_event
absolute exists is_dir is_file is_symlink joinpath mkdtemp parent relative_to resolve samefile stat expanduser with_stem
sendRequest sendNotification sendLoggingMessage sendResourceListChanged sendToolListChanged notification send_notification send_progress_notification
hexdigest digest to_thread cancelled is_connected is_closed close aclose disconnect release lock unlock acquire wait wait_for
to_dict as_dict to_json group groups groupdict span finditer findall fullmatch sub test exec
`
    .trim()
    .split(/\s+/),
);

/** Methods by which programs write their own logs, whatever the logger. */
export const logMethods: ReadonlySet<string> = new Set('debug info warn warning error trace log'.split(' '));

/** Methods that only texts, numbers and dates have: what they read came from elsewhere. */
export const textMethods: ReadonlySet<string> = new Set(
  `
capitalize casefold date endsWith getTime is_integer isoformat lower lstrip padEnd padStart replaceAll rstrip split splitlines
startsWith strftime strip substring timestamp title toFixed toISOString toLocaleString toLowerCase toUpperCase total_seconds trim upper
`
    .trim()
    .split(/\s+/),
);

/** Methods of lists that are given a function for each item. */
export const listMethods: ReadonlySet<string> = new Set(
  'every filter find findIndex flatMap forEach map reduce some sort'.split(' '),
);

/** Functions that call what they are given, now or later, with the arguments behind it. `0` says where the callback is. */
export const runners: { readonly [symbol: string]: number } = {
  'asyncio.to_thread': 0,
  'anyio.to_thread.run_sync': 0,
  'starlette.concurrency.run_in_threadpool': 0,
  'fastapi.concurrency.run_in_threadpool': 0,
  'asyncio.get_event_loop().run_in_executor': 1,
  'asyncio.get_running_loop().run_in_executor': 1,
  'concurrent.futures.ThreadPoolExecutor().submit': 0,
  'concurrent.futures.ProcessPoolExecutor().submit': 0,
  'threading.Thread': 0,
  'functools.partial': 0,
  'asyncer.asyncify': 0,
  'asgiref.sync.sync_to_async': 0,
  'async_hooks#AsyncLocalStorage().run': 1,
  'async_hooks#AsyncLocalStorage().exit': 0,
  'async_hooks#AsyncResource().runInAsyncScope': 0,
  'contextvars.copy_context().run': 0,
  'contextvars.Context().run': 0,
};

/** Methods of classes to derive from that call methods of the derived class with what they are given. */
export const callsOwn: { readonly [symbol: string]: readonly string[] } = {
  'html.parser.HTMLParser().feed': ['handle_starttag', 'handle_startendtag', 'handle_data', 'handle_comment'],
  'xml.sax.handler.ContentHandler().feed': ['startElement', 'characters'],
};

/** What comes out is what went in: the first argument, awaited, bounded or waited for. */
export const transparent: ReadonlySet<string> = new Set(
  `
asyncio.run util#promisify util#default.promisify asyncio.wait_for asyncio.create_task asyncio.ensure_future asyncio.shield asyncio.gather asyncio.get_event_loop
asyncio.get_running_loop asyncio.TaskGroup.create_task asyncio.TaskGroup().create_task typing.cast langsmith/traceable#traceable langsmith#traceable @mastra/core/workspace#Workspace().resolveSandbox().retryOnDead copy.copy copy.deepcopy globalThis.Promise.all globalThis.Promise.allSettled
globalThis.Promise.resolve globalThis.structuredClone globalThis.Object.freeze
builtins.list builtins.tuple builtins.set builtins.sorted builtins.reversed builtins.iter builtins.enumerate builtins.zip builtins.dict
globalThis.Array.from globalThis.Object.values globalThis.Object.entries globalThis.Object.assign globalThis.Object.fromEntries
builtins.str globalThis.String builtins.aiter contextlib.closing contextlib.aclosing
`
    .trim()
    .split(/\s+/),
);

/** Functions after which only a number or a truth value is left. */
export const typing: ReadonlySet<string> = new Set(
  `
builtins.int builtins.float builtins.bool builtins.len builtins.abs builtins.round builtins.isinstance builtins.hasattr builtins.callable
builtins.ord builtins.hash builtins.id globalThis.Number globalThis.Boolean globalThis.parseInt globalThis.parseFloat globalThis.Number.parseInt
globalThis.Number.parseFloat globalThis.Number.isInteger globalThis.Array.isArray globalThis.isNaN uuid.UUID uuid#validate
decimal.Decimal datetime.datetime.fromisoformat datetime.date.fromisoformat datetime.datetime.strptime globalThis.Date.parse
`
    .trim()
    .split(/\s+/),
);

/** Asking a person: what comes back is a decision. */
export const asking: RegExp =
  /^(?:builtins\.input|inputimeout\.inputimeout|aioconsole\.ainput|pyinputplus\.inputYesNo|langgraph\.types\.interrupt|@langchain\/langgraph(?:\/web)?#interrupt|inquirer#.*\b(?:prompt|confirm)|@inquirer\/prompts#(?:confirm|input|select)|@clack\/prompts#(?:confirm|select|text)|prompts#default|click\.(?:confirm|prompt)|typer\.(?:confirm|prompt)|questionary\..*|rich\.prompt\.(?:Confirm|Prompt)\.ask|chainlit\.Ask\w+\(\)\.send|readline(?:\/promises)?#createInterface\(\)\.question|.*[#.]elicit(?:Input|_form|_url)?)$/;
