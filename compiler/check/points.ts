import type { ProgramDeclaration, Rounding } from '#grammar';
import { currencyDecimals } from '../domain/currencies.ts';

/** How many decimals a point has in this program: 0 unless `points with N decimals` says otherwise. */
export function pointDecimals(program: ProgramDeclaration | null): number {
	const setting = program?.settings.find((candidate) => candidate.kind === 'points');
	if (setting?.kind !== 'points' || setting.decimals?.kind !== 'number') return 0;
	const decimals = Number(setting.decimals.digits);
	return Number.isInteger(decimals) && decimals >= 0 && decimals <= 6 ? decimals : 0;
}

/** How awards are rounded: down unless the program says otherwise. */
export function pointRounding(program: ProgramDeclaration | null): Rounding {
	const setting = program?.settings.find((candidate) => candidate.kind === 'points');
	return setting?.kind === 'points' && setting.rounding?.kind === 'word' ? setting.rounding.text : 'down';
}

/** The program's currency code; null while it is missing. */
export function currencyCode(program: ProgramDeclaration | null): string | null {
	const setting = program?.settings.find((candidate) => candidate.kind === 'currency');
	return setting?.kind === 'currency' && setting.code.kind === 'name' ? setting.code.text : null;
}

/** Decimals of the program's currency; 2 while it is unknown, so that checks can go on. */
export function programCurrencyDecimals(program: ProgramDeclaration | null): number {
	return currencyDecimals(currencyCode(program) ?? '') ?? 2;
}
