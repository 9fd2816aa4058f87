/** What a row of the catalogue of problems consists of. */
import type { Severity } from './problem.ts';
import type { InEnglish } from './saying.ts';

/** One problem: how grave it is, what is wrong and what to do about it. `wants` only carries the type of its parts. */
export interface Row<P> {
	readonly severity: Severity;
	readonly message: (parts: InEnglish<P>) => string;
	readonly hint?: (parts: InEnglish<P>) => string | undefined;
	readonly wants?: (parts: P) => void;
}

type Sentence<P> = Row<P>['message'];
type Hint<P> = NonNullable<Row<P>['hint']>;

/** A problem that keeps a program from being published. */
export function error<P>(message: Sentence<P>, hint?: Hint<P>): Row<P> {
	return hint ? { severity: 'error', message, hint } : { severity: 'error', message };
}

/** A problem that may be meant. */
export function warning<P>(message: Sentence<P>, hint?: Hint<P>): Row<P> {
	return hint ? { severity: 'warning', message, hint } : { severity: 'warning', message };
}

/** The hint that names the nearest known name, where there is one. */
export const didYouMean = ({ nearest }: { nearest?: string | undefined }): string | undefined =>
	nearest ? `Did you mean \`${nearest}\`?` : undefined;
