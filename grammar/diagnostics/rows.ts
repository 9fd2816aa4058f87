/** What a row of the catalogue of problems consists of. */
import type { Severity } from './problem.ts';

/** One problem: how grave it is, what is wrong and what to do about it. */
export interface Row<P> {
	readonly severity: Severity;
	readonly message: (parts: P) => string;
	readonly hint?: (parts: P) => string | undefined;
}

/** A problem that keeps a program from being published. */
export function error<P>(message: (parts: P) => string, hint?: (parts: P) => string | undefined): Row<P> {
	return hint ? { severity: 'error', message, hint } : { severity: 'error', message };
}

/** A problem that may be meant. */
export function warning<P>(message: (parts: P) => string, hint?: (parts: P) => string | undefined): Row<P> {
	return hint ? { severity: 'warning', message, hint } : { severity: 'warning', message };
}

/** The hint that names the nearest known name, where there is one. */
export const didYouMean = ({ nearest }: { nearest?: string | undefined }): string | undefined =>
	nearest ? `Did you mean \`${nearest}\`?` : undefined;
