import type { ChromiumPage, PausedRequest } from '../chromium/chromium-page.ts';
import { answerOwnScheme } from './protocol.ts';
import { fromPageAddress } from './scheme-addresses.ts';

/** Lets a request of the page go on, or answers it with the app's handler of its scheme. */
export async function answerPageRequest(page: ChromiumPage, paused: PausedRequest): Promise<void> {
  const { requestId, request } = paused;
  const address = fromPageAddress(request.url);
  if (address === request.url) return void (await page.send('Fetch.continueRequest', { requestId }));
  try {
    const response = await answerOwnScheme(address, request.method, { ...request.headers });
    await page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  } catch (error) {
    console.error(`electron-host: ${address} was not answered:`, error);
    await refusePageRequest(page, paused);
  }
}

export async function refusePageRequest(page: ChromiumPage, { requestId }: PausedRequest): Promise<void> {
  await page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
}
