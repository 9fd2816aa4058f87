import { applyEdits, parse } from '#grammar';
import { expect, test } from 'vitest';
import { type Operation, planOperation } from '../index.ts';

/** A text after an operation; where that is refused, `refused: ` and the reason. */
export function edited(text: string, operation: Operation): string {
	const planned = planOperation(text, parse(text).document, operation);
	return planned.ok ? applyEdits(text, planned.edits) : `refused: ${planned.reason}`;
}

/** One row of a table of edits. */
export interface EditRow {
	readonly name: string;
	readonly before: string;
	readonly operation: Operation;
	readonly after: string;
}

/** A test for each row: the text after the operation is as written. */
export function table(rows: readonly EditRow[]): void {
	test.each(rows)('$name', ({ before, operation, after }) => {
		expect(edited(before, operation)).toBe(after);
	});
}

/** A rule that is the first declaration of its text. */
export function rule(inside: string): string {
	return `rule "Lunch" {\n${inside}}\n`;
}

/** A rule with conditions, each on lines of their own. */
export function when(inside: string): string {
	return rule(`  when {\n${inside}  }\n  earn 10\n`);
}
