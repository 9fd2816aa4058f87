import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CAFE } from './fixtures/cafe.ts';
import { recordedTerminal, standardInput } from './fixtures/recorded-terminal.ts';
import { testCommand } from './test-command.ts';

const PASSING = 'test "A dirham" { purchase at 2026-02-07 12:30 { item "A" 1 x 1.00 } expect total 1 }\n';
const FAILING = 'test "Ten" {\n  purchase at 2026-02-07 { item "A" 1 x 10.00 }\n  expect "Point a dirham" earns 11\n}\n';
const EVENT = 'test "Check-in" { check_in at 2026-02-07 expect total 0 }\n';
const AT_METRO = 'test "Metro" { purchase at 2026-02-07 { store "metro" } expect "Mall" earns 7 }\n';
const CATALOGUE = { stores: [{ id: 'metro', name: 'Metro', chain: 'Mall' }], items: [{ sku: 'A', name: 'A' }] };

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

interface Options {
	readonly json?: boolean;
	readonly filter?: string;
	readonly catalogue?: string;
	readonly input?: string;
}

async function run(inputs: readonly string[], options: Options = {}) {
	const { json = false, filter = null, catalogue = null, input = '' } = options;
	const terminal = recordedTerminal();
	const status = await testCommand({ inputs, json, filter, catalogue }, terminal, standardInput(input));
	return { status, printed: terminal.printed.join(''), failed: terminal.failures.join('\n') };
}

test('each test is shown with what came of it, a failure with its place and its reason', async () => {
	const path = file('a.earn', CAFE + PASSING + FAILING + EVENT);
	const { status, printed } = await run([path]);
	const line = CAFE.split('\n').length + 3;
	expect(status).toBe(1);
	expect(printed).toBe(`${path}
  ✓ A dirham
  ✗ Ten
    Expected \`Point a dirham\` to earn 11; it earned 10.
       ╭─ ${path}:${line}:3
       │
    ${line} │   expect "Point a dirham" earns 11
       │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       ╰─ \`Total without fees, taxes and tip\` 10.00 gives 10.
  ✓ Check-in

2 passed, 1 failed: 3 tests of 1 program.
`);
});

test('a program with errors is shown with them, and its tests are not run', async () => {
	const path = file('a.earn', `${CAFE}rule "Wrong" { earn "Nothing" }\n${PASSING}`);
	const { status, printed, failed } = await run([path]);
	expect(status).toBe(1);
	expect(printed).toMatch(/ {2}✗ A dirham\n {4}The program has errors\. There is no .*`Nothing`\.\n\n/);
	expect(printed).toMatch(/\n1 could not be run: 1 test of 1 program\.\n$/);
	expect(failed).toMatch(/^error\[unknown-name\][\s\S]*: 1 error/);
});

test('many programs, folders and standard input, each once', async () => {
	const path = file('a.earn', CAFE + PASSING);
	file('b.earn', CAFE);
	const { status, printed } = await run([folder, path, '-'], { input: CAFE + PASSING });
	expect(status).toBe(0);
	expect(printed).toBe(`${path}\n  ✓ A dirham\n\nstandard input\n  ✓ A dirham\n\n2 passed: 2 tests of 2 programs.\n`);
	expect(await run([join(folder, 'b.earn')])).toEqual({ status: 0, printed: 'No tests.\n', failed: '' });
});

test('among many programs, those that did not pass are named once more', async () => {
	const first = file('a.earn', CAFE + PASSING + FAILING);
	const second = file('second.earn', `${CAFE}rule "Wrong" { earn "Nothing" }\n${PASSING}`);
	const line = CAFE.split('\n').length;
	const { printed } = await run([folder]);
	expect(printed).toMatch(/\n\nNot passed:\n/);
	expect(printed.split('\n').slice(-6)).toEqual([
		'Not passed:',
		`  ${first}:${line + 1}  Ten`,
		`  ${second}:${line + 1}  A dirham`,
		'',
		'1 passed, 1 failed, 1 could not be run: 3 tests of 2 programs.',
		'',
	]);
	expect((await run([first])).printed).not.toContain('Not passed');
});

test('a file that is not there fails, and the others are run', async () => {
	const path = file('a.earn', CAFE + PASSING);
	const { status, printed, failed } = await run([join(folder, 'gone.earn'), path]);
	expect({ status, failed }).toEqual({
		status: 1,
		failed: `${folder}/gone.earn cannot be read: there is no such file or folder`,
	});
	expect(printed).toContain('1 passed');
});

test('tests are chosen by name', async () => {
	const path = file('a.earn', CAFE + PASSING + FAILING);
	expect(await run([path], { filter: 'DIRHAM' })).toMatchObject({
		status: 0,
		printed: `${path}\n  ✓ A dirham\n\n1 passed: 1 test of 1 program.\n`,
	});
	expect(await run([path], { filter: 'nobody' })).toEqual({
		status: 1,
		printed: 'No tests.\n',
		failed: 'No test has `nobody` in its name.',
	});
});

test('a catalogue says which chain a store is of, and which names exist', async () => {
	const path = file('a.earn', CAFE + AT_METRO);
	const catalogue = file('catalog.json', JSON.stringify(CATALOGUE));
	expect((await run([path])).printed).toContain('Expected `Mall` to earn 7; it earned 0.');
	expect(await run([path], { catalogue })).toMatchObject({ status: 0 });
	const other = file('other.json', JSON.stringify({ stores: [{ id: 'x', name: 'X' }], items: [] }));
	const { status, failed } = await run([path], { catalogue: other });
	expect(status).toBe(1);
	expect(failed).toContain('There is no store called `metro`.');
});

test('a catalogue that cannot be read ends it', async () => {
	const path = file('a.earn', CAFE + PASSING);
	const { status, printed, failed } = await run([path], { catalogue: join(folder, 'none.json') });
	expect({ status, printed }).toEqual({ status: 1, printed: '' });
	expect(failed).toMatch(/none\.json cannot be read: there is no such file or folder$/);
});

test('as JSON', async () => {
	const path = file('a.earn', CAFE + FAILING + EVENT);
	const { status, printed } = await run([path], { json: true });
	const line = CAFE.split('\n').length;
	expect(status).toBe(1);
	expect(JSON.parse(printed)).toEqual({
		files: [
			{
				file: path,
				tests: [
					{
						name: 'Ten',
						result: 'failed',
						from: { line, column: 1 },
						to: { line: line + 3, column: 2 },
						expectations: [
							{
								what: { kind: 'rule', name: 'Point a dirham' },
								recipient: null,
								holds: false,
								expected: '11',
								got: '10',
								reason: '`Total without fees, taxes and tip` 10.00 gives 10.',
								from: { line: line + 2, column: 3 },
								to: { line: line + 2, column: 35 },
							},
						],
					},
					{
						name: 'Check-in',
						result: 'passed',
						from: { line: line + 4, column: 1 },
						to: { line: line + 4, column: 58 },
						expectations: [
							{
								what: { kind: 'total' },
								recipient: null,
								holds: true,
								expected: '0',
								got: '0',
								reason: 'Nothing was awarded.',
								from: { line: line + 4, column: 42 },
								to: { line: line + 4, column: 56 },
							},
						],
					},
				],
			},
		],
		totals: { programs: 1, passed: 1, failed: 1, refused: 0 },
	});
});

test('an interruption ends it after the program under way', async () => {
	file('a.earn', CAFE + PASSING);
	file('b.earn', CAFE + PASSING);
	const controller = new AbortController();
	controller.abort();
	const terminal = { ...recordedTerminal(), interruption: () => ({ signal: controller.signal, release: () => undefined }) };
	const request = { inputs: [folder], json: false, filter: null, catalogue: null };
	expect(await testCommand(request, terminal, standardInput(''))).toBe(130);
	expect(terminal.printed.join('')).toBe('No tests.\n');
});
