// npm start: installs and builds what is missing or stale, then serves.
import { buildWeb, install, runTandem } from './project.mjs';

install();
buildWeb();
runTandem(['serve', ...process.argv.slice(2)]);
