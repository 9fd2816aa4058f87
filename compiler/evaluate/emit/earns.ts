/**
 * Earns as statements that return an award's units. Where doubles are proven exact for the amounts at hand they are used;
 * for larger amounts, and for sums of fractions that depend on the amount, big integers are.
 */
import { greatestCommonDivisor, powerOfTen } from '../../domain/rational.ts';
import { MAX_FILTER_MINOR, type ReadFormula, readFormula } from '../../formula/analyse.ts';
import { largestMinorWithin, MAX_SAFE } from '../../formula/exactness.ts';
import { type Polynomial, polynomial } from '../../formula/polynomial.ts';
import type { PlanEarn, PlanFormula, PlanSteps } from '../../plan/plan.ts';
import { big, type Unit, whole } from './unit.ts';

/** What the units of an award depend on besides its earns. */
export interface Units {
	readonly pointDecimals: number;
	/** The minute at which business days begin. */
	readonly dayStartsMinute: number;
	/** Whether any tier multiplies. */
	readonly multiplies: boolean;
	/** The largest numerator and denominator among the tiers' multipliers, at least 1. */
	readonly largestScale: bigint;
	readonly largestDivisor: bigint;
}

/** An earn with the name of the variable that holds its filter's amount; constants have none. */
interface Term extends ReadFormula {
	readonly amount: string | null;
}

/** Writes the end of an award function: it returns the rounded units of the earns' sum. */
export function writeEarns(earns: readonly PlanEarn[], units: Units, unit: Unit): void {
	const filters = [...new Set(earns.map(({ amount }) => amount.filter).filter((filter) => filter !== null))];
	for (const filter of filters) unit.write(`const x${whole(filter)} = s.amount(${whole(filter)});`);
	const terms = earns.map(({ amount }, index) =>
		amount.kind === 'formula' ? formulaTerm(amount) : stepsTerm(amount, index, unit),
	);
	const useful = terms.filter((term) => !(isConstant(term) && constantSign(term) <= 0));
	if (useful.length === 0) {
		unit.write('return 0;');
		return;
	}
	const inDoubles = useful.every(({ denominator }) => denominator.length === 1)
		? sumInDoubles(useful, units)
		: fractionInDoubles(useful, units);
	if (inDoubles?.guard === null) {
		unit.write(inDoubles.statements);
		return;
	}
	if (inDoubles) unit.write(`if (${inDoubles.guard}) {\n${inDoubles.statements}\n}`);
	unit.write(inBigIntegers(useful, units));
}

function formulaTerm(formula: PlanFormula): Term {
	return { ...readFormula(formula), amount: formula.filter === null ? null : `x${whole(formula.filter)}` };
}

/** Full steps are counted first; the points are so many for each. Doubles hold the count, see `isEmittable`. */
function stepsTerm({ filter, step, points }: PlanSteps, index: number, unit: Unit): Term {
	const amount = `y${whole(index)}`;
	const [size, parts] = [whole(Number(step.numerator)), whole(Number(step.denominator))];
	const scaled = `x${whole(filter)} * ${parts}`;
	unit.write(`const ${amount} = (${scaled} - ${scaled} % ${size}) / ${size};`);
	const numerator = polynomial([0n, BigInt(points.numerator)]);
	return { amount, numerator, denominator: polynomial([BigInt(points.denominator)]), undefinedWhereZero: [] };
}

/** Statements that are exact while `guard` holds; null: for every amount. */
interface Guarded {
	readonly guard: string | null;
	readonly statements: string;
}

function isConstant({ numerator, denominator, undefinedWhereZero }: Term): boolean {
	return numerator.length <= 1 && denominator.length === 1 && undefinedWhereZero.length === 0;
}

function constantSign({ numerator: [over = 0n], denominator: [under = 1n] }: Term): number {
	return over === 0n ? 0 : over > 0n === under > 0n ? 1 : -1;
}

/** Terms over constants, brought over one common denominator. */
function sumInDoubles(terms: readonly Term[], units: Units): Guarded | null {
	const common = terms.reduce((lcm, { denominator: [d = 1n] }) => (lcm / greatestCommonDivisor(lcm, d)) * d, 1n);
	const points = powerOfTen(units.pointDecimals);
	const shared = greatestCommonDivisor(points, common);
	const scale = points / shared;
	const divisor = common / shared;
	const bound = MAX_SAFE / (scale * units.largestScale) / BigInt(terms.length);
	if (divisor * units.largestDivisor > MAX_SAFE) return null;
	const scaled = terms.map((term) => ({ ...term, numerator: times(term.numerator, common / (term.denominator[0] ?? 1n)) }));
	const guard = guardOf(scaled, (term) => [[term.numerator, bound], ...term.undefinedWhereZero.map(asSafe)]);
	if (guard === undefined) return null;
	const additions = scaled.map((term) => {
		const conditions = ['v > 0', ...term.undefinedWhereZero.map((divisor) => `${horner(divisor, term.amount)} !== 0`)];
		return `v = ${horner(term.numerator, term.amount)};\nif (${conditions.join(' && ')}) n += v;\n`;
	});
	return { guard, statements: `let n = 0, v = 0;\n${additions.join('')}${returnDoubles(scale, divisor, units)}` };
}

/** One term over a denominator that depends on the amount. */
function fractionInDoubles(terms: readonly Term[], units: Units): Guarded | null {
	const [term] = terms;
	if (!term || terms.length > 1) return null;
	const { numerator, denominator, undefinedWhereZero, amount } = term;
	const scale = powerOfTen(units.pointDecimals);
	const guard = guardOf([term], () => [
		[numerator, MAX_SAFE / (scale * units.largestScale)],
		[denominator, MAX_SAFE / units.largestDivisor],
		...undefinedWhereZero.map(asSafe),
	]);
	if (guard === undefined) return null;
	const zeros = ['n <= 0', 'd === 0', ...undefinedWhereZero.map((divisor) => `${horner(divisor, amount)} === 0`)];
	const statements = [
		`let n = ${horner(numerator, amount)}, d = ${horner(denominator, amount)};`,
		'if (d < 0) { n = -n; d = -d; }',
		`if (${zeros.join(' || ')}) return 0;`,
		`return round(n * ${scale.toString()}${units.multiplies ? ' * s.scale' : ''}, d${units.multiplies ? ' * s.divisor' : ''});`,
	];
	return { guard, statements: statements.join('\n') };
}

function asSafe(p: Polynomial): readonly [Polynomial, bigint] {
	return [p, MAX_SAFE];
}

/** The condition under which every polynomial stays within its bound; null: always; undefined: not even at amount 0. */
function guardOf(
	terms: readonly Term[],
	bounded: (term: Term) => readonly (readonly [Polynomial, bigint])[],
): string | null | undefined {
	const comparisons: string[] = [];
	for (const term of terms) {
		const limits = bounded(term).map(([p, bound]) => largestMinorWithin(p, bound));
		if (limits.includes(null)) return undefined;
		const most = Math.min(...limits.map((limit) => limit ?? 0));
		if (most < MAX_FILTER_MINOR && term.amount !== null) comparisons.push(`${term.amount} <= ${whole(most)}`);
	}
	return comparisons.length === 0 ? null : comparisons.join(' && ');
}

function returnDoubles(scale: bigint, divisor: bigint, { multiplies }: Units): string {
	const over = `n${scale === 1n ? '' : ` * ${scale.toString()}`}${multiplies ? ' * s.scale' : ''}`;
	const under = `${divisor.toString()}${multiplies ? ' * s.divisor' : ''}`;
	return under === '1' ? `return ${over};` : `return round(${over}, ${under});`;
}

function inBigIntegers(terms: readonly Term[], { pointDecimals, multiplies }: Units): string {
	const amounts = [...new Set(terms.map(({ amount }) => amount).filter((amount) => amount !== null))];
	const lines = [
		...amounts.map((amount) => `const b${amount} = BigInt(${amount});`),
		'let n = 0n, d = 1n, p = 0n, q = 0n;',
		...terms.flatMap((term) => {
			const x = term.amount === null ? null : `b${term.amount}`;
			const defined = ['p > 0n', 'q !== 0n', ...term.undefinedWhereZero.map((divisor) => `${hornerBig(divisor, x)} !== 0n`)];
			return [
				`p = ${hornerBig(term.numerator, x)}; q = ${hornerBig(term.denominator, x)};`,
				'if (q < 0n) { p = -p; q = -q; }',
				`if (${defined.join(' && ')}) { n = n * q + p * d; d *= q; }`,
			];
		}),
		`return roundBig(n * ${big(powerOfTen(pointDecimals))}${multiplies ? ' * s.bigScale' : ''}, d${multiplies ? ' * s.bigDivisor' : ''});`,
	];
	return lines.join('\n');
}

function times(p: Polynomial, factor: bigint): Polynomial {
	return p.map((coefficient) => coefficient * factor);
}

function horner(p: Polynomial, x: string | null): string {
	return scheme(p, x, (coefficient) => whole(Number(coefficient)), '0');
}

function hornerBig(p: Polynomial, x: string | null): string {
	return scheme(p, x, big, '0n');
}

/** `((c2 * x + c1) * x + c0)`; a polynomial of degree 0 needs no x. */
function scheme(p: Polynomial, x: string | null, write: (coefficient: bigint) => string, zero: string): string {
	return (
		p.reduceRight((inner, coefficient) => {
			const sign = coefficient < 0n ? '-' : '+';
			const size = write(coefficient < 0n ? -coefficient : coefficient);
			if (inner === '') return coefficient < 0n ? `-${size}` : size;
			return coefficient === 0n ? `(${inner} * ${x})` : `(${inner} * ${x} ${sign} ${size})`;
		}, '') || zero
	);
}
