/** Earns as statements that return an award's numerator and leave its denominator in the scene. */
import type { Amount, Coefficients, Quotient, Term } from '../fast/quotient.ts';
import { type Unit, whole } from './unit.ts';

/** Writes a function that returns the numerator of a quotient, 0 for nothing, or -1 where doubles may not be exact. */
export function writeQuotient(quotient: Quotient, unit: Unit): void {
	const terms = quotient.kind === 'sum' ? quotient.terms : [quotient.term];
	const amounts = terms.map(({ amount }) => amount);
	const filters = new Set(amounts.flatMap((amount) => (amount === null ? [] : [amount.filter])));
	for (const filter of filters) unit.write(`const x${whole(filter)} = s.amount(${whole(filter)});`);
	const names = amounts.map((amount, index) => nameOf(amount, index, unit));
	for (const [index, amount] of amounts.entries()) {
		if (amount?.most != null) unit.write(`if (${names[index]} > ${whole(amount.most)}) return -1;`);
	}
	if (quotient.kind === 'sum') writeSum(quotient.terms, names, quotient.denominator, unit);
	else writeFraction(quotient.term, names[0] ?? '', quotient.denominator, unit);
}

/** The name of the variable that holds an amount; full steps are counted first. */
function nameOf(amount: Amount | null, index: number, unit: Unit): string {
	if (amount === null) return '';
	const x = `x${whole(amount.filter)}`;
	if (amount.steps === null) return x;
	const y = `y${whole(index)}`;
	const scaled = `${x} * ${whole(amount.steps.parts)}`;
	const size = whole(amount.steps.size);
	unit.write(`const ${y} = (${scaled} - ${scaled} % ${size}) / ${size};`);
	return y;
}

function writeSum(terms: readonly Term[], names: readonly string[], denominator: number, unit: Unit): void {
	unit.write('let n = 0, v = 0;');
	for (const [index, term] of terms.entries()) {
		const name = names[index] ?? '';
		unit.write(`v = ${horner(term.numerator, name)};`);
		if (term.floor > 0) {
			const isAbove = term.amount === null ? '' : ` && x${whole(term.amount.filter)} > 0`;
			unit.write(`if (v < ${whole(term.floor)}${isAbove}) v = ${whole(term.floor)};`);
		}
		const conditions = ['v > 0', ...term.divisors.map((divisor) => `${horner(divisor, name)} !== 0`)];
		unit.write(`if (${conditions.join(' && ')}) n += v;`);
	}
	unit.write(`s.under = ${whole(denominator)};`);
	unit.write('return n;');
}

function writeFraction({ numerator, divisors }: Term, name: string, denominator: Coefficients, unit: Unit): void {
	unit.write(`let n = ${horner(numerator, name)}, d = ${horner(denominator, name)};`);
	unit.write('if (d < 0) { n = -n; d = -d; }');
	const zeros = ['n <= 0', 'd === 0', ...divisors.map((divisor) => `${horner(divisor, name)} === 0`)];
	unit.write(`if (${zeros.join(' || ')}) return 0;`);
	unit.write('s.under = d;');
	unit.write('return n;');
}

/** `((c2 * x + c1) * x + c0)`; a polynomial of degree 0 needs no x. */
function horner(p: Coefficients, x: string): string {
	const scheme = p.reduceRight((inner, coefficient) => {
		const size = whole(Math.abs(coefficient));
		if (inner === '') return coefficient < 0 ? `-${size}` : size;
		return coefficient === 0 ? `(${inner} * ${x})` : `(${inner} * ${x} ${coefficient < 0 ? '-' : '+'} ${size})`;
	}, '');
	return scheme || '0';
}
