import type {
	Name,
	Missing,
	PointsSetting,
	ProgramDeclaration,
	ProgramSetting,
	ReturnsPolicy,
	RoundingPlace,
} from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { summaryOfLimit } from './limits.ts';
import {
	counted,
	HOLE,
	joined,
	namePart,
	nameText,
	part,
	type ProsePart,
	says,
	spoken,
	timeText,
	wordText,
} from './words.ts';

/** `the program Café: amounts are in AED; weeks start on Monday`. */
export function programParts({ name, settings }: ProgramDeclaration): ProsePart[] {
	const said = settings.map((setting) => [part(settingText(setting), setting)]);
	return says`the program ${namePart(name)}${said.length === 0 ? '' : says`: ${joined(said, '; ')}`}`;
}

/** A setting as a clause of a sentence: `amounts are in AED`. */
export function settingText(setting: ProgramSetting): string {
	switch (setting.kind) {
		case 'currency':
			return `amounts are in ${nameText(setting.code)}`;
		case 'timezone':
			return `days and hours are those of ${setting.zone.kind === 'missing' ? HOLE : setting.zone.text}`;
		case 'week':
			return `weeks start on ${wordText(setting.first)}`;
		case 'day':
			return `days start at ${timeText(setting.starts)}`;
		case 'points':
			return pointsSettingText(setting);
		case 'channels':
			return listText('channel', setting.names);
		case 'order-types':
			return listText('order type', setting.names);
		case 'limit':
			return `members get ${summaryOfLimit(setting)}`;
		case 'returns':
			return setting.policy.kind === 'missing' ? `returns ${HOLE}` : RETURNS[setting.policy.text];
		case 'raw':
			return 'a part that cannot be read';
		default:
			return unreachable(setting);
	}
}

const RETURNS: Readonly<Record<ReturnsPolicy, string>> = {
	'may go negative': 'returns may take a balance below zero',
	'stop at zero': 'returns take a balance down to zero at most',
	'pending only': 'returns take only points that are still pending',
};

const PLACES: Readonly<Record<RoundingPlace, string>> = {
	award: 'for each award',
	item: 'for each item',
	transaction: 'for each transaction',
	carried: 'with the rest kept for the next time',
};

function pointsSettingText({ decimals, rounding, per }: PointsSetting): string {
	const precision = decimals ? `points have ${counted(decimals, 'decimal')}` : 'points are whole';
	if (!rounding) return precision;
	const place = per ? ` ${per.kind === 'missing' ? HOLE : PLACES[per.text]}` : '';
	return `${precision}, rounded ${wordText(rounding)}${place}`;
}

function listText(noun: string, names: readonly (Name | Missing)[]): string {
	const list = spoken(names.map(nameText), 'and');
	return names.length === 1 ? `the ${noun} is ${list}` : `the ${noun}s are ${list}`;
}
