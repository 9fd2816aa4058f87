import { applyEdits, type Document, parse, print, type RuleDeclaration, type Span } from '#grammar';
import type { Compilation } from '#compiler';
import { type Operation, planOperation } from '#compiler/edits';
import {
	Chance,
	conditionKinds,
	faultOfComments,
	faultOfReach,
	faultOfTree,
	randomDocument,
	shrink,
} from '#compiler/edits/testing';
import { events, scopeOf } from '#compiler/service';
import { expect, test } from 'vitest';
import { DocumentController } from '../document/controller.ts';
import type { Entry } from '../document/history.ts';
import { performOperation } from '../document/perform.ts';
import { programReader } from '../document/reader.ts';
import { nameOf, type PlacedRule, placesOfRules, type TrackedRule, trackRule } from '../document/rule-tracking.ts';
import { layoutRule, stagesOf } from './layout.ts';
import { projectRule } from './project.ts';
import { pickerGestures } from './testing/picker-gestures.ts';
import { pictureOf } from './testing/picture.ts';
import { type Canvas, cardGestures, type Draw, type Gesture } from './testing/random-gestures.ts';
import { clausesOf, shownSpans } from './testing/shown-spans.ts';
import { treeReader } from './testing/tree-reader.ts';
import { elementsOf, type RuleView } from './view.ts';

/** So many gestures a run makes; `CASES=2000` is soon done. */
const cases = Number(process.env['CASES'] ?? 20_000);
/** From so many on every gesture must have been made: what is not reached by chance is then drawn on purpose. */
const FULL = 2_000;
const seed = Number(process.env['SEED'] ?? 20_260_301);
/** How many gestures follow one another on one document: each meets what those before it left. */
const IN_A_ROW = 20;
/** How often each gesture, and each gesture on each kind of card, is done at least. */
const LEAST = 1;
/** In percent: how many sittings see what is wrong with names and numbers, too. It costs a third of a gesture. */
const CHECKED = 30;
/** In percent: of how many gestures that are several operations each is examined by itself. */
const ONE_BY_ONE = 40;
/** The largest share of gestures for which no safe edit is found. */
const MOST_REFUSED = 0.004;
const gestures: Readonly<Record<string, Draw>> = { ...cardGestures, ...pickerGestures };
const names = Object.keys(gestures);
const NOW_MS = Date.UTC(2026, 2, 1, 12);

test('what is done on the canvas stands in the text, and what stands in the text is on the canvas', () => {
	const shares = new Shares();
	for (let index = 0; shares.total < 3 * cases; index++) {
		const missed = shares.total < cases ? [] : missedBy(shares);
		if (shares.total >= cases && (cases < FULL || missed.length === 0)) break;
		const among = missed.length === 0 ? names : names.filter((name) => missed.some((key) => key.split(': ')[0] === name));
		const chance = Chance.seeded(seed + index);
		const fault = new Sitting(chance, among.length > 0 ? among : names, shares).fault();
		if (fault !== null) throw new Error(report(seed + index, chance.record, among));
	}
	console.log(shares.table());
	expect(shares.times('refused') / shares.total).toBeLessThanOrEqual(Math.max(MOST_REFUSED, 1 / cases));
	expect(cases < FULL ? [] : missedBy(shares)).toEqual([]);
});

function missedBy(shares: Shares): readonly string[] {
	return coverage.filter((key) => shares.times(key) < LEAST);
}

/** The smallest sitting that still fails. */
function report(from: number, record: readonly number[], among: readonly string[]): string {
	const fails = (candidate: readonly number[]) => new Sitting(Chance.replayed(candidate), among, null).fault() !== null;
	const sitting = new Sitting(Chance.replayed(shrink(record, fails)), among, null);
	return [`${sitting.fault()} (SEED=${from} CASES=1)`, ...sitting.said].join('\n');
}

/** Somebody at the canvas of one rule: a random document, and some gestures one after the other. */
class Sitting {
	/** What was there and what was done, for a report. */
	readonly said: string[] = [];
	readonly #chance: Chance;
	readonly #among: readonly string[];
	readonly #shares: Shares | null;
	/** Makes a reader that has read nothing yet. */
	readonly #reader: () => (text: string) => Compilation;
	readonly #read: (text: string) => Compilation;
	readonly #document: DocumentController<Compilation>;
	#tracked: TrackedRule | null;
	#view: RuleView | null = null;

	constructor(chance: Chance, among: readonly string[], shares: Shares | null) {
		this.#chance = chance;
		this.#among = among;
		this.#shares = shares;
		const text = randomDocument(chance);
		this.#reader = chance.happens(CHECKED) ? () => programReader(null, () => NOW_MS) : treeReader;
		this.#read = this.#reader();
		this.#document = new DocumentController({ text, read: this.#read, now: () => 0, defer: () => () => undefined });
		const { reading } = this.#document.state();
		const places = placesOfRules(reading.document);
		// A screen opens a rule by its name.
		const whole = places.filter(({ rule }) => rule.body && nameOf(rule) !== null && rule === first(places, nameOf(rule)));
		const place = whole.length > 0 ? chance.pick(whole) : null;
		this.#tracked = place && trackRule(reading.document, nameOf(place.rule) ?? '', null);
		this.said.push(JSON.stringify(text));
		if (!place) return;
		shares?.meet(text, reading);
		this.#view = projectRule(place.rule, reading);
	}

	/** What is wrong; null where everything is as it should be. */
	fault(): string | null {
		if (!this.#view || !this.#tracked) return null;
		const texts: string[] = [];
		for (let count = 0; count < IN_A_ROW && this.#chance.happens(98); count++) {
			const { text } = this.#document.state();
			const fault = this.#gesture();
			if (fault !== null) return fault;
			if (this.#document.state().text !== text) texts.push(text);
		}
		const ending = this.#faultOfPrinting() ?? this.#faultOfReading();
		// The inverse of each gesture was examined with it; here the history as a whole is.
		return ending ?? (this.#chance.happens(10) ? this.#faultOfUndo(texts) : null);
	}

	#gesture(): string | null {
		const { reading } = this.#document.state();
		const canvas = canvasOf(reading, this.#view as RuleView, this.#tracked as TrackedRule);
		for (let tries = 0; tries < 12; tries++) {
			const name = this.#chance.pick(this.#among);
			const gesture = gestures[name]?.(this.#chance, canvas);
			if (gesture) return this.#do(name, gesture);
		}
		return null;
	}

	#do(name: string, gesture: Gesture): string | null {
		const before = this.#document.state();
		const view = this.#view as RuleView;
		this.said.push(`${name}: ${JSON.stringify(gesture.wish)}`);
		const done = performOperation(this.#document, gesture.wish, 'canvas', name);
		this.#shares?.count(name, gesture, done.ok ? 'done' : /safely/.test(done.reason) ? 'refused' : 'not allowed');
		if (!done.ok) return null;
		const after = this.#document.current();
		this.said.push(JSON.stringify(after.text));
		const { wish } = gesture;
		const fault =
			('kind' in wish
				? faultOfOne(before.text, before.reading, wish, done.entry, after.reading)
				: this.#chance.happens(ONE_BY_ONE)
					? faultOfSteps(before.text, before.reading.document, wish, after.text)
					: null) ??
			(done.entry && applyEdits(after.text, done.entry.inverse) !== before.text ? 'the inverse differs' : null);
		if (fault !== null) return fault;
		this.#tracked = trackRule(
			after.reading.document,
			view.name,
			this.#tracked,
			this.#document.changesBetween(before.reading, after.reading),
		);
		if (!this.#tracked) return 'the rule is gone';
		this.#view = projectRule(this.#tracked.rule, after.reading, { previous: view });
		return faultOfPicture(gesture, view, this.#view, this.#tracked.rule);
	}

	/** What is printed of the rule has the same picture. */
	#faultOfPrinting(): string | null {
		const { text } = this.#document.state();
		const { rule, declaration } = this.#tracked as TrackedRule;
		const reading = this.#read(text.slice(0, rule.span.start) + print(rule) + text.slice(rule.span.end));
		const again = placesOfRules(reading.document).find((place) => String(place.declaration) === String(declaration));
		const seen = again && pictureOf(projectRule(again.rule, reading));
		this.said.push(JSON.stringify(reading.source));
		return same(seen, pictureOf(this.#view as RuleView)) ? null : 'the printed rule has another picture';
	}

	/** What was read again and again, each time only where it changed, is what is read at once; so is the picture. */
	#faultOfReading(): string | null {
		const { text } = this.#document.state();
		const reading = this.#reader()(text);
		const { declaration } = this.#tracked as TrackedRule;
		const place = placesOfRules(reading.document).find((each) => String(each.declaration) === String(declaration));
		if (!place) return 'the rule is not read at once';
		return same(bare(projectRule(place.rule, reading)), bare(this.#view as RuleView))
			? null
			: 'another picture at once than step by step';
	}

	#faultOfUndo(texts: readonly string[]): string | null {
		const last = this.#document.state().text;
		for (const text of texts.toReversed()) {
			this.#document.undo();
			if (this.#document.state().text !== text) return 'undo leads to another text';
		}
		while (this.#document.redo());
		return this.#document.state().text === last ? null : 'redo leads to another text';
	}
}

function first(places: readonly PlacedRule[], name: string | null): RuleDeclaration | undefined {
	return places.find(({ rule }) => nameOf(rule) === name)?.rule;
}

function canvasOf(compilation: Compilation, view: RuleView, { declaration }: TrackedRule): Canvas {
	let scope: Canvas['scope'] | null = null;
	return {
		compilation,
		view,
		declaration,
		get scope() {
			scope ??= scopeOf(compilation.document);
			return scope;
		},
	};
}

function faultOfOne(
	text: string,
	{ document }: Compilation,
	operation: Operation,
	entry: Entry | null,
	after: Compilation,
): string | null {
	return (
		faultOfTree(document, after.document, operation) ??
		faultOfKept(text, document, after.document, operation) ??
		faultOfReach(document, operation, entry?.edits ?? [])
	);
}

/** Of operations that are done as one step each is examined on its own, and together they lead where they led. */
function faultOfSteps(text: string, first: Document, wish: readonly Operation[], led: string): string | null {
	let current = text;
	let document = first;
	for (const operation of wish) {
		const planned = planOperation(current, document, operation);
		if (!planned.ok) return `one after the other: ${planned.reason}`;
		const next = applyEdits(current, planned.edits);
		const read = parse(next).document;
		const fault = faultOfTree(document, read, operation) ?? faultOfKept(current, document, read, operation);
		if (fault !== null) return fault;
		current = next;
		document = read;
	}
	return current === led ? null : 'one after the other they lead elsewhere';
}

function faultOfPicture({ leads }: Gesture, before: RuleView, after: RuleView, rule: RuleDeclaration): string | null {
	// What was hidden behind a first clause comes to light when that goes.
	const isPlain = before.texts.every(({ clause }) => clause.kind === 'raw');
	const wished = leads && isPlain ? leads(pictureOf(before)) : null;
	if (wished && !same(pictureOf(after), wished))
		return `another picture: ${JSON.stringify(pictureOf(after))} and not ${JSON.stringify(wished)}`;
	const elements = elementsOf(after);
	if (new Set(elements.map(({ id }) => id)).size !== elements.length) return 'two cards with one id';
	const shown = shownSpans(after).toSorted(byStart);
	if (!same(shown, clausesOf(rule).toSorted(byStart))) return 'a clause is not shown once';
	return faultOfLayout(after);
}

function faultOfLayout(view: RuleView): string | null {
	const { transaction, result, ...stages } = stagesOf(view);
	const cards = [transaction, result, view.note.id, ...Object.values(stages).flat()];
	const places = layoutRule(view, new Map(), { shape: 'compact', mirrored: false });
	return cards.every((id) => Number.isFinite(places.get(id)?.x)) ? null : 'a card without a place';
}

/** What is written anew with its comments has them once. */
function faultOfKept(text: string, before: Document, after: Document, operation: Operation): string | null {
	const isAgain =
		operation.kind.startsWith('set-') &&
		operation.kind !== 'set-text' &&
		'text' in operation &&
		operation.text?.includes('//');
	if (!isAgain) return faultOfComments(text, before, after, operation);
	const rest = after.comments.map((comment) => comment.text);
	for (const comment of before.comments) {
		const at = rest.indexOf(comment.text);
		if (at < 0) return 'a comment was lost';
		rest.splice(at, 1);
	}
	return null;
}

const byStart = (a: Span, b: Span) => a.start - b.start || a.end - b.end;

function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** A picture without what its history left in it. */
function bare(view: RuleView): unknown {
	const elements = elementsOf(view).map(({ problems, ...rest }) => ({
		...rest,
		id: '',
		problems: problems.map(({ code, span }) => [code, span]),
		// These are elements of their own.
		inner: [],
		limits: [],
	}));
	return { elements, counts: view.counts, wires: view.wires.length };
}

/** What a full run must reach. */
const menu = [
	'add an alternative',
	'remove a condition',
	'duplicate a condition',
	'negate',
	'put into any',
	'put into all',
	'put into none',
	'move up',
	'move down',
	'move out',
	'comment',
];
const several = ['remove a clause', 'duplicate a clause', 'move a clause up', 'move a clause down', 'comment'];
const wraps = ['put into any', 'put into all', 'put into none'];
const unmovable = new Set([
	'negate: raw',
	'comment: raw',
	...menu.map((name) => `${name}: always`),
	...wraps.flatMap((name) => ['any', 'all', 'not'].map((kind) => `${name}: ${kind}`)),
]);
const groups = ['any', 'all', 'not'];
const coverage: readonly string[] = [
	...names,
	...menu.flatMap((name) => conditionKinds.map((kind) => `${name}: ${kind}`)).filter((key) => !unmovable.has(key)),
	...several.flatMap((name) => ['earn', 'multiply', 'limit'].map((kind) => `${name}: ${kind}`)),
	...groups.map((kind) => `add to a group: ${kind}`),
	...groups.map((kind) => `ungroup: ${kind}`),
	...['order-type', 'channel', 'segment', 'tier'].map((kind) => `choose names: ${kind}`),
	...['spend', 'quantity'].map((kind) => `choose an amount: ${kind}`),
	...['birthday', 'anniversary'].map((kind) => `choose a day of the member: ${kind}`),
	...['status', 'active', 'budget', 'multiply'].map((kind) => `change the campaign: ${kind}`),
	...['spend', 'quantity', 'earn', 'multiply', 'limit'].map((kind) => `connect: ${kind}`),
	...['filter', 'a copy'].map((kind) => `change a filter: ${kind}`),
	...['earn', 'limit'].map((kind) => `change a formula: ${kind}`),
	...events.map(({ kind }) => `choose what starts it: ${kind}`),
	'type into a text: raw',
	'type into a text: text',
	'remove a condition: raw',
	...[
		'CRLF',
		'lone CR',
		'no line break at the end',
		'Arabic in a comment',
		'Hebrew in a comment',
		'Chinese in a comment',
		'clauses that share a line',
		'clauses that cannot be read',
		'a rule in a campaign',
	].map((feature) => `has ${feature}`),
];

/** How often each thing occurred. */
class Shares {
	total = 0;
	readonly #counts = new Map<string, number>();

	count(name: string, { about }: Gesture, outcome: 'done' | 'refused' | 'not allowed'): void {
		this.total++;
		this.#add(outcome);
		if (outcome === 'done') for (const key of [name, `${name}: ${about}`]) this.#add(key);
		else this.#add(`${outcome}: ${name}`);
	}

	meet(text: string, { document }: Compilation): void {
		const said = document.comments.map((comment) => comment.text).join('\n');
		const features: Readonly<Record<string, boolean>> = {
			CRLF: text.includes('\r\n'),
			'lone CR': /\r(?!\n)/.test(text),
			'no line break at the end': !/[\r\n]$/.test(text),
			'Arabic in a comment': /\p{Script=Arabic}/u.test(said),
			'Hebrew in a comment': /\p{Script=Hebrew}/u.test(said),
			'Chinese in a comment': /\p{Script=Han}/u.test(said),
			'clauses that share a line': /(earn|limit|multiply) [^\r\n/]*[ \t}](earn|limit|multiply|when) /.test(text),
			'clauses that cannot be read': placesOfRules(document).some(({ rule }) =>
				rule.clauses.some(({ kind }) => kind === 'raw'),
			),
			'a rule in a campaign': placesOfRules(document).some(({ campaign }) => campaign !== null),
		};
		for (const [feature, present] of Object.entries(features)) if (present) this.#add(`has ${feature}`);
		this.#add('documents');
	}

	times(key: string): number {
		return this.#counts.get(key) ?? 0;
	}

	table(): string {
		const rows = [...this.#counts]
			.toSorted(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, count]) => `${String(count).padStart(6)}  ${key}`);
		return [`${this.total} gestures from SEED=${seed}`, ...rows].join('\n');
	}

	#add(key: string): void {
		this.#counts.set(key, this.times(key) + 1);
	}
}
