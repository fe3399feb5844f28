import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

/** The files of a key and of a certificate that signed itself, made for this test. */
export async function makeCertificate(): Promise<readonly [key: string, cert: string]> {
  const folder = await temporaryFolder();
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, '-subj', '/CN=localhost', '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  return [key, cert];
}
