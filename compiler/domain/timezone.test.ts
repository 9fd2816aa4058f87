import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { epochDay } from './calendar.ts';
import { isTimezone, localClock, localToInstant, timezones } from './timezone.ts';

// A failure prints its seed; SEED runs it again.
fc.configureGlobal(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {});

/** Daylight saving of many kinds: at midnight, by half an hour, a skipped day, none at all, during Ramadan, by quarter hours. */
const ZONES = [
	'Africa/Cairo',
	'America/Sao_Paulo',
	'Australia/Lord_Howe',
	'Pacific/Apia',
	'Asia/Dubai',
	'Europe/London',
	'America/New_York',
	'Africa/Casablanca',
	'Asia/Kathmandu',
	'Asia/Tehran',
	'America/Caracas',
	'Pacific/Chatham',
	'Asia/Pyongyang',
	'Antarctica/Troll',
	'America/Havana',
	'UTC',
];

function transitions(zone: string, from: string, until: string): number[] {
	const found: number[] = [];
	let at = Temporal.Instant.from(from).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
	const end = Temporal.Instant.from(until).epochMilliseconds;
	while (at && at.epochMilliseconds < end) {
		found.push(at.epochMilliseconds);
		at = at.getTimeZoneTransition('next');
	}
	return found;
}

function temporalTime(atMs: number, zone: string) {
	const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
	return { day: epochDay(local), minute: local.hour * 60 + local.minute, weekday: local.dayOfWeek };
}

function timeAt(atMs: number, zone: string) {
	return localClock(zone)?.(atMs);
}

describe('localClock', () => {
	for (const zone of ZONES) {
		it(`agrees with Temporal around every transition of ${zone} from 2000 to 2040`, () => {
			const moments = transitions(zone, '2000-01-01T00:00Z', '2041-01-01T00:00Z');
			for (const at of [...moments, Date.parse('2026-02-07T08:30Z')]) {
				for (const offset of [-60_000, -1, 0, 1, 60_000]) {
					expect([zone, at + offset, timeAt(at + offset, zone)]).toEqual([
						zone,
						at + offset,
						temporalTime(at + offset, zone),
					]);
				}
			}
		});
	}

	it('knows the odd days by heart', () => {
		expect(timeAt(Date.parse('2018-11-04T02:59Z'), 'America/Sao_Paulo')).toMatchObject({ weekday: 6, minute: 1_439 });
		expect(timeAt(Date.parse('2018-11-04T03:00Z'), 'America/Sao_Paulo')).toMatchObject({ weekday: 7, minute: 60 });
		expect(timeAt(Date.parse('2011-12-30T09:59Z'), 'Pacific/Apia')).toEqual({
			day: epochDay({ year: 2011, month: 12, day: 29 }),
			minute: 1_439,
			weekday: 4,
		});
		expect(timeAt(Date.parse('2011-12-30T10:00Z'), 'Pacific/Apia')).toEqual({
			day: epochDay({ year: 2011, month: 12, day: 31 }),
			minute: 0,
			weekday: 6,
		});
		expect(timeAt(Date.parse('1972-01-07T00:44:29Z'), 'Africa/Monrovia')?.minute).toBe(1_439);
	});

	it('answers the same from its memory, in any order', () => {
		const moment = fc.integer({ min: Date.parse('1970-01-01T00:00Z'), max: Date.parse('2060-01-01T00:00Z') });
		fc.assert(
			fc.property(moment, fc.constantFrom(...ZONES), (at, zone) => {
				const first = timeAt(at, zone);
				expect(first).toEqual(temporalTime(at, zone));
				expect(timeAt(at, zone)).toEqual(first);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('may compare the ends of a day: no zone has two transitions closer than that', () => {
		let closest = Number.POSITIVE_INFINITY;
		for (const zone of timezones().filter((name) => /^(?:Africa|America\/[A-C]|Antarctica|Pacific)/.test(name))) {
			const moments = transitions(zone, '1970-01-01T00:00Z', '2041-01-01T00:00Z');
			for (const [index, at] of moments.entries()) {
				if (index > 0) closest = Math.min(closest, at - (moments[index - 1] ?? 0));
			}
		}
		expect(closest).toBeGreaterThan(86_400_000);
	});
});

describe('localToInstant', () => {
	it('takes the later instant in a gap and the earlier pass in an overlap, as Temporal does', () => {
		for (const zone of ZONES) {
			for (const at of transitions(zone, '2000-01-01T00:00Z', '2040-01-01T00:00Z')) {
				for (const shift of [-90, -61, -31, -1, 0, 1, 29, 31, 59, 61, 90, 1_439]) {
					const local = Temporal.Instant.fromEpochMilliseconds(at)
						.toZonedDateTimeISO(zone)
						.toPlainDateTime()
						.add({ minutes: shift });
					const expected = local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
					const found = localToInstant(local, local.hour * 60 + local.minute, zone);
					expect([zone, local.toString(), found]).toEqual([zone, local.toString(), expected - local.second * 1_000]);
				}
			}
		}
	});

	it('answers null for a zone that does not exist', () => {
		expect(localToInstant({ year: 2026, month: 1, day: 1 }, 0, 'Mars/Olympus')).toBeNull();
		expect(localClock('Mars/Olympus')).toBeNull();
	});
});

describe('isTimezone', () => {
	it('accepts canonical names and aliases as IANA spells them', () => {
		for (const zone of [
			'Asia/Dubai',
			'UTC',
			'Asia/Calcutta',
			'Asia/Kolkata',
			'US/Eastern',
			'Etc/GMT+5',
			'America/Argentina/Buenos_Aires',
		]) {
			expect([zone, isTimezone(zone)]).toEqual([zone, true]);
		}
		expect(timezones().every(isTimezone)).toBe(true);
		expect(timezones()).toContain('UTC');
	});

	it('refuses other spellings, offsets and inventions', () => {
		for (const zone of [
			'asia/dubai',
			'ASIA/DUBAI',
			'utc',
			'Utc',
			'+04:00',
			'Dubai',
			'',
			' UTC',
			'Asia/Dubai\n',
			'Mars/Olympus',
			'__proto__',
			'us/eastern',
		]) {
			expect([zone, isTimezone(zone)]).toEqual([zone, false]);
		}
	});
});
