#!/usr/bin/env node
import { main } from './main.ts';
import { processIo } from './process_io.ts';

// Not process.exit: what was written to a pipe may still be under way. And what was asked for may be
// done, and have been shown to nobody: then there is a code already.
process.exitCode = (await main(process.argv.slice(2), processIo())) || process.exitCode;
