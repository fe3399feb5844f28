/**
 * What every answer carries. `host` is the Host that the page was asked under, already checked: the page may connect
 * to exactly that. CSP has no spelling for an IPv6 literal, there `'self'` alone says it.
 */
export function securityHeaders(host: string): Record<string, string> {
  const socket = host.startsWith('[') ? '' : ` ws://${host}`;
  return headersWith([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    ...fixed,
  ]);
}

/** For a page of ours that needs nothing but the one style with this hash. */
export function bareSecurityHeaders(styleHash: string): Record<string, string> {
  return headersWith(["default-src 'none'", `style-src '${styleHash}'`, 'img-src data:', ...fixed]);
}

/** For the page that only runs the one script with this hash. */
export function admitSecurityHeaders(scriptHash: string): Record<string, string> {
  return headersWith(["default-src 'none'", `script-src '${scriptHash}'`, 'img-src data:', ...fixed]);
}

const fixed = ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];

function headersWith(policy: readonly string[]): Record<string, string> {
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
