export interface ProcessQuestion {
  /** Null asks for all processes. */
  readonly pids: readonly number[] | null;
  /** Command line and executable, too. */
  readonly withCommand: boolean;
  /** Owner and services, too. One more call for every process. */
  readonly withOwner: boolean;
}

/** More than this in one filter, and WMI may refuse it as too complex: then everything is asked for. */
export const manyPids = 100;

/**
 * The PowerShell for one question. Holds no double quote, so that it survives being one argument. Prints UTF-8 bytes
 * past the console, whose code page would spoil every name that is not ASCII, and numbers for dates, whose text form
 * depends on the language.
 */
export function processScript({ pids, withCommand, withOwner }: ProcessQuestion): string {
  const filter = filterOf(pids);
  const properties = ['Handle', 'ProcessId', 'ParentProcessId', 'Name', 'CreationDate'];
  if (withCommand) properties.push('CommandLine', 'ExecutablePath');
  const source = `Get-CimInstance -ClassName Win32_Process -Property ${properties.join(',')}${filter}`;
  const parts = [
    prelude,
    `foreach($p in @(${source})){${startLines};${withOwner ? ownerLines : '$user=$null'};${sayProcess}}`,
  ];
  if (withOwner) parts.push(serviceLines(filter));
  return parts.join(';');
}

const prelude =
  `$ErrorActionPreference='SilentlyContinue';$ProgressPreference='SilentlyContinue';` +
  `$out=[Console]::OpenStandardOutput();` +
  `function Say($fields){` +
  `$bytes=[Text.Encoding]::UTF8.GetBytes((ConvertTo-Json -InputObject $fields -Compress)+[char]10);` +
  `$out.Write($bytes,0,$bytes.Length)}`;

const startLines =
  `$start=$null;` + `if($p.CreationDate){$start=([DateTimeOffset]$p.CreationDate).ToUnixTimeMilliseconds()}`;

const ownerLines =
  `$user=$null;$owner=Invoke-CimMethod -InputObject $p -MethodName GetOwner;` +
  `if($owner.User){$user=$(if($owner.Domain){$owner.Domain+'\\'+$owner.User}else{$owner.User})}`;

const sayProcess =
  `Say @{pid=$p.ProcessId;parent=$p.ParentProcessId;name=$p.Name;start=$start;` +
  `command=$p.CommandLine;executable=$p.ExecutablePath;user=$user}`;

function serviceLines(filter: string): string {
  const source = `Get-CimInstance -ClassName Win32_Service -Property Name,ProcessId${filter}`;
  return `foreach($s in @(${source})){if($s.ProcessId){Say @{pid=$s.ProcessId;service=$s.Name}}}`;
}

function filterOf(pids: readonly number[] | null): string {
  if (pids === null || pids.length > manyPids) return '';
  // Only whole numbers get into the script, whatever the caller hands in.
  const terms = pids.filter((pid) => Number.isSafeInteger(pid) && pid >= 0).map((pid) => `ProcessId=${pid}`);
  return ` -Filter '${terms.join(' OR ')}'`;
}
