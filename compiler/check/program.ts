import { type Missing, type Name, nearest, phrase, type ProgramDeclaration, type ProgramSetting } from '#grammar';
import { currencyDecimals } from '../domain/currencies.ts';
import { isTimezone, timezones } from '../domain/timezone.ts';
import { unreachable } from '../domain/unreachable.ts';
import { anywhere } from './formulas.ts';
import { checkLimit } from './limits.ts';
import { checkRepeats, Once } from './names.ts';
import { checkNumber, wholeBounds } from './numbers.ts';
import { replacement } from './places.ts';
import type { CheckContext } from './report.ts';

/** Checks that a program's settings are there and make sense. */
export function checkProgram(program: ProgramDeclaration, context: CheckContext): void {
	const head = { start: program.span.start, end: program.name.span.end };
	const has = (kind: ProgramSetting['kind']) => program.settings.some((setting) => setting.kind === kind);
	// A setting that is there but cannot be read has its own problem.
	const hasRaw = has('raw');
	if (!has('currency') && !hasRaw)
		context.report('missing-setting', head, { setting: phrase('currency'), example: 'currency AED' });
	if (!has('timezone') && !hasRaw) {
		context.report('missing-setting', head, { setting: phrase('timezone'), example: 'timezone "Asia/Dubai"' });
	}
	const once = new Once(context);
	for (const setting of program.settings) {
		if (setting.kind !== 'raw' && setting.kind !== 'limit') once.see(settingWords[setting.kind], setting.span);
		checkSetting(setting, context);
	}
}

const settingWords: Record<Exclude<ProgramSetting['kind'], 'raw' | 'limit'>, string> = {
	currency: 'currency',
	timezone: 'timezone',
	week: 'week starts',
	day: 'day starts',
	points: 'points',
	channels: 'channels',
	'order-types': 'order types',
	returns: 'returns',
};

/** `24:00` ends a day. */
const END_OF_DAY = 1440;

function checkSetting(setting: ProgramSetting, context: CheckContext): void {
	switch (setting.kind) {
		case 'currency':
			checkCurrency(setting.code, context);
			return;
		case 'timezone':
			if (setting.zone.kind === 'text' && !isTimezone(setting.zone.text)) {
				const zone = setting.zone.text;
				context.report('unknown-timezone', setting.zone.span, { zone, nearest: nearest(zone, timezones()) });
			}
			return;
		case 'day':
			if (setting.starts.kind === 'time' && setting.starts.minute === END_OF_DAY) {
				const fix = replacement(phrase('write', { text: '00:00' }), setting.starts.span, '00:00');
				context.report('impossible-day-start', setting.starts.span, undefined, fix);
			}
			return;
		case 'points':
			checkNumber(setting.decimals, wholeBounds('the number of decimals', 6), context);
			return;
		case 'channels':
		case 'order-types':
			checkRepeats(setting.names, context);
			return;
		case 'limit':
			checkLimit(setting, { ...anywhere, of: 'program', isDisabled: false }, context);
			return;
		case 'week':
		case 'returns':
		case 'raw':
			return;
		default:
			unreachable(setting);
	}
}

/** Only a code in other capitals is surely meant: most three letters are near to some currency. */
function checkCurrency(name: Name | Missing, context: CheckContext): void {
	if (name.kind === 'missing' || currencyDecimals(name.text) !== null) return;
	const capitals = name.text.toUpperCase();
	const fix =
		currencyDecimals(capitals) === null ? {} : replacement(phrase('change to', { text: capitals }), name.span, capitals);
	context.report('unknown-currency', name.span, { code: name.text }, fix);
}
