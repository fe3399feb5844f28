/** The interface cannot be offered where it was wanted; the message is a sentence for the person. */
export class ListenError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ListenError';
  }
}

/** Why a port cannot be listened on, and what to do. `holder` is who holds it, where that is known. */
export function listenError(code: string | undefined, port: number, holder: string | null): ListenError {
  switch (code) {
    case 'EADDRINUSE':
      return new ListenError(
        `Port ${port} is held by ${holder ?? 'a program that this user may not see'}; ` +
          'choose another with --port, or leave --port out and Berth finds one.',
      );
    case 'EACCES':
      return new ListenError(
        port < 1024
          ? `Port ${port} is privileged and this user may not listen on it; choose one from 1024 up with --port.`
          : `The system does not let this user listen on port ${port}; choose another with --port.`,
      );
    default:
      return new ListenError(
        `Port ${port} on 127.0.0.1 cannot be listened on (${code ?? 'no reason given'}).`,
      );
  }
}
