type System = 'linux' | 'darwin' | 'win32';

/** The command that shows the same listener in a terminal of the system, with tools that it comes with. */
export function lookupCommand(system: System, protocol: 'tcp' | 'udp', port: number): string {
  switch (system) {
    case 'linux':
      return `ss -H -${protocol === 'tcp' ? 't' : 'u'}lnp 'sport = :${port}'`;
    case 'darwin':
      return protocol === 'tcp' ? `lsof -nP -iTCP:${port} -sTCP:LISTEN` : `lsof -nP -iUDP:${port}`;
    case 'win32':
      // findstr takes a blank between quotes for an "or"; with /C: the text is one.
      return `netstat -ano -p ${protocol} | findstr /C:":${port} "`;
  }
}
