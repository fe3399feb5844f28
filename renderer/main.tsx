import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { Root } from './root.tsx';
import { startApp } from './start-app.ts';
import { onWake } from './transport/on-wake.ts';
import { openPipe } from './transport/open-pipe.ts';
import { pathOfDroppedFile } from './transport/path-of-dropped-file.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

const { app } = startApp(openPipe, pathOfDroppedFile);
onWake(app.reconnect);
createRoot(place).render(<Root app={app} />);
