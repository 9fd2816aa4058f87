/** Pieces of programs, as documentation shows them, made whole so that they can be checked and run. */
import { type Compilation, compile } from '#compiler';
import { parse } from '#grammar';

/** A whole program stays as it is; anything less is put where it can be read, in a program of a café. */
export function compilePiece(piece: string): Compilation {
	let best: Compilation | undefined;
	let fewest = Number.POSITIVE_INFINITY;
	for (const wrap of WRAPPERS) {
		const compilation = compile(wrap(piece));
		const faults = faultsOf(compilation);
		if (faults >= fewest) continue;
		[best, fewest] = [compilation, faults];
		if (faults === 0) break;
	}
	return best as Compilation;
}

/** How badly a piece fits: what cannot be read at its place weighs more than what is wrong with it. */
function faultsOf({ source, problems }: Compilation): number {
	const errors = problems.filter(({ severity }) => severity === 'error');
	return parse(source).problems.length * 100 + errors.length;
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

/** What a piece may name without declaring it: how it is named, how it would be declared, and the declaration. */
const BASE: readonly (readonly [named: RegExp, declared: RegExp, text: string])[] = [
	...(
		[
			['Food', 'items in category "Food"'],
			['Drinks', 'items in category "Drinks"'],
			['Coffee', 'items in subcategory "Espresso", "Filter"'],
			['Net total', 'total excluding taxes, fees, tip'],
		] as const
	).map(
		([name, source]) => [new RegExp(`"${name}"`), new RegExp(`filter "${name}"`), `filter "${name}" = ${source}`] as const,
	),
	[/\bStaff\b/, /segment "?Staff/, 'segment Staff'],
	[/\bpayment_method\b/, /attribute transaction/, 'attribute transaction payment_method one of cash, card'],
	[/\bmiles\b/, /attribute transaction miles/, 'attribute transaction miles number'],
	[/\bbooked_at\b/, /attribute transaction booked_at/, 'attribute transaction booked_at date'],
	[/\bplan\b/, /attribute member plan/, 'attribute member plan one of single, family'],
	[/\bvip\b/, /attribute member vip/, 'attribute member vip flag'],
	[/exclusive "Weekday deals"/, /"Weekday deals" picks/, 'exclusive "Weekday deals" picks highest points'],
	[/expect "Lunch rush"/, /rule "Lunch rush"/, 'rule "Lunch rush" { earn 207 }'],
];

/** Tiers that earn and multiply nothing, so that an example shows its own points only. */
const BASE_TIERS =
	'tiers by lifetime points { tier Bronze from 0 {} tier Silver from 1_000 {} tier Gold from 5_000 {} tier Platinum from 10_000 {} }';

const SALE = 'purchase at 2026-02-07 12:30 { item "LATTE" 1 x 18.00 }';

const WRAPPERS: readonly ((piece: string) => string)[] = [
	(piece) => (isWhole(piece) ? piece : program(piece)),
	(piece) => program(`rule "Example" {\n${piece}\n${/^\s*(?:earn|multiply)\b/m.test(piece) ? '' : 'earn 10'}\n}`),
	(piece) => program(`rule "Example" {\nwhen {\n${piece}\n}\nearn 10\n}`),
	(piece) => program('rule "Example" { earn 10 }', piece),
	(piece) => program('rule "Example" { earn 10 }', `points whole, rounded down ${piece}`),
	(piece) => program(`tiers by lifetime points {\n${piece}\n}`),
	(piece) => program(`tiers by lifetime points { tier Member from 0 {}\n${piece}\n}`),
	(piece) => program(`tiers by lifetime points { tier Bronze from 0 {\n${piece}\n} }`),
	(piece) => program(`filter "Example" = ${piece}`),
	(piece) => program(`filter "Example" = items ${piece}`),
	(piece) => program(`filter "Example" = items in ${piece}`),
	(piece) => program(`filter "Example" = total ${piece}`),
	(piece) => program(`tiers by ${piece} { tier Member from 0 {} }`),
	(piece) => program(`tiers by ${piece} { tier Member {} }`),
	(piece) => program(`tiers by lifetime points ${piece} { tier Member from 0 {} }`),
	(piece) => program(`tiers by points per year ${piece} { tier Member from 0 {} }`),
	(piece) => program(`rule "Example" { earn 10 ${piece} }`),
	(piece) => program(`rule "Example" on ${piece} { earn 10 }`),
	(piece) => program(`rule "Example" on referral { earn 10 ${piece} }`),
	(piece) => program(`rule "Example" on ${piece} { multiply points by 2 }`),
	(piece) => program(`rule "Example" { earn 10 limit 10 points per ${piece} }`),
	(piece) => program(`rule "Example" { earn 10 active ${piece} from 2026-01-01 }`),
	(piece) => program(`exclusive "Example" picks ${piece}`),
	(piece) => program(`campaign "Example" { active from 2026-01-01\n${piece}\n}`),
	(piece) => program(`redemption { 100 points = 1 AED\n${piece}\n}`),
	(piece) => program(`redemption {\n${piece}\n}`),
	(piece) => program(`expiry {\n${piece}\n}`),
	(piece) => program(`attribute ${piece} example text`),
	(piece) => program(`attribute transaction example ${piece}`),
	(piece) => program(`test "Example" {\n${piece}\n${SALE}\nexpect total 0\n}`),
	(piece) => program(`test "Example" {\n${piece}\nexpect total 0\n}`),
	(piece) => program(`test "Example" {\n${SALE}\n${piece}\n}`),
	(piece) => program(`test "Example" {\n${SALE}\n${piece}\nexpect total 0\n}`),
	(piece) => program(`test "Example" {\nmember {\n${piece}\n}\n${SALE}\nexpect total 0\n}`),
	(piece) => program(`test "Example" {\npurchase at 2026-02-07 {\nitem "LATTE" 9 x 18.00\n${piece}\n}\nexpect total 0\n}`),
];

/** A program with these declarations and these settings, and with what it lacks of the café's. */
function program(declarations: string, settings = ''): string {
	const ownSettings = BASE_SETTINGS.filter(([word]) => !new RegExp(`^\\s*${word}\\b`, 'm').test(settings));
	const lacking = BASE.filter(([named, declared]) => named.test(declarations) && !declared.test(declarations));
	return [
		`program "Example" {\n${[...ownSettings.map(([, text]) => text), settings].join('\n')}\n}`,
		declarations,
		...(/^tiers\b/m.test(declarations) ? [] : [BASE_TIERS]),
		...lacking.map(([, , text]) => text),
	].join('\n');
}
