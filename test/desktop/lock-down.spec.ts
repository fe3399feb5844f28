import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { test as base, expect, showsList } from './desktop.ts';

/** A page of another program on this machine, and how often somebody asked for it. */
const test = base.extend<{ stranger: { readonly address: string; requests(): number } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here.
  stranger: async ({}, use) => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      response.setHeader('content-type', 'text/html');
      response.end('<title>stranger</title><p>somewhere else</p>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await use({ address: `http://127.0.0.1:${port}/`, requests: () => requests });
    server.closeAllConnections();
    server.close();
  },
});

/** The policy that the browser reports when it stops an inline script. */
function violatedPolicy(page: Page): Promise<{ directive: string; policy: string; ran: boolean }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const state = window as unknown as { injected?: boolean };
        const answer = (directive: string, policy: string) =>
          resolve({ directive, policy, ran: state.injected === true });
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, originalPolicy }) =>
          answer(effectiveDirective, originalPolicy),
        );
        const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.head.append(script);
        setTimeout(() => answer('none', ''), 2000);
      }),
  );
}

test('a script that is written into the page does not run', async ({ desktop: { page } }) => {
  const { directive, policy, ran } = await violatedPolicy(page);
  expect(ran).toBe(false);
  expect(directive).toBe('script-src-elem');
  expect(policy).toContain("default-src 'none'");
});

test('the policy keeps the page from asking anybody', async ({ desktop: { page }, stranger }) => {
  const { asked, directives } = await page.evaluate(async (address) => {
    const stopped: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
    const outcome = (promise: Promise<unknown>) =>
      promise.then(
        () => 'asked',
        () => 'refused',
      );
    const socket = new Promise((resolve, reject) => {
      const opened = new WebSocket(address.replace('http', 'ws'));
      opened.onopen = resolve;
      opened.onerror = reject;
    });
    const outcomes = [await outcome(fetch(address, { mode: 'no-cors' })), await outcome(socket)];
    // The report of the socket's refusal comes after the refusal.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { asked: outcomes, directives: stopped };
  }, stranger.address);
  expect(asked).toEqual(['refused', 'refused']);
  expect(directives).toEqual(['connect-src', 'connect-src']);
  expect(stranger.requests()).toBe(0);
});

test('the page cannot be led elsewhere', async ({ desktop: { page, control }, stranger }) => {
  const before = (await control.windows())[0]?.url;
  await page.evaluate((address) => {
    window.location.href = address;
  }, stranger.address);
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    document.body.append(link);
    link.click();
  }, stranger.address);
  await page.waitForTimeout(500);
  expect(stranger.requests()).toBe(0);
  expect((await control.windows()).map(({ url }) => url)).toEqual([before]);
  await showsList(page);
});

test('no window opens; an address of this machine goes to the browser, others nowhere', async ({
  desktop: { page, control },
  stranger,
}) => {
  await page.evaluate((local) => {
    window.open('https://example.test/');
    window.open('file:///etc/passwd');
    window.open('http://127.0.0.1.example.test/');
    window.open('http://name:word@127.0.0.1/');
    const link = document.createElement('a');
    link.href = local;
    link.target = '_blank';
    document.body.append(link);
    link.click();
  }, stranger.address);
  await expect.poll(control.openedUrls).toEqual([stranger.address]);
  await page.waitForTimeout(300);
  expect(await control.openedUrls()).toEqual([stranger.address]);
  expect(await control.windows()).toHaveLength(1);
  expect(stranger.requests()).toBe(0);
});

test('place, camera, microphone and notifications are refused, and so is reading the clipboard', async ({
  desktop: { page },
}) => {
  const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read', 'midi'];
  const states = () =>
    page.evaluate(
      (asked) =>
        Promise.all(
          asked.map(
            async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
          ),
        ),
      names,
    );
  await expect.poll(states).toEqual(names.map(() => 'denied'));
  const read = await page.evaluate(() =>
    navigator.clipboard.readText().then(
      () => 'read',
      () => 'refused',
    ),
  );
  expect(read).toBe('refused');
});

test('writing an address into the clipboard is allowed', async ({ desktop: { page } }) => {
  const query = () =>
    page.evaluate(
      async () => (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
    );
  await expect.poll(query).toBe('granted');
});
