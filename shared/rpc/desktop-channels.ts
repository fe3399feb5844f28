/** The two messages that pass between preload and main process outside the pipe: the wish for a port, and the port. */
export const channels = { connect: 'berth:connect', port: 'berth:port' } as const;
