import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { explainCommand } from './explain-command.ts';
import { CAFE } from './fixtures/cafe.ts';
import { recordedTerminal, standardInput } from './fixtures/recorded-terminal.ts';

const OVER = `
rule "Over" { status disabled active from 2026-01-01 until 2026-03-31 priority -5 earn 5 }
rule "Wrong" { earn "Nothing" }
rule "Misspelt" { erne 5 }
segment "Staff"
attribute transaction payment_method one of cash, card
exclusive "Deals" picks highest points
campaign "Friday" { multiply points by 3 rule "Early" { earn 5 } }
redemption { 100 points = 1 AED }
expiry { expires after 12 months }
test "Nothing" { purchase at 2026-02-07 expect total 0 }
`;

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-explain-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(
	inputs: readonly string[],
	{ json = false, input = '', catalogue = null }: { json?: boolean; input?: string; catalogue?: string | null } = {},
) {
	const terminal = recordedTerminal();
	const status = await explainCommand({ inputs, json, catalogue }, terminal, standardInput(input));
	return { status, printed: terminal.printed.join(''), failed: terminal.failures.join('\n') };
}

test('a program is said in plain words', async () => {
	const file = join(folder, 'cafe.earn');
	writeFileSync(file, CAFE);
	const { status, printed, failed } = await run([file]);
	expect({ status, failed }).toEqual({ status: 0, failed: '' });
	expect(printed).toBe(`Café (${file})
  The program Café: amounts are in AED; days and hours are those of Asia/Dubai; points are whole, rounded down for each award; the channels are app and pos; the order types are dine_in and pickup.

Tiers by lifetime points
  Bronze  from 0
  Gold    from 100  all points × 1.5

Filters
  Drinks  items in category Drinks

Rules
  Point a dirham
    Members get 1 point for each AED of Total without fees, taxes and tip.
  Mall
    Members who buy at any store of Mall get 7 points.
  Drinks
    Members who spend at least 30 AED on Drinks get 1 point.
`);
});

test('what has an error is shown and named, and the rest is said', async () => {
	const { status, printed, failed } = await run(['-'], { input: CAFE + OVER });
	expect(status).toBe(1);
	expect(printed).toMatch(/^Café \(standard input\)\n/);
	expect(printed).toContain(`
  Over (disabled, 1 January to 31 March 2026, priority -5)
    Switched off: from 1 January to 31 March 2026, members get 5 points with every purchase, with priority −5.
`);
	expect(failed).toMatch(/standard input:19:21[\s\S]*standard input:20:19[\s\S]*standard input: 2 errors$/);
});

test('everything else that is declared is said, and what has no effect yet', async () => {
	const { printed } = await run(['-'], { input: CAFE + OVER });
	expect(printed.slice(printed.indexOf('Exclusive sets'))).toBe(`Exclusive sets
  Deals
    Of the rules in Deals only the one with the highest points counts.

Campaigns
  Friday
    The campaign Friday triples all points earned; the rule Early: members get 5 points with every purchase.

Segments
  Staff
    The segment Staff is a group of members that is given by hand.

Attributes
  payment_method
    The attribute payment_method of a transaction is one of cash or card.

Spending points
    100 points are worth 1 AED.

When points lapse
    Points lapse after 12 months.

Tests
  Nothing
    The test Nothing: a purchase on 7 February 2026; all together earn 0 points.

Not evaluated yet
  expiry  line 26

Not explained, because of an error
  rule "Wrong"     line 19
  rule "Misspelt"  line 20
`);
});

test('names are checked against a catalogue', async () => {
	const catalogue = join(folder, 'catalog.json');
	writeFileSync(catalogue, JSON.stringify({ stores: [{ id: 'a', name: 'A', chain: 'Maul' }], items: [] }));
	const { status, printed, failed } = await run(['-'], { input: CAFE, catalogue });
	expect(status).toBe(1);
	expect(failed).toContain('There is no chain called `Mall`.');
	expect(printed).toContain('Not explained, because of an error\n  rule "Mall"  line 15\n');
});

test('as JSON for programs, of any number of files', async () => {
	writeFileSync(join(folder, 'a.earn'), CAFE + OVER);
	writeFileSync(join(folder, 'b.earn'), '');
	const { status, printed } = await run([folder], { json: true });
	expect(status).toBe(1);
	const { files } = JSON.parse(printed) as { files: { rules: object[] }[] };
	expect(files).toMatchObject([
		{
			file: join(folder, 'a.earn'),
			program: 'Café',
			tiers: {
				by: 'lifetime points',
				tiers: [
					{ name: 'Bronze', from: '0' },
					{ name: 'Gold', multiplies: '1.5' },
				],
			},
			filters: [{ name: 'Drinks', counts: 'items in category Drinks' }],
			others: [
				{ kind: 'exclusive set' },
				{ kind: 'campaign' },
				{ kind: 'segment', name: 'Staff' },
				{},
				{},
				{},
				{ kind: 'test' },
			],
			notEvaluatedYet: [{ what: 'expiry', line: 26 }],
			notExplained: [{ what: 'rule "Wrong"', line: 19 }, { line: 20 }],
			errors: 2,
		},
		{ program: null, tiers: null, filters: [], rules: [], notExplained: [], errors: 1 },
	]);
	expect(files[0]?.rules[3]).toEqual({
		name: 'Over',
		status: 'disabled',
		dates: '1 January to 31 March 2026',
		priority: -5,
		sentence: 'Switched off: from 1 January to 31 March 2026, members get 5 points with every purchase, with priority −5.',
	});
});

test('several programs are set apart, and a file that is not there is said', async () => {
	writeFileSync(join(folder, 'a.earn'), CAFE);
	writeFileSync(join(folder, 'b.earn'), CAFE);
	const { status, printed, failed } = await run([folder, join(folder, 'gone.earn')]);
	expect({ status, failed }).toEqual({
		status: 1,
		failed: `${folder}/gone.earn cannot be read: there is no such file or folder`,
	});
	expect(printed.split(/^Café \(/m)).toHaveLength(3);
	expect(printed).toMatch(/get 1 point\.\n\nCafé/);
});
