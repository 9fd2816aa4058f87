/** Faults that only the engine can find: they take the member or the outcome to know. */
import { nearest, type Problem } from '#grammar';
import { type Fault, shown } from './fault.ts';

/** The transaction's member does not exist. */
export function unknownMember(member: string): Fault {
	const message = `There is no member ${shown(member)} in this program. Create the member first, with PUT …/members/{id}.`;
	return { path: '/member', code: 'unknown-member', message };
}

/** A tier that the program does not have, with the nearest that it has. */
export function unknownTier(path: string, tier: string, known: readonly string[]): Fault {
	const close = nearest(tier, known);
	const hint =
		close === undefined
			? `It has ${known.length === 0 ? 'no tiers' : known.map(shown).join(', ')}.`
			: `Did you mean ${shown(close)}?`;
	return { path, code: 'unknown-tier', message: `${shown(tier)} is not a tier of this program. ${hint}` };
}

/** A text takes more of a stored member than is kept. */
export function notKept(path: string, { message }: Problem): Fault {
	const hint = 'Send `asMember` to evaluate for a made-up one.';
	return { path, code: 'state-not-kept', message: `This text cannot be evaluated for a stored member: ${message} ${hint}` };
}

/** The outcome is beyond what a ledger can hold exactly. */
export function tooManyPoints(source: string): Fault {
	const message = `This transaction would earn more than 15 digits of points, by ${shown(source)}. Add a limit to the program.`;
	return { path: '', code: 'too-many-points', message };
}

/** What the member has earned in all would be beyond what a ledger can hold exactly. */
export function balanceFull(member: string): Fault {
	const message = `With this transaction ${shown(member)} would have earned more than 15 digits of points. Nothing was recorded.`;
	return { path: '', code: 'too-many-points', message };
}
