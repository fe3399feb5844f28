import { describe, expect, test } from 'vitest';
import { injectScript } from '../../../../../../electron/core/folders/server/inject-script.ts';

const inject = (page: string) => injectScript(Buffer.from(page), '<S>').toString();

describe('injectScript', () => {
  test('goes before the end of the body, the last one', () => {
    expect(inject('<body>a</body></html>')).toBe('<body>a<S></body></html>');
    expect(inject('<body>a</BODY >')).toBe('<body>a<S></BODY >');
    expect(inject('<script>"</body>"</script></body>')).toBe('<script>"</body>"</script><S></body>');
  });

  test('goes to the end where no body ends', () => {
    expect(inject('<p>a')).toBe('<p>a<S>');
    expect(inject('')).toBe('<S>');
  });

  test('leaves every other byte as it is', () => {
    const page = Buffer.concat([
      Buffer.from([0xfc, 0x80, 0xff, 0x00]),
      Buffer.from('</body>'),
      Buffer.from([0xe4]),
    ]);
    const injected = injectScript(page, '<S>');
    expect(Buffer.compare(Buffer.concat([injected.subarray(0, 4), injected.subarray(7)]), page)).toBe(0);
  });

  test('does not touch UTF-16', () => {
    const page = Buffer.from('\ufeff<body></body>', 'utf16le');
    expect(injectScript(page, '<S>')).toBe(page);
  });
});
