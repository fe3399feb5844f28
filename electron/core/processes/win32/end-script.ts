import type { ElevatedKill } from '../elevation.ts';
import type { ProcessIdentity } from '../process-reader.ts';

/** Three bits of the exit code for each. */
export const mostElevated = 10;

/**
 * The PowerShell that ends these processes with more rights. Nothing but numbers gets into it, whatever the caller hands
 * in, and it holds no double quote. The handle is opened before the start time is compared and kept to the end: as long
 * as it is open Windows gives the pid to nobody else. What it did is its exit code, see `end-report.ts`: the output of an
 * elevated program cannot be read. Short, because ShellExecute may cut arguments at 2,048 characters.
 */
export function endScript({ processes, force, graceMs, forceMs }: Omit<ElevatedKill, 'prompt'>): string {
  if (processes.length === 0 || processes.length > mostElevated) {
    throw new RangeError(`${processes.length} processes do not fit into one exit code`);
  }
  const wanted = processes.map(checked);
  return [
    `$ErrorActionPreference='SilentlyContinue'`,
    '[Diagnostics.Process]::EnterDebugMode()',
    `[long[]]$w=${wanted.map(({ pid }) => pid).join(',')}`,
    `[long[]]$t=${wanted.map(({ startTime }) => startTime).join(',')}`,
    `$n=${wanted.length};$h=@($null)*$n;$r=@(0)*$n`,
    // FILETIME counts 100 ns from 1601. CIM rounded the microseconds of the time to compare with.
    'function Same($p,$t){$f=$p.StartTime.ToFileTimeUtc();[Math]::Abs(($f-$f%10000)/10000-11644473600000-$t) -le 1}',
    'for($i=0;$i -lt $n;$i++){$p=$null;$p=[Diagnostics.Process]::GetProcessById($w[$i]);if($p){' +
      '$q=$null;$q=$p.Handle;' +
      'if(Same $p $t[$i]){if($q){$h[$i]=$p}else{$r[$i]=4}}}}',
    ...(force ? [] : [askLines(wholeNumber(graceMs))]),
    'for($i=0;$i -lt $n;$i++){$p=$h[$i];if($p -and -not $p.HasExited -and (Same $p $t[$i])){' +
      `try{$p.Kill();$r[$i]=2;if(-not $p.WaitForExit(${wholeNumber(forceMs)})){$r[$i]=3}}` +
      'catch{if(-not $p.HasExited){$r[$i]=4}}}}',
    '$c=1073741824;for($i=0;$i -lt $n;$i++){$c+=$r[$i]*[Math]::Pow(8,$i)};exit [int]$c',
  ].join(';');
}

/** WM_CLOSE reaches programs with a window on this desktop. What has none is not waited for. */
function askLines(graceMs: number): string {
  return (
    'for($i=0;$i -lt $n;$i++){$p=$h[$i];if($p -and (Same $p $t[$i]) -and $p.CloseMainWindow()){$r[$i]=1}};' +
    `$e=[DateTime]::UtcNow.AddMilliseconds(${graceMs});` +
    'for($i=0;$i -lt $n;$i++){if($r[$i] -eq 1){' +
    '$null=$h[$i].WaitForExit([int][Math]::Max(0,($e-[DateTime]::UtcNow).TotalMilliseconds))}}'
  );
}

function checked({ pid, startTime }: ProcessIdentity): ProcessIdentity {
  // 0 and 4 are the kernel.
  if (!Number.isSafeInteger(pid) || pid <= 4) throw new RangeError(`${pid} is not the pid of one program`);
  return { pid, startTime: wholeNumber(startTime) };
}

function wholeNumber(value: number): number {
  const whole = Math.trunc(value);
  if (!Number.isSafeInteger(whole) || whole < 0)
    throw new RangeError(`${value} is not a number of milliseconds`);
  return whole;
}
