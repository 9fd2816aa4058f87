/** What the cards of tests show of them, without the screen. */
import {
	type Document,
	type ExpectClause,
	type Moment,
	type Plain,
	print,
	type TestDeclaration,
	type TestEvent,
} from '#grammar';
import type { Expectation, TestResult } from '#compiler';
import { dateWords, timeShown, words as sentences } from '../../../canvas/words.ts';
import { numberNode } from '../../../canvas/fragments.ts';
import type { TestRun } from '../../../proving/test-runner.ts';
import { words } from '../words.ts';

/** What came of a test, and whether it did so of the program as it is now. */
export interface KnownResult {
	readonly result: TestResult;
	readonly isFresh: boolean;
}

/** What is known of the test at an index among the tests; null where nothing is. */
export function resultOf({ results, fresh }: TestRun, index: number, name: string): KnownResult | null {
	const result = results[index];
	// A test that was moved or called otherwise since then is another one.
	return result?.name === name ? { result, isFresh: index < fresh } : null;
}

/** How many tests came to what, in words: `12 hold, 1 fails`. */
export function countWords(results: readonly TestResult[]): string {
	const count = (kind: TestResult['kind']) => results.filter((result) => result.kind === kind).length;
	const [held, failed, refused] = [count('passed'), count('failed'), count('refused')];
	return [
		...(held > 0 ? [words.tests.held({ count: held })] : []),
		...(failed > 0 ? [words.tests.failed({ count: failed })] : []),
		...(refused > 0 ? [words.tests.refused({ count: refused })] : []),
	].join(sentences.comma);
}

/** What happens in a test, in words: `Purchase, 7 Feb 2026, 12:30`. */
export function happeningWords({ clauses }: TestDeclaration): string {
	const events = clauses.filter((clause) => clause.kind === 'test-event');
	const [first] = events;
	if (!first) return words.tests.nothingHappens;
	const told = eventWords(first);
	return events.length === 1 ? told : words.tests.andMore({ event: told, count: events.length - 1 });
}

function eventWords({ event, at }: TestEvent): string {
	const name =
		event.kind === 'missing'
			? sentences.events.none
			: event.event === 'custom'
				? sentences.events.custom({ name: event.name?.kind === 'name' ? event.name.text : '…' })
				: sentences.events[event.event];
	return at.kind === 'missing' ? name : `${name}${sentences.comma}${momentWords(at)}`;
}

function momentWords({ date, time }: Moment): string {
	const day = dateWords(date);
	return time ? sentences.dateAndTime({ date: day, time: timeShown(time.minute) }) : day;
}

/** The names of the rules of which a test expects something. */
export function rulesTested({ declarations }: Document): ReadonlySet<string> {
	const tests = declarations.filter((declaration) => declaration.kind === 'test');
	const expects = tests.flatMap(({ clauses }) => clauses.filter((clause) => clause.kind === 'expect'));
	return new Set(expects.flatMap(({ what }) => (what.kind === 'name' ? [what.text] : [])));
}

/** The clause that expects what came. */
export function expectGot(clause: ExpectClause, { got }: Expectation): string {
	const points: Plain<ExpectClause>['points'] = numberNode(got);
	return print({ ...clause, points });
}
