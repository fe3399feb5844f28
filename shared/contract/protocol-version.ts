/** Raised whenever an older page could misread what a newer Berth says. In a file of its own, free of schemas, for pages. */
export const protocolVersion = 1;
