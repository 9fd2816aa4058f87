/** The whole language in EBNF. */
import { unreachable } from '#compiler';
import { type GrammarClause, grammarClauses, type Level } from '#grammar';
import { headOf, LEVELS, narrowed, type Part, productions } from './grammar-rules.ts';
import { classOf } from './syntax.ts';

/** Letters, the end of a production not counted. */
const LINE_WIDTH = 92;
/** Levels whose clauses share productions with another: of each only what begins with its own words is shown. */
const NARROWED: ReadonlySet<Level> = new Set(['member', 'event']);

/** A name and its alternatives. */
type Production = readonly [name: string, body: readonly string[]];

/** The whole language in EBNF: `{ x }` any number of times, `[ x ]` at most once. */
export function ebnf(): string {
	const written = new Map<string, Production>();
	const write = (name: string, body: readonly string[]) => void written.set(name, [name, body]);
	write('document', [`{ ${LEVELS.document} }`]);
	for (const level of Object.keys(LEVELS) as Level[]) {
		const clauses = grammarClauses(level);
		if (LEVELS[level] !== nameOf(clauses[0])) write(LEVELS[level], alternatives(level, clauses));
		for (const clause of clauses) {
			if (clause.inside !== null && !written.has(nameOf(clause))) write(nameOf(clause), [braced(clause)]);
			for (const part of [partOf(level, clause), clause.inside === null ? null : headOf(clause)])
				if (part !== null) writeRules(part, written);
		}
	}
	const width = Math.max(...[...written.keys()].map((name) => name.length));
	return [...written.values()].map(([name, body]) => `${name.padEnd(width)} = ${wrapped(body, width)} ;`).join('\n');
}

/** The rules that a part names, each once, those that they name after them; heads stand where their braces are. */
function writeRules(part: Part, written: Map<string, Production>): void {
	for (const rule of rulesIn(part)) {
		const found = settled({ kind: 'rule', name: rule });
		if (found.kind !== 'rule') continue;
		const body = productions.get(found.name) as Part;
		const name = hyphened(found.name);
		if (written.has(name)) continue;
		if (!found.name.endsWith('Head')) written.set(name, [name, alternativesOf(body)]);
		writeRules(body, written);
	}
}

function alternativesOf(body: Part): string[] {
	return (body.kind === 'one of' ? body.parts : [body]).map(ebnfOf);
}

/** What a clause with braces is called: by its first word, but for events, which have one form. */
function nameOf(clause: GrammarClause | undefined): string {
	const head = clause?.inside ? headOf(clause) : null;
	if (head?.kind === 'rule' && head.name === 'eventHead') return 'test-event';
	return clause?.word ?? '';
}

function alternatives(level: Level, clauses: readonly GrammarClause[]): string[] {
	const found = clauses.flatMap((clause) => {
		const part = partOf(level, clause);
		return [...(clause.inside === null ? [] : [nameOf(clause)]), ...(part === null ? [] : [ebnfOf(part)])];
	});
	return [...new Set(found)];
}

/** What reads a clause without braces. */
function partOf(level: Level, { word, rule }: GrammarClause): Part | null {
	if (rule === null) return null;
	const part = productions.get(rule) as Part;
	return NARROWED.has(level) && word !== null ? narrowed(part, [word]) : { kind: 'rule', name: rule };
}

/** `"rule" name [ "on" event ] "{" { rule-clause } "}"`. An event of a test may go without braces. */
function braced(clause: GrammarClause): string {
	const head = headOf(clause);
	const body = head.kind === 'rule' ? (productions.get(head.name) as Part) : head;
	const inside = `"{" { ${LEVELS[clause.inside as Level]} } "}"`;
	return `${ebnfOf(body)} ${clause.inside === 'event' ? `[ ${inside} ]` : inside}`;
}

/** A rule that is but another rule or a class of words is that other. */
function settled(part: Part): Part {
	const rule = part.kind === 'rule' ? productions.get(part.name) : undefined;
	return rule?.kind === 'rule' || rule?.kind === 'value' ? settled(rule) : part;
}

function ebnfOf(part: Part): string {
	const found = settled(part);
	switch (found.kind) {
		case 'word':
			return `"${found.text}"`;
		case 'value':
			return classOf(found.name);
		case 'rule':
			return hyphened(found.name);
		case 'one of':
			return found.parts.map(ebnfOf).join(' | ');
		case 'all':
			return found.parts.map((each) => (each.kind === 'one of' ? `( ${ebnfOf(each)} )` : ebnfOf(each))).join(' ');
		case 'optional':
			return `[ ${ebnfOf(found.part)} ]`;
		case 'repeated':
			return `{ ${ebnfOf(found.part)} }`;
		default:
			return unreachable(found);
	}
}

function hyphened(rule: string): string {
	return rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function rulesIn(part: Part): string[] {
	switch (part.kind) {
		case 'rule':
			return [part.name];
		case 'all':
		case 'one of':
			return part.parts.flatMap(rulesIn);
		case 'optional':
		case 'repeated':
			return rulesIn(part.part);
		case 'word':
		case 'value':
			return [];
		default:
			return unreachable(part);
	}
}

/** Alternatives in one line where they fit, else each in its own, broken between two parts where it is longer. */
function wrapped(body: readonly string[], width: number): string {
	const room = LINE_WIDTH - width - 3;
	const inOne = body.join(' | ');
	if (inOne.length <= room) return inOne;
	return body.map((each) => folded(each, room).join(`\n${' '.repeat(width + 3)}`)).join(`\n${' '.repeat(width + 1)}| `);
}

/** Lines of at most `room` letters. */
function folded(text: string, room: number): string[] {
	const lines: string[] = [];
	for (const part of text.split(' ')) {
		const line = lines.at(-1);
		if (line !== undefined && line.length + 1 + part.length <= room) lines[lines.length - 1] = `${line} ${part}`;
		else lines.push(part);
	}
	return lines;
}
