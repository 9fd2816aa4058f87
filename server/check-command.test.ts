import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkCommand } from './check-command.ts';
import { CAFE } from './fixtures/cafe.ts';
import { recordedTerminal, standardInput } from './fixtures/recorded-terminal.ts';

const NOW = Date.UTC(2026, 1, 7);
const UNUSED = 'filter "Unused" = total\n';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-check-'));
	writeFileSync(join(folder, 'good.earn'), CAFE);
	writeFileSync(join(folder, 'warned.earn'), CAFE + UNUSED);
	writeFileSync(join(folder, 'wrong.earn'), CAFE.replace('channels app', 'channel app'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Options {
	readonly json?: boolean;
	readonly input?: string;
	readonly catalogue?: string;
	readonly warningsAsErrors?: boolean;
}

async function run(inputs: readonly string[], options: Options = {}) {
	const { json = false, input = '', catalogue = null, warningsAsErrors = false } = options;
	const terminal = recordedTerminal();
	const status = await checkCommand(
		{ inputs, json, catalogue, warningsAsErrors, nowMs: NOW },
		terminal,
		standardInput(input),
	);
	return { status, printed: terminal.printed.join(''), failed: terminal.failures.join('\n') };
}

test('every program of a folder is checked', async () => {
	const { status, printed } = await run([folder]);
	expect(status).toBe(1);
	expect(printed).toContain(`${folder}/good.earn: no problems\n`);
	expect(printed).toContain(`${folder}/warned.earn: 1 warning\n`);
	expect(printed).toContain(`╭─ ${folder}/wrong.earn:6:3`);
});

test('a warning is no failure, and a missing file is one', async () => {
	expect((await run([join(folder, 'warned.earn')])).status).toBe(0);
	const { status, failed } = await run([join(folder, 'gone.earn'), join(folder, 'good.earn')]);
	expect({ status, failed }).toEqual({
		status: 1,
		failed: `${folder}/gone.earn cannot be read: there is no such file or folder`,
	});
});

test('standard input is checked', async () => {
	expect(await run(['-'], { input: CAFE })).toEqual({ status: 0, printed: 'standard input: no problems\n', failed: '' });
});

test('as JSON with lines and columns', async () => {
	const { status, printed } = await run([folder], { json: true });
	expect(status).toBe(1);
	expect(JSON.parse(printed)).toMatchObject({
		files: [
			{ file: join(folder, 'good.earn'), errors: 0, warnings: 0, problems: [] },
			{
				errors: 0,
				warnings: 1,
				problems: [
					{
						code: 'unused-filter',
						severity: 'warning',
						message: expect.any(String) as string,
						from: { line: 17, column: 8 },
						to: { line: 17, column: 16 },
					},
				],
			},
			{ file: join(folder, 'wrong.earn'), warnings: expect.any(Number) as number },
		],
	});
});

test('a warning fails where it is asked to', async () => {
	expect((await run([join(folder, 'warned.earn')], { warningsAsErrors: true })).status).toBe(1);
	expect((await run([join(folder, 'good.earn')], { warningsAsErrors: true })).status).toBe(0);
});

test('dates are over by the clock', async () => {
	const over = `${CAFE}rule "Over" { active until 2026-02-06 earn 1 }\n`;
	const { printed } = await run(['-'], { input: over });
	expect(printed).toContain('warning[dates-over]');
	expect((await run(['-'], { input: over.replace('02-06', '02-07') })).printed).toBe('standard input: no problems\n');
});

test('names are checked against a catalogue, and its members against the tiers', async () => {
	const catalogue = join(folder, 'catalog.json');
	const members = [{ id: 'M-1', tier: 'Gold' }, { id: 'M-2', tier: 'Glod', birthDate: '1990-02-07' }, { id: 'M-3' }];
	writeFileSync(
		catalogue,
		JSON.stringify({ stores: [{ id: 'a', name: 'A', chain: 'Mall' }], items: [{ sku: 'B', name: 'B' }], members }),
	);
	const { status, printed } = await run([join(folder, 'good.earn')], { catalogue });
	expect(status).toBe(1);
	expect(printed).toContain('No item of the catalogue has the category `Drinks`');
	expect(printed).toContain(
		`good.earn: the catalogue ${catalogue} does not fit this program
  /members/1/tier: \`Glod\` is not a tier of this program. Did you mean \`Gold\`?
`,
	);
	const json = JSON.parse((await run([join(folder, 'good.earn')], { catalogue, json: true })).printed) as {
		files: unknown[];
	};
	expect(json.files).toMatchObject([{ errors: 0, warnings: 1, catalogueFaults: [{ code: 'unknown-tier' }] }]);
});

test('every fault of a catalogue is said with its place', async () => {
	const catalogue = join(folder, 'catalog.json');
	const wrong = { stores: [{ id: 'a' }], items: [], members: [{ id: 'M-1', birthDate: '1990-02-30' }], shops: [] };
	writeFileSync(catalogue, JSON.stringify(wrong));
	const { status, printed, failed } = await run([join(folder, 'good.earn')], { catalogue });
	expect({ status, printed }).toEqual({ status: 1, printed: '' });
	expect(failed).toBe(`The catalogue ${catalogue} does not have the form of a catalogue:
  /stores/0/name: This is missing; expected string.
  /shops: There is no field \`shops\` here. Remove it.
  /members/0/birthDate: \`1990-02-30\` is not a date. Send a day that exists, such as 1990-02-07.`);
});
