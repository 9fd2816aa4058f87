import {
	chmodSync,
	lstatSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordedTerminal, standardInput } from './fixtures/recorded-terminal.ts';
import { fmtCommand } from './fmt-command.ts';

const UGLY = 'rule A{earn 5\nearn   6}';
const TIDY = 'rule A {\n  earn 5\n  earn 6\n}\n';
const BROKEN = 'rule B{\n   erne   5}\n\n\n\nrule C{earn 5}';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-fmt-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
	writeFileSync(join(folder, name), text);
	return join(folder, name);
}

async function fmt(inputs: readonly string[], { check = false, input = '' } = {}) {
	const terminal = recordedTerminal();
	const status = await fmtCommand({ inputs, check }, terminal, standardInput(input));
	return { status, printed: terminal.printed.join(''), failed: terminal.failures.join('\n') };
}

describe('programs are laid out', () => {
	test('in their files, of which those that changed are named', async () => {
		const [ugly, tidy] = [write('a.earn', UGLY), write('b.earn', TIDY)];
		const before = statSync(tidy).mtimeMs;
		expect(await fmt([folder])).toEqual({ status: 0, printed: `${ugly}\n`, failed: '' });
		expect(readFileSync(ugly, 'utf8')).toBe(TIDY);
		expect(statSync(tidy).mtimeMs).toBe(before);
		expect(readdirSync(folder)).toEqual(['a.earn', 'b.earn']);
		expect(await fmt([folder])).toEqual({ status: 0, printed: '', failed: '' });
	});

	test('from standard input to standard output', async () => {
		expect(await fmt(['-'], { input: UGLY })).toEqual({ status: 0, printed: TIDY, failed: '' });
		expect(await fmt(['-'], { input: TIDY })).toEqual({ status: 0, printed: TIDY, failed: '' });
	});

	test('through a link, which stays one, and with the rights that the file had', async () => {
		const file = write('real.earn', UGLY);
		chmodSync(file, 0o640);
		const link = join(folder, 'link.earn');
		symlinkSync(file, link);
		expect((await fmt([link])).status).toBe(0);
		expect(lstatSync(link).isSymbolicLink()).toBe(true);
		expect(readFileSync(file, 'utf8')).toBe(TIDY);
		expect(statSync(file).mode & 0o777).toBe(0o640);
	});

	test('as far as they can be read; what cannot stays, and is shown', async () => {
		const file = write('broken.earn', BROKEN);
		const { status, printed, failed } = await fmt([file, join(folder, 'gone.earn')]);
		expect({ status, printed }).toEqual({ status: 1, printed: `${file}\n` });
		expect(readFileSync(file, 'utf8')).toBe('rule B{\n   erne   5}\n\nrule C { earn 5 }\n');
		expect(failed).toContain(`╭─ ${file}:2:4`);
		expect(failed).toContain(`${file}: 1 error`);
		expect(failed).toContain('gone.earn cannot be read: there is no such file or folder');
	});
});

describe('with --check nothing is written', () => {
	test('and what would change is listed', async () => {
		const [ugly, tidy] = [write('a.earn', UGLY), write('b.earn', TIDY)];
		expect(await fmt([folder], { check: true })).toEqual({ status: 1, printed: `${ugly}\n`, failed: '' });
		expect(readFileSync(ugly, 'utf8')).toBe(UGLY);
		expect(await fmt([tidy], { check: true })).toEqual({ status: 0, printed: '', failed: '' });
	});

	test('and standard input is named, not printed', async () => {
		expect(await fmt(['-'], { check: true, input: UGLY })).toEqual({ status: 1, printed: 'standard input\n', failed: '' });
	});
});
