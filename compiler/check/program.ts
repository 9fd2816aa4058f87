import { type Document, type Missing, type Name, nearest, type ProgramSetting } from '#grammar';
import { currencyDecimals } from '../domain/currencies.ts';
import { isTimezone, timezones } from '../domain/timezone.ts';
import { checkLimit } from './limits.ts';
import { checkNumber } from './numbers.ts';
import type { CheckContext } from './report.ts';

/** Checks that there is exactly one `program` (and at most one `tiers`) and that its settings make sense. */
export function checkProgram(document: Document, context: CheckContext): void {
	reportSecond(document, 'program', context);
	reportSecond(document, 'tiers', context);
	const { program } = context.symbols;
	if (!program) {
		const first = document.declarations[0]?.span.start ?? 0;
		context.report('missing-program', { start: first, end: first }, undefined);
		return;
	}
	const head = { start: program.span.start, end: program.name.span.end };
	const has = (kind: ProgramSetting['kind']) => program.settings.some((setting) => setting.kind === kind);
	// A setting that is there but cannot be read has its own problem.
	const hasRaw = has('raw');
	if (!has('currency') && !hasRaw) context.report('missing-setting', head, { setting: 'currency', example: 'currency AED' });
	if (!has('timezone') && !hasRaw) {
		context.report('missing-setting', head, { setting: 'timezone', example: 'timezone "Asia/Dubai"' });
	}
	const seen = new Set<string>();
	for (const setting of program.settings) {
		if (setting.kind !== 'raw' && setting.kind !== 'limit') {
			if (seen.has(setting.kind)) context.report('repeated-clause', setting.span, { clause: settingWords[setting.kind] });
			seen.add(setting.kind);
		}
		checkSetting(setting, context);
	}
}

const settingWords: Record<Exclude<ProgramSetting['kind'], 'raw' | 'limit'>, string> = {
	currency: 'currency',
	timezone: 'timezone',
	week: 'week starts',
	points: 'points',
	channels: 'channels',
	'order-types': 'order types',
};

function reportSecond(document: Document, kind: 'program' | 'tiers', context: CheckContext): void {
	const [first, ...others] = document.declarations.filter((declaration) => declaration.kind === kind);
	for (const other of others) {
		context.report(
			'second-declaration',
			{ start: other.span.start, end: other.span.start + kind.length },
			{ construct: kind },
			{
				related: { span: first?.span ?? other.span, message: 'The first one is here.' },
			},
		);
	}
}

function checkSetting(setting: ProgramSetting, context: CheckContext): void {
	switch (setting.kind) {
		case 'currency':
			if (setting.code.kind === 'name' && currencyDecimals(setting.code.text) === null) {
				context.report('unknown-currency', setting.code.span, { code: setting.code.text });
			}
			return;
		case 'timezone':
			if (setting.zone.kind === 'text' && !isTimezone(setting.zone.text)) {
				const zone = setting.zone.text;
				context.report('unknown-timezone', setting.zone.span, { zone, nearest: nearest(zone, timezones()) });
			}
			return;
		case 'points':
			checkNumber(setting.decimals, { what: 'The number of decimals', decimals: 0, low: 1, high: 6 }, context);
			if (setting.per?.kind === 'word' && setting.per.text !== 'award') {
				const construct = setting.per.text === 'carried' ? 'carried' : `per ${setting.per.text}`;
				context.report('not-evaluated-yet', setting.per.span, { construct });
			}
			return;
		case 'channels':
		case 'order-types':
			checkRepeats(setting.names, context);
			return;
		case 'limit':
			checkLimit(setting, context);
			return;
		case 'week':
		case 'raw':
			return;
	}
}

/** Warns of a name that stands in one list twice. */
export function checkRepeats(names: readonly (Name | Missing)[], context: CheckContext): void {
	const seen = new Set<string>();
	for (const name of names) {
		if (name.kind === 'missing') continue;
		if (seen.has(name.text)) context.report('repeated-name', name.span, { name: name.text });
		seen.add(name.text);
	}
}
