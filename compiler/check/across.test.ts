import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TextEdit } from '#grammar';
import { compile } from '../compile.ts';
import { advance, openSnapshot } from '../snapshot.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

const head = `program "P" { currency AED timezone "Asia/Dubai" points whole limit 100 points per day }\n`;
/** Of these the limit cuts nothing: by itself, or since the program's own is stricter; the last is sound. */
const rules = [
	(name: string) => `rule "${name}" {\n\tearn 5\n\tlimit 20 points per transaction\n}\n`,
	(name: string) => `rule "${name}" {\n\tearn 900\n\tlimit 500 points per day\n}\n`,
	(name: string) => `rule "${name}" {\n\tearn 70\n\tlimit 60 points per transaction\n\tlimit 60 points per transaction\n}\n`,
	(name: string) => `// sound\nrule "${name}" {\n\tearn 70\n\tlimit 60 points per transaction\n}\n`,
];

interface Step {
	readonly at: number;
	readonly kind: 'digit' | 'term' | 'comment' | 'blank' | 'copy' | 'remove';
}

const program = fc.array(fc.nat(rules.length - 1), { minLength: 2, maxLength: 8 });
const steps = fc.array(
	fc.record<Step>({
		at: fc.nat(),
		kind: fc.constantFrom('digit', 'digit', 'comment', 'blank', 'copy', 'remove', 'term'),
	}),
	{ minLength: 1, maxLength: 12 },
);

/** The edit of a step, at one of the rules. */
function editOf(text: string, { at, kind }: Step): TextEdit {
	const starts = [...text.matchAll(/^rule /gm)].map(({ index }) => index);
	const start = starts[at % starts.length] ?? text.length;
	const end = text.indexOf('}\n', start) + 2;
	const inside = text.indexOf('earn ', start) + 'earn '.length;
	const put = (offset: number, what: string) => ({ span: { start: offset, end: offset }, text: what });
	switch (kind) {
		case 'digit':
			return put(inside, '1');
		case 'comment':
			return put(end, `// ملاحظة ${at % 7}\n`);
		case 'blank':
			return put(start, '\n\n');
		case 'copy':
			return put(end, `rule "Copy ${text.length}" { earn 3 limit 9 points per transaction }\n`);
		case 'remove':
			return { span: { start, end: starts.length > 1 ? end : start }, text: '' };
		case 'term':
		default:
			return put(inside, '0 + ');
	}
}

it(`finds the limits that cut nothing after edits elsewhere as it does at first (SEED=${seed})`, () => {
	let [ahead, behind] = [0, 0];
	fc.assert(
		fc.property(program, steps, (kinds, plan) => {
			let snapshot = openSnapshot(head + kinds.map((kind, index) => rules[kind]?.(`R${index}`)).join(''));
			for (const step of plan) {
				const before = snapshot;
				const edit = editOf(before.source, step);
				snapshot = advance(before, [edit]);
				expect({ text: snapshot.source, problems: snapshot.problems }).toEqual({
					text: snapshot.source,
					problems: compile(snapshot.source).problems,
				});
				const places = before.checked.across.ofLimits.map(({ span }) => span.start);
				const { start, end } = edit.span;
				if (places.some((place) => place < start)) ahead++;
				if (places.some((place) => place > end)) behind++;
			}
		}),
		{ numRuns: 300, seed },
	);
	// Some of either must be there, or nothing has been shown.
	expect(Math.min(ahead, behind)).toBeGreaterThan(200);
});
