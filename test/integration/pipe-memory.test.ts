import { createMemoryPipes } from '../fakes/memory-pipe.ts';
import { describePipe } from '../helpers/pipe-behaviours.ts';

describePipe('memory', async () => ({ ...createMemoryPipes(), dispose: async () => undefined }));
