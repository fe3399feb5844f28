import { createHash } from 'node:crypto';

/** One style for all pages of ours. The colours are those of the app. */
export const pageStyle = `
:root{color-scheme:light dark;--bg:#f6f7f9;--surface:#fff;--line:#e3e7ec;--row-line:#eceff2;--hover:#f1f4f7;--text:#17202a;--muted:#576574;--faint:#5f6c7a;--accent:#086b61;--ring:#0b7f73}
@media(prefers-color-scheme:dark){:root{--bg:#0f1216;--surface:#151a20;--line:#262f39;--row-line:#1f272f;--hover:#1a2129;--text:#e8edf2;--muted:#93a1b0;--faint:#8896a6;--accent:#4cc2b4;--ring:#4cc2b4}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:13px/18px "Inter Variable",Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",sans-serif}
a{color:inherit;text-decoration:none}
a:focus-visible{outline:2px solid var(--ring);outline-offset:2px;border-radius:4px}
main{max-width:960px;margin:0 auto;padding:24px 16px 32px}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 16px;padding:0 16px 16px}
h1{flex:1 1 auto;margin:0;font-size:17px;line-height:24px;font-weight:650;overflow-wrap:anywhere}
h1 a{color:var(--muted);font-weight:450}
h1 a:hover{color:var(--accent)}
h1 i{margin:0 6px;color:var(--faint);font-style:normal;font-weight:400}
.sum{margin:0;color:var(--muted);font-variant-numeric:tabular-nums}
.sheet{background:var(--surface);border:1px solid var(--line);border-radius:10px;overflow:hidden}
table{width:100%;border-collapse:collapse}
th{padding:0 16px;height:28px;border-bottom:1px solid var(--line);color:var(--muted);font-size:11px;font-weight:600;text-align:left;white-space:nowrap}
th a{display:inline-flex;align-items:center;gap:4px;height:27px}
th a:hover{color:var(--text)}
th[aria-sort] a{color:var(--text)}
td{padding:9px 16px;height:38px;border-bottom:1px solid var(--row-line);vertical-align:top}
tr:last-child td{border-bottom:0}
tbody tr{position:relative}
tbody tr:hover{background:var(--hover)}
td a{unicode-bidi:isolate;overflow-wrap:anywhere}
td a::after{content:"";position:absolute;inset:0}
td a:focus-visible{outline:0}
td a:focus-visible::after{outline:2px solid var(--ring);outline-offset:-2px;border-radius:4px}
.n{padding-left:42px;text-indent:-26px;width:100%}
.n a{text-indent:0}
.n svg{width:16px;height:16px;margin:1px 10px 0 0;vertical-align:top;color:var(--faint)}
.d svg{color:var(--muted)}
.d a{font-weight:600}
.s,.m{text-align:right;white-space:nowrap;color:var(--muted)}
.s{font-family:"JetBrains Mono Variable",ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:12px;font-variant-numeric:tabular-nums}
th.s{font-family:inherit;font-size:11px}
.up td{color:var(--muted)}
.none{margin:0;padding:32px 16px;color:var(--muted);text-align:center}
footer{padding:12px 16px;color:var(--faint);font-size:12px;display:flex;justify-content:space-between;gap:16px}
footer a:hover{color:var(--accent)}
.word{max-width:520px;margin:18vh auto 0;padding:0 24px}
.word b{display:block;color:var(--faint);font:600 30px/36px "JetBrains Mono Variable",ui-monospace,Menlo,Consolas,monospace}
.word h1{margin:8px 0 4px}
.word p{margin:0 0 16px;color:var(--muted)}
.word a{color:var(--accent);font-weight:500}
.word a:hover{text-decoration:underline}
@media(max-width:560px){main{padding:16px 0 24px}.sheet{border-width:1px 0;border-radius:0}.m{display:none}}
@media print{body{background:#fff}}
`;

const styleHash = `sha256-${createHash('sha256').update(pageStyle).digest('base64')}`;

/** Headers of our own pages: nothing runs in them but, with live reload, its script. */
export function pageHeaders(hasScript: boolean): readonly string[] {
  const script = hasScript ? "; script-src 'self'; connect-src 'self'" : '';
  const fixed = "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  const policy = `default-src 'none'; img-src data:; style-src '${styleHash}'${script}; ${fixed}`;
  return ['Content-Type', 'text/html; charset=utf-8', 'Content-Security-Policy', policy];
}

/** `title` is text, the rest is HTML. */
export function pageWith(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><style>${pageStyle}</style></head><body>${body}</body></html>`;
}
