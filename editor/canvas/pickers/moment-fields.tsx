import { Group } from '@mantine/core';
import type { Moment } from '#grammar';
import { formatIsoDate } from '#compiler';
import type { MomentDraft } from '../fragments.ts';
import { DateInput } from './date-input.tsx';
import { TimeInput } from './time-input.tsx';
import { says } from './says.ts';

interface MomentFieldsProps {
	readonly label: string;
	readonly timeLabel: string;
	readonly value: MomentDraft | null;
	readonly onChange: (value: MomentDraft | null) => void;
}

/** A day, and a time of it where one is wanted. */
export function MomentFields({ label, timeLabel, value, onChange }: MomentFieldsProps) {
	return (
		<Group gap="xs" wrap="nowrap" align="flex-start">
			<DateInput
				label={label}
				value={value ? formatIsoDate(value) : ''}
				onCommit={(date) => onChange(date && { ...date, minute: value?.minute ?? null })}
			/>
			<TimeInput
				label={timeLabel}
				w={88}
				placeholder={says.allDayTime}
				value={value?.minute ?? null}
				allowEmpty
				disabled={value === null}
				onCommit={(minute) => value && onChange({ ...value, minute })}
			/>
		</Group>
	);
}

/** A moment of the text as a form holds it; null for one that is not there. */
export function momentDraftOf(moment: Moment | { readonly kind: 'missing' } | undefined): MomentDraft | null {
	if (moment?.kind !== 'moment') return null;
	const { year, month, day } = moment.date;
	return { year, month, day, minute: moment.time?.minute ?? null };
}
