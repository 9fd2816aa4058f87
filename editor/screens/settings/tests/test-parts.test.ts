import { describe, expect, it } from 'vitest';
import { parse, type TestDeclaration } from '#grammar';
import { compile, runTests } from '#compiler';
import { NOT_RUN } from '../../../proving/test-runner.ts';
import { expectationWords } from '../../../proving/expectation-words.ts';
import { countWords, expectGot, happeningWords, resultOf, rulesTested } from './test-parts.ts';

const PROGRAM = `program "Shop" { currency EUR timezone "Europe/Berlin" points with 1 decimals }
rule "Flat" { earn 2.5 }
test "Holds" { purchase at 2026-02-07 12:30 { item "A" 1 x 1.00 } expect total 2.5 }
test "Fails" { purchase at 2026-02-07 expect "Flat" earns 1_000 expect total 2.5 }
test "Stops" { purchase at 2026-03-29 02:30 expect total 1 }
`;

const results = runTests(compile(PROGRAM));

function testIn(text: string): TestDeclaration {
	const declaration = parse(text).document.declarations.at(-1);
	if (declaration?.kind !== 'test') throw new Error('No test');
	return declaration;
}

describe('what is shown of tests', () => {
	it('counts what came of them', () => {
		expect(countWords(results)).toBe('1 holds, 1 fails, 1 could not be run');
		expect(countWords([...results, ...results].filter(({ kind }) => kind === 'passed'))).toBe('2 hold');
	});

	it('is theirs by place and name, and fresh as far as they were run again', () => {
		const run = { ...NOT_RUN, results, fresh: 1 };
		expect(resultOf(run, 0, 'Holds')).toEqual({ result: results[0], isFresh: true });
		expect(resultOf(run, 1, 'Fails')).toEqual({ result: results[1], isFresh: false });
		expect(resultOf(run, 0, 'Fails')).toBeNull();
		expect(resultOf(run, 3, 'More')).toBeNull();
	});

	it('says what happens', () => {
		const happens = (clauses: string) => happeningWords(testIn(`test "T" { ${clauses} }`));
		expect(happens('purchase at 2026-02-07 12:30')).toBe('Purchase, 7 Feb 2026, 12:30');
		expect(happens('event "survey" at 2026-02-07 check_in at 2026-02-08')).toBe(
			'Event survey, 7 Feb 2026, and 1 thing more',
		);
		expect(happens('expect total 1')).toBe('Nothing happens');
	});

	it('says what was expected as the command line does, and takes over what came', () => {
		const [, failed] = results;
		const [expectation] = failed && 'expectations' in failed ? failed.expectations : [];
		const { document } = parse(PROGRAM);
		const clause = document.declarations
			.flatMap((each) =>
				each.kind === 'test' && each.name.kind === 'name' && each.name.text === 'Fails' ? each.clauses : [],
			)
			.find((each) => each.kind === 'expect');
		if (!expectation || !clause) throw new Error('Nothing is expected');
		expect(expectationWords(expectation)).toBe('Expected `Flat` to earn 1000.0; it earned 2.5.');
		expect(expectGot(clause, expectation)).toBe('expect "Flat" earns 2.5');
		expect([...rulesTested(document)]).toEqual(['Flat']);
	});
});
