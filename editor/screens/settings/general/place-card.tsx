import { Select } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { currencyCodes, timezones } from '#compiler';
import { type LongDay, print } from '#grammar';
import { useEditing } from '../../../canvas/editing.ts';
import { bareNameNode, wordNode } from '../../../canvas/fragments.ts';
import { TimeInput } from '../../../canvas/pickers/time-input.tsx';
import { clauseOf } from '../parts/declared.ts';
import type { ProgramCardProps } from './general-section.tsx';
import { NameInput } from '../parts/name-input.tsx';
import { hintBelow, SettingCard, SettingRow } from '../parts/setting-card.tsx';
import { words } from '../words.ts';
import { currencyWords, weekdayWords } from './world-words.ts';

const days: readonly LongDay[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What the program is called, what its amounts are meant in, and when its days and weeks begin. */
export function PlaceCard({ program, path }: ProgramCardProps) {
	const { perform } = useEditing();
	const { general } = words;
	const currency = clauseOf(program.settings, 'currency');
	const timezone = clauseOf(program.settings, 'timezone');
	const week = clauseOf(program.settings, 'week');
	const day = clauseOf(program.settings, 'day');
	const clauses = [currency, timezone, week, day].flatMap((clause) => (clause ? [clause.span] : []));
	const set = (clause: 'currency' | 'timezone' | 'week' | 'day', text: string | null) =>
		perform({ kind: 'set-clause', declaration: path, clause, text });
	const code = currency?.code.kind === 'name' ? currency.code.text : null;
	const zone = timezone?.zone.kind === 'text' ? timezone.zone.text : null;
	return (
		<SettingCard title={general.place} Icon={IconBuildingStore} spans={[program.name.span, ...clauses]}>
			<NameInput
				label={general.name}
				maw={560}
				value={program.name.kind === 'name' ? program.name.text : ''}
				taken={[]}
				onCommit={(name) => perform({ kind: 'rename-program', declaration: path, name })}
			/>
			<SettingRow>
				<Select
					label={general.currency}
					description={general.currencyHint}
					inputWrapperOrder={hintBelow}
					data={withCurrent(currencyCodes(), code).map((value) => ({ value, label: currencyWords(value) }))}
					searchable
					allowDeselect={false}
					openOnFocus={false}
					value={code}
					onChange={(next) => next !== null && set('currency', print({ kind: 'currency', code: bareNameNode(next) }))}
				/>
				<Select
					label={general.timezone}
					description={general.timezoneHint}
					inputWrapperOrder={hintBelow}
					data={withCurrent(timezones(), zone)}
					searchable
					allowDeselect={false}
					openOnFocus={false}
					value={zone}
					onChange={(next) =>
						next !== null && set('timezone', print({ kind: 'timezone', zone: { kind: 'text', text: next } }))
					}
				/>
			</SettingRow>
			<SettingRow>
				<Select
					label={general.week}
					data={days.map((value) => ({ value, label: weekdayWords(days.indexOf(value)) }))}
					allowDeselect={false}
					openOnFocus={false}
					value={week?.first.kind === 'word' ? week.first.text : week ? null : 'Monday'}
					onChange={(next) => next !== null && set('week', print({ kind: 'week', first: wordNode(next) }))}
				/>
				<TimeInput
					label={general.day}
					description={general.dayHint}
					inputWrapperOrder={hintBelow}
					value={day?.starts.kind === 'time' ? day.starts.minute : null}
					allowEmpty
					onCommit={(minute) =>
						set('day', minute === null || minute === 0 ? null : print({ kind: 'day', starts: { kind: 'time', minute } }))
					}
				/>
			</SettingRow>
		</SettingCard>
	);
}

/** What is written is offered too, even where it is none of those that are known. */
function withCurrent(known: readonly string[], current: string | null): string[] {
	return current === null || known.includes(current) ? [...known] : [current, ...known];
}
