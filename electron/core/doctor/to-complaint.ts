import type { Complaint } from '../../../shared/contract/doctor.ts';
import { expectedTitle } from './expected-programs.ts';
import type { Pasted, Tool } from './pasted.ts';

const toolTitles: Readonly<Record<Tool, string>> = {
  node: 'Node.js',
  python: 'Python',
  java: 'Java',
  go: 'Go',
  rust: 'Rust',
  dotnet: '.NET',
  php: 'PHP',
  ruby: 'Ruby',
  docker: 'Docker',
  kubernetes: 'Kubernetes',
  curl: 'curl',
  browser: 'Browser',
  nginx: 'nginx',
  apache: 'Apache',
  postgres: 'PostgreSQL',
  mysql: 'MySQL',
  mongodb: 'MongoDB',
  redis: 'Redis',
  ssh: 'OpenSSH',
  windows: 'Windows',
};

/** What was understood, in words for a person. */
export function toComplaint({ symptom, port, address, host, tool, expects, side }: Pasted): Complaint {
  return {
    symptom,
    port,
    host: host ?? address,
    tool: tool && toolTitles[tool],
    expects: expects && expectedTitle(expects),
    side,
  };
}
