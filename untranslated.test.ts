/** Words that stand in the sources instead of in the messages: nobody could translate them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';

const EDITOR = join(import.meta.dirname, 'editor');

/** Attributes and fields whose text somebody reads or hears. */
const SAID = new Set([
	'aria-label',
	'aria-roledescription',
	'aria-valuetext',
	'alt',
	'description',
	'detail',
	'doc',
	'hint',
	'label',
	'lead',
	'message',
	'note',
	'placeholder',
	'timeLabel',
	'title',
	'what',
	'words',
]);
/** Functions that say their first words aloud. */
const SAYERS = new Set(['announce', 'say', 'setNotice']);

/** What is no English: each with the reason why it stands in the sources. */
const ALLOWED: Readonly<Record<string, string>> = {
	'Ctrl M': 'keys have one name in every language',
	Tab: 'keys have one name in every language',
	'00:00': 'digits',
	'Earn rules': 'the language’s own name, in the list of languages of Monaco',
};

const LETTERS = /\p{L}{2}/u;
/** Words for people begin with a capital or have a blank between them; names of classes, keys and kinds have neither. */
const FOR_PEOPLE = /^\p{Lu}\p{Ll}|\p{L} \p{L}/u;

interface Found {
	readonly start: number;
	readonly text: string;
}

/** The words for people in one source file. */
function wordsIn(path: string, source: string): Found[] {
	const { program, errors } = parseSync(path, source);
	if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
	const found: Found[] = [];
	const see = (start: number, text: string, isWords: RegExp) => {
		const words = text.trim().replace(/\s+/g, ' ');
		if (isWords.test(words) && !(words in ALLOWED)) found.push({ start, text: words });
	};
	const seeAll = (node: unknown, isWords: RegExp) => {
		for (const { start, text } of literalsIn(node)) see(start, text, isWords);
	};
	new Visitor({
		JSXText: (node) => see(node.start, node.value, LETTERS),
		JSXAttribute: (node) => {
			if (node.name.type === 'JSXIdentifier' && SAID.has(node.name.name)) seeAll(node.value, LETTERS);
		},
		JSXElement: (node) => {
			for (const child of node.children) {
				if (child.type === 'JSXExpressionContainer') seeAll(child.expression, FOR_PEOPLE);
			}
		},
		Property: (node) => {
			const key = node.key as { readonly name?: string; readonly value?: string };
			const isSaid = SAID.has(key.name ?? key.value ?? '') || /\bwords\.ts$/.test(path);
			if (isSaid) seeAll(node.value, FOR_PEOPLE);
		},
		CallExpression: (node) => {
			const callee = node.callee as { readonly name?: string };
			if (SAYERS.has(callee.name ?? '')) seeAll(node.arguments[0], FOR_PEOPLE);
		},
	}).visit(program);
	return [...new Map(found.map((each) => [each.start, each])).values()];
}

/** The literals that an expression may come to: through conditions, sums and templates, not into calls or elements. */
function literalsIn(value: unknown): Found[] {
	const node = value as Readonly<Record<string, unknown>> | null;
	if (node === null || typeof node !== 'object') return [];
	const both = (...keys: readonly string[]) => keys.flatMap((key) => literalsIn(node[key]));
	switch (node['type']) {
		case 'Literal':
			return typeof node['value'] === 'string' ? [{ start: node['start'] as number, text: node['value'] }] : [];
		case 'TemplateLiteral': {
			const pieces = (node['quasis'] as readonly { readonly value: { readonly raw: string } }[]).map(
				({ value: { raw } }) => raw,
			);
			return [{ start: node['start'] as number, text: pieces.join(' ') }];
		}
		case 'JSXExpressionContainer':
		case 'TSAsExpression':
		case 'ParenthesizedExpression':
			return both('expression');
		case 'ConditionalExpression':
			return both('consequent', 'alternate');
		case 'LogicalExpression':
		case 'BinaryExpression':
			return both(
				'right',
				...(node['operator'] === '+' || node['operator'] === '??' || node['operator'] === '||' ? ['left'] : []),
			);
		case 'ArrowFunctionExpression':
			return both('body');
		default:
			return [];
	}
}

function sources(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory())
			return ['e2e', 'messages', 'testing', 'public', 'fixtures'].includes(entry.name) ? [] : sources(path);
		return /\.tsx?$/.test(entry.name) && !/\.(test|bench|config|d)\.tsx?$/.test(entry.name) ? [path] : [];
	});
}

describe('the sources of the editor', () => {
	it('have no words for people: those stand in the messages', () => {
		const found = sources(EDITOR).flatMap((path) => {
			const source = readFileSync(path, 'utf8');
			return wordsIn(path, source).map(({ start, text }) => {
				return `${relative(EDITOR, path)}:${source.slice(0, start).split('\n').length} ${text}`;
			});
		});
		expect(found).toEqual([]);
	});

	it('would be caught with each kind of them', () => {
		const source = `
			const choices = [{ value: 'a', label: 'First choice' }, { key: 'rule-head', title: \`Rename \${name}\` }];
			export const Card = () => (
				<section aria-label="Conditions" className={classes['ruleHead']} data-kind="Some kind">
					Add condition
					<Field placeholder={isMany ? 'Several' : words.one} label={words.name} size="Large one" />
					{isOpen ? 'Close it' : words.open} {count + ' times two'} {words.of('Tier name')}
				</section>
			);
			announce(done ? 'It is done' : words.failed);`;
		expect(wordsIn('card.tsx', source).map(({ text }) => text)).toEqual([
			'First choice',
			'Rename',
			'Close it',
			'times two',
			'Conditions',
			'Add condition',
			'Several',
			'It is done',
		]);
	});
});
