/** Where a page in a browser keeps its key: storage belongs to one port, unlike cookies. */
export const pageKeyItem = 'berth-page-key';

/** The WebSocket protocol that a page asks for, with its key as the second: a browser lets it send no header of its own. */
export const socketProtocol = 'berth';
