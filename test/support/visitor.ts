import { mkdirSync } from 'node:fs';
import type { BrowserContext, ConsoleMessage, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import type { Language } from '../../api/rules/languages.js';
import { axeCheck, newContext, scrollsSideways, type ContextOptions, type sizes } from './browser.js';
import { startOfTests } from './clock.js';
import { samplePassword, type TestServer } from './server.js';

/** Folder for a picture of every screen looked at; no pictures without it. */
const pictures = process.env['PICTURES'];

type Size = keyof typeof sizes;

/** Everybody who comes to the server of a test file, each in a browser of their own. */
export interface Visitors {
  /**
   * The person with this user name or code, signed in by the form,
   * at a desk or with a phone; the same page each time.
   */
  at(userNameOrCode: string, size?: Size): Promise<Visitor>;
  /** Somebody who has not signed in. */
  come(size: Size): Promise<Visitor>;
  /**
   * A new page of the person, who has signed in before. What is opened in a test is closed after it. Its clock
   * runs, an hour behind that of the server, so that what is done in it has happened.
   */
  page(userNameOrCode: string, size?: Size, options?: PageOptions): Promise<Page>;
  /**
   * Moves the server and every browser of {@link at} to a later day, eight in the morning;
   * everybody signs in again, as one does then.
   */
  setDay(day: string): Promise<void>;
}

/** What may differ from a Vietnamese page in the light theme, on the server of the test file. */
export interface PageOptions extends Pick<ContextOptions, 'theme' | 'baseURL'> {
  language?: Language;
}

/** Lets people of the sample work side by side in the browser. */
export function useVisitors(it: TestServer): Visitors {
  const known = new Map<string, Promise<Visitor>>();
  /** Contexts that stay until the end of the file, and those of the test that runs. */
  const contexts: BrowserContext[] = [];
  let ofTest: BrowserContext[] | undefined;
  const close = (some: BrowserContext[]) => Promise.all(some.splice(0).map((context) => context.close()));
  beforeEach(() => {
    ofTest = [];
  });
  afterEach(async ({ task }) => {
    if (pictures && task.result?.state === 'fail')
      await Promise.all([...known.values()].map(async (visitor) => (await visitor).picture('failed')));
    await close(ofTest ?? []);
    ofTest = undefined;
  });
  afterAll(() => close(contexts));

  const open = async (size: Size, name: string): Promise<Visitor> => {
    const context = await newContext({ size, baseURL: it.server.url });
    contexts.push(context);
    await context.clock.setFixedTime(it.clock.now());
    return new Visitor(await context.newPage(), `${size}-${name}`);
  };
  const signedIn = async (who: string, size: Size): Promise<Visitor> => {
    await it.as(who);
    const visitor = await open(size, who);
    await visitor.signIn(who);
    return visitor;
  };
  return {
    at(who, size = 'desk') {
      const key = `${size}-${who}`;
      const there = known.get(key) ?? signedIn(who, size);
      known.set(key, there);
      return there;
    },
    come: (size) => open(size, 'stranger'),
    async page(who, size = 'desk', { baseURL = it.server.url, theme, language } = {}) {
      const context = await newContext({ size, baseURL, ...(theme && { theme }) });
      (ofTest ?? contexts).push(context);
      await context.clock.install({ time: new Date(startOfTests.getTime() - 3_600_000) });
      if (language) await context.addInitScript((chosen) => localStorage.setItem('soat.language', chosen), language);
      const [name, value] = (await it.signIn(who)).cookie.split('=') as [string, string];
      await context.addCookies([{ name, value, url: baseURL }]);
      return context.newPage();
    },
    async setDay(day) {
      it.clock.set(day);
      await Promise.all(contexts.map((context) => context.clock.setFixedTime(it.clock.now())));
      for (const visitor of known.values()) (await visitor).isSignedOut = true;
    },
  };
}

/** Goes to an address and waits until its heading stands and nothing is being read. */
export async function openPage(page: Page, address: string, heading: RegExp | string = /./): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await settled(page);
}

/** Lets time pass in a page of {@link Visitors.page}: what waits for it is done, and its requests have been sent. */
export async function passes(page: Page, milliseconds: number): Promise<void> {
  await page.clock.runFor(milliseconds);
  // Requests leave the page in order: those of the time that passed are on their way before this one is answered.
  await page.evaluate(() => fetch('/healthz').catch(() => {}));
}

/** Notes the mutations that the page sends from now on. */
export function sentFrom(page: Page): () => string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    const [, name] = /"query":"\s*mutation (\w+)/.exec(request.postData() ?? '') ?? [];
    if (name) sent.push(name);
  });
  return () => sent;
}

/** Waits until nothing is being read and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  await page
    .locator('main')
    .getByText(/^(Đang tải|Loading)/)
    .or(page.locator('main [aria-busy=true]'))
    .first()
    .waitFor({ state: 'detached' });
  await page.evaluate(() =>
    document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))),
  );
}

/** Somebody at a screen, who reads, clicks and types, and never enters an address. */
export class Visitor {
  private readonly complaints: string[] = [];
  private seen = 0;
  /** The session has ended overnight. */
  isSignedOut = false;

  constructor(
    readonly page: Page,
    private readonly name: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => this.heed(message));
  }

  /** A refusal is answered with 200; other failed requests and errors of scripts are faults. */
  private heed(message: ConsoleMessage): void {
    if (message.type() === 'error') this.complaints.push(`${message.text()} ${message.location().url}`);
  }

  async signIn(userName: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByLabel('Tên đăng nhập').fill(userName.toLowerCase());
    await this.page.getByLabel('Mật khẩu', { exact: true }).fill(samplePassword);
    await this.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await this.heading('Việc của tôi');
  }

  /** The password is asked for where one is. */
  private async signInAgain(): Promise<void> {
    this.isSignedOut = false;
    // A page that reads again by itself has asked already.
    await this.page.getByRole('link', { name: 'Việc của tôi', exact: true }).first().dispatchEvent('click');
    await this.page.getByRole('dialog').getByLabel('Mật khẩu', { exact: true }).fill(samplePassword);
    await this.confirm('Đăng nhập');
  }

  /** The dialog that is open, or else the page. */
  private get front(): Locator {
    return this.page.locator('dialog[open], main:not(:has(dialog[open]))').last();
  }

  heading(name: string | RegExp): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** Goes to a module by the navigation: beside the page, at its foot, or behind "Thêm". */
  async module(name: string): Promise<void> {
    if (this.isSignedOut) await this.signInAgain();
    const link = this.page
      .getByRole('navigation', { name: 'Điều hướng chính' })
      .getByRole('link', { name, exact: true });
    if (!(await link.filter({ visible: true }).count()))
      await this.page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await this.page.getByRole('link', { name, exact: true }).filter({ visible: true }).first().click();
  }

  /** Opens a task of "Việc của tôi": the item with all of these words. */
  async tasks(...words: (string | RegExp)[]): Promise<void> {
    await this.module('Việc của tôi');
    await this.heading('Việc của tôi');
    const items = this.page.getByRole('main').getByRole('listitem').getByRole('link');
    await words
      .reduce((found, hasText) => found.filter({ hasText }), items)
      .first()
      .click();
  }

  /** Follows a link of the page or the open dialog. */
  link(name: string | RegExp): Promise<void> {
    return this.front
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  /** Presses a button of the page or the open dialog. */
  press(name: string | RegExp): Promise<void> {
    return this.front
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  /** Types into a field by its label. */
  async type(label: string | RegExp, text: string): Promise<void> {
    await this.front
      .getByLabel(label)
      .and(this.page.locator('textarea, input:not([type=radio], [type=checkbox])'))
      .first()
      .fill(text);
  }

  /** Chooses from a list of choices. */
  async choose(label: string | RegExp, option: string | RegExp): Promise<void> {
    const field = this.front.getByLabel(label).first();
    const found = async () =>
      (await field.getByRole('option').allInnerTexts()).find((each) =>
        typeof option === 'string' ? each === option : option.test(each),
      );
    // Choices are read from the server and come later than the field.
    await expect.poll(found, { message: `${String(label)} offers ${String(option)}` }).toBeDefined();
    await field.selectOption({ label: (await found())! });
  }

  /** Ticks a box, or one of several. */
  async tick(name: string | RegExp): Promise<void> {
    await this.front.getByRole('checkbox', { name }).or(this.front.getByRole('radio', { name })).first().check();
  }

  /** Types a name and takes the person that is offered. */
  async pick(label: string | RegExp, name: string): Promise<void> {
    const field = this.front.getByLabel(label).first();
    await field.click();
    await field.fill(name);
    await this.front
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
  }

  /** Presses, signs with the password, and waits until the dialog is gone. */
  async sign(button: string): Promise<void> {
    await this.press(button);
    await this.type(/mật khẩu/i, samplePassword);
    await this.confirm(button);
  }

  /** Presses the button of the open dialog and waits until it closes. */
  async confirm(button: string): Promise<void> {
    await this.press(button);
    const dialog = this.page.locator('dialog[open]');
    await dialog.waitFor({ state: 'detached' }).catch(async () => {
      throw new Error(`The dialog stays open after “${button}”:\n${await dialog.innerText()}`);
    });
  }

  /** Waits until the page says this. */
  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Waits until a message in the corner says this, and puts it away: the next one may say the same. */
  async said(text: string | RegExp): Promise<void> {
    const message = this.page.locator('[role=status] > div').filter({ hasText: text }).filter({ visible: true }).last();
    await message.getByRole('button', { name: 'Đóng', exact: true }).click();
  }

  /** Looks at the screen: nothing that keeps people out, no sideways scrolling, no fault in the console. */
  async look(what: string): Promise<void> {
    await settled(this.page);
    await this.picture(what);
    expect({
      what,
      sideways: await scrollsSideways(this.page),
      complaints: this.complaints,
      faults: await axeCheck(this.page),
    }).toEqual({ what, sideways: false, complaints: [], faults: [] });
  }

  /** Keeps a picture of the screen, where pictures are wanted. */
  async picture(what: string): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    const path = `${pictures}/${this.name}-${String((this.seen += 1)).padStart(2, '0')}-${what}.png`;
    const { width, height } = await this.page.evaluate(() => ({
      width: innerWidth,
      height: Math.min(document.documentElement.scrollHeight, 2400),
    }));
    const inDialog = (await this.page.locator('dialog[open]').count()) > 0;
    await this.page.screenshot(inDialog ? { path } : { path, fullPage: true, clip: { x: 0, y: 0, width, height } });
  }
}
