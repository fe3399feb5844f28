import { powershellText } from './powershell-text.ts';
import { quoteArgument } from './quote-argument.ts';

/**
 * The PowerShell that asks the system for an administrator who lets another PowerShell run this script, waits for that and
 * prints `exit 1073741825`, or `refused 1223` with the number that Windows gives as the reason. Not Start-Process: it keeps
 * only the translated words of the reason, and fails when it is to wait for an elevated program.
 */
export function elevateScript(powershell: string, script: string): string {
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script].map(quoteArgument).join(' ');
  return [
    `$i=New-Object Diagnostics.ProcessStartInfo`,
    `$i.FileName=${powershellText(powershell)}`,
    `$i.Arguments=${powershellText(args)}`,
    `$i.Verb='runas';$i.UseShellExecute=$true;$i.WindowStyle='Hidden'`,
    `try{$p=[Diagnostics.Process]::Start($i);$p.WaitForExit();$say='exit '+$p.ExitCode}` +
      `catch{$e=$_.Exception;while($e.InnerException){$e=$e.InnerException};$say='refused '+$e.NativeErrorCode}`,
    '[Console]::Out.Write($say)',
  ].join(';');
}
