import { describe, expect, it } from 'vitest';
import { epochDay, type LocalMoment } from '#compiler';
import { parse } from '#grammar';
import { stateOf, windowOf } from './rule-window.ts';

/** The state of a rule with these clauses at a local moment `2026-02-07 12:30`. */
function state(clauses: string, now: string) {
	const rule = parse(`rule "R" { ${clauses} earn 1 }`).document.declarations[0];
	if (rule?.kind !== 'rule') throw new Error('Not a rule');
	return stateOf(windowOf(rule), at(now));
}

function at(text: string): LocalMoment {
	const [year, month, day, hour, minute] = text.split(/[^0-9]/).map(Number) as [number, number, number, number, number];
	return { day: epochDay({ year, month, day }), minute: hour * 60 + minute };
}

const winter = 'active from 2026-01-01 until 2026-03-31';

describe('the tab of a rule', () => {
	it.each([
		['', '2026-02-07 12:30', 'current'],
		['status enabled', '2026-02-07 12:30', 'current'],
		['status disabled', '2026-02-07 12:30', 'disabled'],
		[winter, '2025-12-31 23:59', 'scheduled'],
		[winter, '2026-01-01 00:00', 'current'],
		[winter, '2026-03-31 23:59', 'current'],
		[winter, '2026-04-01 00:00', 'expired'],
		['active until 2026-03-31', '1999-01-01 00:00', 'current'],
		['active from 2026-01-01', '2099-01-01 00:00', 'current'],
		['active from 2026-01-01 09:00 until 2026-01-01 18:00', '2026-01-01 08:59', 'scheduled'],
		['active from 2026-01-01 09:00 until 2026-01-01 18:00', '2026-01-01 09:00', 'current'],
		['active from 2026-01-01 09:00 until 2026-01-01 18:00', '2026-01-01 17:59', 'current'],
		['active from 2026-01-01 09:00 until 2026-01-01 18:00', '2026-01-01 18:00', 'expired'],
		['active until 2026-01-01 24:00', '2026-01-01 23:59', 'current'],
		['active until 2026-01-01 24:00', '2026-01-02 00:00', 'expired'],
	])('with `%s` at %s is %s', (clauses, now, expected) => {
		expect(state(clauses, now)).toBe(expected);
	});

	it('is Disabled for what is switched off, whatever its dates say', () => {
		for (const now of ['2025-01-01 00:00', '2026-02-01 00:00', '2027-01-01 00:00']) {
			expect(state(`status disabled ${winter}`, now)).toBe('disabled');
		}
	});

	it('does not follow dates that cannot be read', () => {
		expect(state('active from until 2026-03-31', '2025-01-01 00:00')).toBe('current');
	});
});
