import { of, symbolRows } from '../../build-rows.ts';

/** Puppeteer and Selenium. */
export const puppeteer = symbolRows(
  { kind: 'api', why: 'Browser automation.', reference: 'https://pptr.dev/api' },
  [
    {
      symbols: of(
        [
          'puppeteer#launch().newPage().',
          'puppeteer#default.launch().newPage().',
          'puppeteer-core#launch().newPage().',
          'puppeteer-core#connect().newPage().',
          'puppeteer-extra#launch().newPage().',
          'puppeteer#Page().',
          'pyppeteer.launch().newPage().',
          '@cloudflare/puppeteer#launch().newPage().',
        ],
        'goto',
      ),
      capabilities: ['web.browse'],
      arguments: { url: [0] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'puppeteer#launch().newPage().',
          'puppeteer-core#launch().newPage().',
          'puppeteer-extra#launch().newPage().',
          'puppeteer#Page().',
          'pyppeteer.launch().newPage().',
        ],
        '$ $$ $$eval $eval content pdf screenshot title',
      ),
      capabilities: ['browser.read'],
      result: 'content',
    },
    {
      symbols: of(
        [
          'puppeteer#launch().newPage().',
          'puppeteer-core#launch().newPage().',
          'puppeteer-extra#launch().newPage().',
          'puppeteer#Page().',
          'pyppeteer.launch().newPage().',
        ],
        'click focus hover keyboard.press keyboard.type select tap type',
      ),
      capabilities: ['browser.act'],
      arguments: { body: [1] },
      result: 'none',
    },
    {
      symbols: of(
        [
          'puppeteer#launch().newPage().',
          'puppeteer-core#launch().newPage().',
          'puppeteer-extra#launch().newPage().',
          'puppeteer#Page().',
          'pyppeteer.launch().newPage().',
        ],
        'addScriptTag evaluate evaluateHandle',
      ),
      capabilities: ['browser.script'],
      arguments: { code: [0] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'selenium.webdriver.Chrome().',
          'selenium.webdriver.Firefox().',
          'selenium.webdriver.Edge().',
          'selenium.webdriver.Remote().',
          'undetected_chromedriver.Chrome().',
          'selenium-webdriver#Builder().build().',
        ],
        'get',
      ),
      capabilities: ['web.browse'],
      arguments: { url: [0] },
      result: 'content',
      reference: 'https://www.selenium.dev/documentation/webdriver/',
    },
    {
      symbols: of(
        [
          'selenium.webdriver.Chrome().',
          'selenium.webdriver.Firefox().',
          'selenium.webdriver.Remote().',
          'selenium-webdriver#Builder().build().',
        ],
        'find_element find_elements get_screenshot_as_base64 get_screenshot_as_png page_source save_screenshot title findElement getPageSource takeScreenshot',
      ),
      capabilities: ['browser.read'],
      result: 'content',
      reference: 'https://www.selenium.dev/documentation/webdriver/',
    },
    {
      symbols: of(
        [
          'selenium.webdriver.Chrome().find_element().',
          'selenium.webdriver.Firefox().find_element().',
          'selenium.webdriver.Remote().find_element().',
          'selenium.webdriver.remote.webelement.WebElement().',
        ],
        'clear click send_keys submit',
      ),
      capabilities: ['browser.act'],
      arguments: { body: [0] },
      result: 'none',
      reference: 'https://www.selenium.dev/documentation/webdriver/',
    },
    {
      symbols: of(
        [
          'selenium.webdriver.Chrome().',
          'selenium.webdriver.Firefox().',
          'selenium.webdriver.Remote().',
          'selenium-webdriver#Builder().build().',
        ],
        'executeScript execute_async_script execute_script',
      ),
      capabilities: ['browser.script'],
      arguments: { code: [0] },
      result: 'content',
      reference: 'https://www.selenium.dev/documentation/webdriver/',
    },
  ],
);
