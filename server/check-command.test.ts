import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkCommand } from './check-command.ts';
import { CAFE } from './fixtures/cafe.ts';
import { recordedTerminal, standardInput } from './fixtures/recorded-terminal.ts';

const UNUSED = 'filter "Unused" = total\n';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-check-'));
	writeFileSync(join(folder, 'good.earn'), CAFE);
	writeFileSync(join(folder, 'warned.earn'), CAFE + UNUSED);
	writeFileSync(join(folder, 'wrong.earn'), CAFE.replace('channels app', 'channel app'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(inputs: readonly string[], { json = false, input = '' } = {}) {
	const terminal = recordedTerminal();
	const status = await checkCommand({ inputs, json }, terminal, standardInput(input));
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
