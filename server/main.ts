/** The server's process: `npm start`. */
import { runServer } from './run-server.ts';

process.exitCode = await runServer(process.env);
