/** Pieces of programs, as documentation shows them, made whole so that they can be checked and run. */
import { type Compilation, compile } from '#compiler';
import { parse } from '#grammar';

/** A whole program stays as it is; anything less is put where it can be read, in a program of a café. */
export function compilePiece(piece: string): Compilation {
	const attempts = WRAPPERS.map((wrap) => compile(wrap(piece)));
	const faults = attempts.map(faultsOf);
	return attempts[faults.indexOf(Math.min(...faults))] as Compilation;
}

/** How badly a piece fits: what cannot be read at its place weighs more than what is wrong with it. */
function faultsOf({ source, problems }: Compilation): number {
	const unread = parse(source).problems.filter(({ code }) => code !== 'not-evaluated-yet');
	return unread.length * 100 + problems.filter(({ severity }) => severity === 'error').length;
}

/** Whether a text is a program by itself. */
function isWhole(piece: string): boolean {
	return /^program\b/m.test(piece);
}

/** What a piece may lean on. Settings by their first word. */
const BASE_SETTINGS: readonly (readonly [word: string, text: string])[] = [
	['currency', 'currency AED'],
	['timezone', 'timezone "Asia/Dubai"'],
	['channels', 'channels app, web, kiosk, pos'],
	['order', 'order types dine_in, pickup, delivery'],
];

/** Declarations of filters by their names. */
const BASE_FILTERS: readonly (readonly [name: string, text: string])[] = [
	['Food', 'filter "Food" = items in category "Food"'],
	['Drinks', 'filter "Drinks" = items in category "Drinks"'],
	['Net total', 'filter "Net total" = total excluding taxes, fees, tip'],
];

/** Tiers that earn and multiply nothing, so that an example shows its own points only. */
const BASE_TIERS =
	'tiers by lifetime points { tier Bronze from 0 {} tier Silver from 1_000 {} tier Gold from 5_000 {} tier Platinum from 10_000 {} }';

const WRAPPERS: readonly ((piece: string) => string)[] = [
	(piece) => (isWhole(piece) ? piece : program(piece)),
	(piece) => program(`rule "Example" {\n${piece}\n${/^\s*earn\b/m.test(piece) ? '' : 'earn 10'}\n}`),
	(piece) => program(`rule "Example" {\nwhen {\n${piece}\n}\nearn 10\n}`),
	(piece) => program('rule "Example" { earn 10 }', piece),
	(piece) => program(`tiers by lifetime points {\n${piece}\n}`),
	(piece) => program(`tiers by lifetime points { tier Member from 0 {}\n${piece}\n}`),
	(piece) => program(`tiers by lifetime points { tier Bronze from 0 {\n${piece}\n} }`),
	(piece) => program(`filter "Example" = ${piece}`),
];

/** A program with these declarations and these settings, and with what it lacks of the café's. */
function program(declarations: string, settings = ''): string {
	const ownSettings = BASE_SETTINGS.filter(([word]) => !new RegExp(`^\\s*${word}\\b`, 'm').test(settings));
	const ownFilters = BASE_FILTERS.filter(([name]) => !declarations.includes(`filter "${name}"`));
	return [
		`program "Example" {\n${[...ownSettings.map(([, text]) => text), settings].join('\n')}\n}`,
		declarations,
		...(/^tiers\b/m.test(declarations) ? [] : [BASE_TIERS]),
		...ownFilters.map(([, text]) => text),
	].join('\n');
}
