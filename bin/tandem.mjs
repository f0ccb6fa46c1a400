#!/usr/bin/env node
// npx tandem …: any command of Tandem.
import { install, runTandem } from './project.mjs';

install();
runTandem(process.argv.slice(2));
