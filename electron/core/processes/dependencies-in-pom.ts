/** `spring-boot-starter-web` is told as `spring-boot-starter` and `spring-boot` too: a framework is many artifacts. */
export function* dependenciesInPom(content: string): Generator<string> {
  const body = withoutComments(content);
  for (const element of ['parent', 'dependency', 'plugin']) {
    for (const block of blocksOf(body, element)) {
      let name = /<artifactId>\s*([^<\s]+)/.exec(block)?.[1]?.slice(0, 200) ?? '';
      for (; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('-'), 0))) yield name;
    }
  }
}

/** One step through the text, however often an element is opened and never closed. */
export function* blocksOf(content: string, element: string): Generator<string> {
  let start = content.indexOf(`<${element}>`);
  while (start >= 0) {
    const end = content.indexOf(`</${element}>`, start);
    if (end < 0) return;
    yield content.slice(start, end);
    start = content.indexOf(`<${element}>`, end);
  }
}

/** XML without its comments; one that is not closed hides the rest. */
export function withoutComments(content: string): string {
  let kept = '';
  let from = 0;
  while (true) {
    const start = content.indexOf('<!--', from);
    if (start < 0) return kept + content.slice(from);
    kept += content.slice(from, start);
    const end = content.indexOf('-->', start + 4);
    if (end < 0) return kept;
    from = end + 3;
  }
}
