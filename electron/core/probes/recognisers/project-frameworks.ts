import type { Listener } from '../../../../shared/contract/ports.ts';
import type { Process, Project } from '../../../../shared/contract/processes.ts';
import { type Framework, frameworkNamed } from '../../lib/frameworks.ts';
import { commandFacts } from '../command-facts.ts';
import { developerPort } from '../developer-ports.ts';
import type { Recognition } from '../recognition.ts';
import { languageOfOwnCode } from '../runs-project.ts';
import { whyUntouched } from '../untouched-ports.ts';

/**
 * From here on systems give out numbers by themselves (Linux from 32768, others from 49152): debuggers, live reload and
 * workers of a program take those, and rarely what it serves.
 */
const firstGivenOut = 32_768;

/** Numbers that are the framework's as well as anybody's; all others are left to what they are known for. */
const ofAnybody: ReadonlySet<string> = new Set(['dev-server', 'web', 'file-server', 'notebook', 'metrics']);

/** What a process serves by what its project depends on, where nothing nearer says so. */
export function recogniseByProject(owner: Process, { port, protocol }: Listener): Recognition | null {
  const { project } = owner;
  if (!project?.frameworks?.length || protocol === 'udp' || port >= firstGivenOut) return null;
  const known = developerPort(port, 'tcp');
  if (whyUntouched(port) !== null || (known && !(ofAnybody.has(known.kind) && known.step !== null)))
    return null;
  const language = languageOfOwnCode(commandFacts(owner), project);
  if (language === null) return null;
  const its = project.frameworks.flatMap((name) => {
    const framework = frameworkNamed(name);
    return framework?.ecosystem === language ? [framework] : [];
  });
  const ofPort = known && its.find(({ product }) => firstWord(product) === firstWord(known.product));
  const framework = ofPort ?? its[0];
  return framework ? recognition(framework, project, ofPort ? port : null) : null;
}

function firstWord(product: string): string | undefined {
  return product.split(' ', 1)[0];
}

function recognition(framework: Framework, project: Project, port: number | null): Recognition {
  const { kind, product, name } = framework;
  const evidence = `${name} in ${manifestOf(framework, project)}`;
  return {
    identity: {
      kind,
      product,
      target: null,
      confidence: 'likely',
      source: 'project',
      evidence: port === null ? evidence : `${evidence}, port ${port}`,
    },
    step: 'http',
    gentle: false,
  };
}

function manifestOf({ ecosystem }: Framework, { manifest }: Project): string {
  switch (ecosystem) {
    case 'npm':
      return 'package.json';
    case 'python':
      // Of two files only the first is known by name.
      return manifest === 'requirements.txt' ? manifest : 'the Python requirements';
    case 'rust':
      return 'Cargo.toml';
    case 'go':
      return 'go.mod';
    case 'java':
      return 'pom.xml';
    case 'php':
      return 'composer.json';
    case 'ruby':
      return 'Gemfile';
  }
}
