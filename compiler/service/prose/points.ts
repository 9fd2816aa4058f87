import type {
	Duration,
	ExpiryClause,
	ExpiryDeclaration,
	Missing,
	PeriodEnd,
	RedemptionClause,
	RedemptionDeclaration,
} from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { counted, HOLE, joined, nameText, numberText, part, type ProsePart, wordText } from './words.ts';

/** `100 points are worth 1 AED; at most 50% of Net total can be paid with points`. */
export function redemptionParts({ clauses }: RedemptionDeclaration): ProsePart[] {
	const said = clauses.map((clause) => [part(redemptionText(clause), clause)]);
	return said.length === 0 ? [{ text: 'points cannot be spent' }] : joined(said, '; ');
}

/** A clause of `redemption`. */
export function redemptionText(clause: RedemptionClause): string {
	switch (clause.kind) {
		case 'worth': {
			const verb = numberText(clause.points) === '1' ? 'is' : 'are';
			return `${counted(clause.points, 'point')} ${verb} worth ${numberText(clause.amount)} ${nameText(clause.currency)}`;
		}
		case 'at-most':
			return `at most ${numberText(clause.share)} of ${nameText(clause.filter)} can be paid with points`;
		case 'at-least': {
			const steps = clause.steps ? `, in steps of ${numberText(clause.steps)}` : '';
			return `at least ${counted(clause.points, 'point')} must be spent at once${steps}`;
		}
		case 'raw':
			return 'a part that cannot be read';
		default:
			return unreachable(clause);
	}
}

/** `points can be spent 14 days after they are earned and lapse after 12 months`. */
export function expiryParts({ clauses }: ExpiryDeclaration): ProsePart[] {
	const said = clauses.map((clause) => [part(expiryText(clause), clause)]);
	return said.length === 0 ? [{ text: 'points never lapse' }] : [{ text: 'points ' }, ...joined(said, ' and ')];
}

/** A clause of `expiry`, as it follows `points`. */
export function expiryText(clause: ExpiryClause): string {
	switch (clause.kind) {
		case 'available':
			return `can be spent ${spendableText(clause.moment)}`;
		case 'expires':
			return `lapse ${momentText(clause.moment)}${clause.withoutActivity ? ' without activity' : ''}`;
		case 'raw':
			return 'a part that cannot be read';
		default:
			return unreachable(clause);
	}
}

function spendableText(moment: Duration | PeriodEnd | Missing): string {
	return moment.kind === 'duration' ? `${durationText(moment)} after they are earned` : momentText(moment);
}

/** `after 12 months`, `at the end of the month`. */
export function momentText(moment: Duration | PeriodEnd | Missing): string {
	switch (moment.kind) {
		case 'missing':
			return HOLE;
		case 'duration':
			return `after ${durationText(moment)}`;
		case 'period-end':
			return `at the end of the ${wordText(moment.period)}`;
		default:
			return unreachable(moment);
	}
}

function durationText({ count, unit }: Duration): string {
	return unit.kind === 'missing' ? `${numberText(count)} ${HOLE}` : counted(count, unit.text);
}
