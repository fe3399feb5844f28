/**
 * Runs in the served pages. A window that nobody sees gives its stream back, because a browser opens only six connections
 * to a host; it compares the sequence when it is seen again.
 */
export const reloadScript = `(() => {
  const events = new URL('events', document.currentScript.src);
  let stream = null;
  let seen = null;

  const disconnect = () => {
    stream?.close();
    stream = null;
  };
  const connect = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(events);
    stream.addEventListener('state', ({ data }) => note(JSON.parse(data)));
    stream.addEventListener('change', ({ data }) => note(JSON.parse(data)));
    stream.addEventListener('trouble', ({ data }) => console.warn(JSON.parse(data)));
    stream.addEventListener('error', () => {
      if (stream?.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(comeBack, 1000);
    });
  };
  const note = ({ sequence, styles }) => {
    if (seen !== null && sequence !== seen && !(styles && sequence === seen + 1 && swap(styles, sequence))) {
      location.reload();
    }
    seen = sequence;
  };
  const swap = (styles, sequence) => {
    const links = [...document.querySelectorAll('link[rel~="stylesheet"][href]')];
    const hits = styles.map((path) => links.filter(({ href }) => isAt(href, path)));
    if (hits.some((found) => found.length === 0)) return false;
    for (const link of hits.flat()) replace(link, sequence);
    return true;
  };
  const isAt = (href, path) => {
    const url = new URL(href);
    return url.origin === location.origin && decodeURIComponent(url.pathname) === path;
  };
  const replace = (link, sequence) => {
    const url = new URL(link.href);
    url.searchParams.set('berth', sequence);
    const next = link.cloneNode();
    next.href = url;
    next.addEventListener('load', () => link.remove());
    next.addEventListener('error', () => next.remove());
    link.after(next);
  };
  // The server was started again and its streams have another name: the page must be fetched anew.
  const comeBack = () => {
    if (document.hidden) return;
    fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
      () => location.reload(),
      () => setTimeout(comeBack, 1000),
    );
  };

  document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', connect);
  connect();
})();
`;
