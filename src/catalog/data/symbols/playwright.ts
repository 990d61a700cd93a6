import { of, symbolRows } from '../../build-rows.ts';

/** Browser sessions of Stagehand’s HTTP API. */
const stagehandSessions = [
  'stagehand.AsyncStagehand().sessions.start().',
  'stagehand.Stagehand().sessions.start().',
  'stagehand.AsyncStagehand().sessions.',
  'stagehand.Stagehand().sessions.',
];

/** Playwright, Patchright and agents built on it. */
export const playwright = symbolRows(
  { kind: 'api', why: 'Browser automation.', reference: 'https://playwright.dev/docs/api/class-page' },
  [
    {
      symbols: of(
        [
          'playwright.async_api.Page().',
          'playwright.sync_api.Page().',
          'playwright.async_api.Browser().new_page().',
          'playwright.sync_api.Browser().new_page().',
          'playwright#chromium.launch().newPage().',
          'playwright#chromium.launch().newContext().newPage().',
          'playwright#Page().',
          'playwright-core#chromium.launch().newPage().',
          'playwright-core#Page().',
          'playwright-core#chromium.connectOverCDP().contexts().pages().',
          '@playwright/test#Page().',
          'playwright.sync_api.sync_playwright().start().chromium.launch().new_page().',
          'playwright.async_api.async_playwright().start().chromium.launch().new_page().',
          'playwright.async_api.async_playwright().chromium.launch().new_page().',
          'playwright.sync_api.sync_playwright().chromium.launch().new_page().',
          'playwright.async_api.async_playwright().chromium.launch().new_context().new_page().',
          'playwright.sync_api.sync_playwright().chromium.launch().new_context().new_page().',
          'patchright.async_api.Page().',
        ],
        'goto',
      ),
      capabilities: ['web.browse'],
      arguments: { url: [0, 'url'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'playwright.async_api.Page().',
          'playwright.sync_api.Page().',
          'playwright#chromium.launch().newPage().',
          'playwright#Page().',
          'playwright-core#Page().',
          '@playwright/test#Page().',
          'playwright.async_api.async_playwright().chromium.launch().new_page().',
          'playwright.sync_api.sync_playwright().chromium.launch().new_page().',
        ],
        'accessibility.snapshot allInnerTexts all_inner_texts content evaluate_handle getAttribute get_attribute innerHTML innerText inner_html inner_text inputValue pdf query_selector query_selector_all screenshot textContent text_content title',
      ),
      capabilities: ['browser.read'],
      result: 'content',
    },
    {
      symbols: of(
        [
          'playwright.async_api.Page().',
          'playwright.sync_api.Page().',
          'playwright#chromium.launch().newPage().',
          'playwright#Page().',
          'playwright-core#Page().',
          '@playwright/test#Page().',
          'playwright.async_api.Page().locator().',
          'playwright.sync_api.Page().locator().',
          'playwright#Page().locator().',
          'playwright-core#Page().locator().',
          'playwright.async_api.async_playwright().chromium.launch().new_page().',
          'playwright.sync_api.sync_playwright().chromium.launch().new_page().',
        ],
        'check click dblclick dispatchEvent fill keyboard.press keyboard.type press pressSequentially press_sequentially selectOption select_option setInputFiles set_input_files tap type',
      ),
      capabilities: ['browser.act'],
      arguments: { body: [0, 1, 'value', 'text'] },
      result: 'none',
    },
    {
      symbols: of(
        [
          'playwright.async_api.Page().',
          'playwright.sync_api.Page().',
          'playwright#chromium.launch().newPage().',
          'playwright#Page().',
          'playwright-core#Page().',
          '@playwright/test#Page().',
          'playwright.async_api.async_playwright().chromium.launch().new_page().',
          'playwright.sync_api.sync_playwright().chromium.launch().new_page().',
        ],
        'addInitScript addScriptTag add_init_script add_script_tag evaluate',
      ),
      capabilities: ['browser.script'],
      arguments: { code: [0, 'expression'] },
      result: 'content',
    },
    {
      symbols: of(
        ['playwright.async_api.Page().', 'playwright.sync_api.Page().', 'playwright#Page().'],
        'setContent set_content',
      ),
      capabilities: ['render.html'],
      arguments: { body: [0, 'html'] },
      result: 'none',
    },
    {
      symbols: [
        'playwright#chromium.launchPersistentContext',
        'playwright#chromium.connectOverCDP',
        'playwright-core#chromium.launchPersistentContext',
        'playwright-core#chromium.connectOverCDP',
        ...of(
          [
            'playwright.async_api.async_playwright().chromium.',
            'playwright.sync_api.sync_playwright().chromium.',
            'playwright.async_api.async_playwright().start().chromium.',
          ],
          'connect_over_cdp launch_persistent_context',
        ),
      ],
      capabilities: ['browser.session'],
      result: 'content',
      why: 'Uses a profile or a running browser with its logins.',
    },
    {
      symbols: of(['browser_use.Agent().', 'browser_use.agent.service.Agent().'], 'run'),
      capabilities: ['web.browse', 'browser.act', 'browser.read'],
      result: 'content',
      reference: 'https://docs.browser-use.com/',
      why: 'An agent of its own that drives a browser.',
    },
    {
      symbols: of(stagehandSessions, 'navigate'),
      capabilities: ['web.browse'],
      arguments: { url: [0, 'url'] },
      result: 'status',
      reference: 'https://docs.stagehand.dev/',
      why: 'Opens a page in a browser that the service or this machine runs.',
    },
    {
      symbols: of([...stagehandSessions, '@browserbasehq/stagehand#Stagehand().agent().'], 'execute'),
      capabilities: ['web.browse', 'browser.act', 'browser.read'],
      arguments: { body: [0, 'instruction', 'execute_options'] },
      result: 'content',
      reference: 'https://docs.stagehand.dev/',
      why: 'An agent of its own that drives a browser.',
    },
    {
      symbols: of(
        [
          '@browserbasehq/stagehand#Stagehand().',
          '@browserbasehq/stagehand#Stagehand().page.',
          'stagehand.Stagehand().page.',
          'stagehand.Stagehand().',
          ...stagehandSessions,
        ],
        'act',
      ),
      capabilities: ['browser.act'],
      arguments: { body: [0, 'input', 'action'] },
      result: 'status',
      reference: 'https://docs.stagehand.dev/',
    },
    {
      symbols: of(
        [
          '@browserbasehq/stagehand#Stagehand().',
          '@browserbasehq/stagehand#Stagehand().page.',
          'stagehand.Stagehand().page.',
          'stagehand.Stagehand().',
          ...stagehandSessions,
        ],
        'extract observe',
      ),
      capabilities: ['browser.read'],
      result: 'content',
      reference: 'https://docs.stagehand.dev/',
    },
    {
      symbols: of(['@browserbasehq/stagehand#Stagehand().page.', 'stagehand.Stagehand().page.'], 'goto'),
      capabilities: ['web.browse'],
      arguments: { url: [0] },
      result: 'content',
      reference: 'https://docs.stagehand.dev/',
    },
    {
      symbols: [
        'hyperbrowser.Hyperbrowser().scrape.start_and_wait',
        'hyperbrowser.Hyperbrowser().crawl.start_and_wait',
        '@hyperbrowser/sdk#Hyperbrowser().scrape.startAndWait',
      ],
      capabilities: ['web.browse'],
      arguments: { url: [0] },
      result: 'content',
      reference: 'https://docs.hyperbrowser.ai/',
    },
  ],
);
