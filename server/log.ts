import { pino } from 'pino';
import type { RequestLog } from './requests.ts';

/** The server's log: one JSON object a line on standard output, times in UTC. */
export interface Log extends RequestLog {
	/** Something that happened to the server as a whole. */
	event(message: string, details?: Readonly<Record<string, unknown>>): void;
	warning(message: string): void;
}

/** A log of lines of this level and above. */
export function createLog(level: string): Log {
	const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
	return {
		request: (line) => logger.info(line, 'request'),
		failure: (requestId, error) =>
			logger.error({ requestId, error: pino.stdSerializers.errWithCause(asError(error)) }, 'failed'),
		event: (message, details = {}) => logger.info(details, message),
		warning: (message) => logger.warn(message),
	};
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
