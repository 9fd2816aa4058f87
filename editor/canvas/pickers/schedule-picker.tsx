import { Divider, Group, Switch } from '@mantine/core';
import { print } from '#grammar';
import type { Moment } from '#grammar';
import { formatIsoDate } from '#compiler';
import type { RuleClauseName } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import { activeNode, type MomentDraft, priorityNode, statusNode } from '../fragments.ts';
import { timezoneOf } from '../program-names.ts';
import type { ScheduleElement } from '../view.ts';
import { DateInput } from './date-input.tsx';
import { DigitsInput } from './digits-input.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { TimeInput } from './time-input.tsx';

/** Status, first and last day, and priority of a rule. */
export function SchedulePicker({ element }: { element: ScheduleElement }) {
	const canvas = useCanvas();
	const { id, active, status, priority, enabled } = element;
	const { declaration, compilation } = canvas;
	const from = draftOf(active?.from);
	const until = draftOf(active?.until);
	const set = (clause: RuleClauseName, text: string | null) =>
		canvas.perform({ kind: 'set-clause', declaration, clause, text });
	const setDates = (first: MomentDraft | null, last: MomentDraft | null) =>
		set('active', first || last ? print(activeNode(first, last, active?.by)) : null);
	const rank = priority?.value.kind === 'number' ? priority : null;
	const timezone = timezoneOf(compilation);
	return (
		<PickerFrame id={id} title="Schedule" note={timezone && `Days and times of ${timezone}.`}>
			<Switch
				size="sm"
				label="Enabled"
				checked={enabled}
				onChange={(event) => {
					const wanted = event.currentTarget.checked ? 'enabled' : 'disabled';
					// Without a status a rule is enabled; one that is written stays written.
					set('status', wanted === 'enabled' && !status ? null : print(statusNode(wanted)));
				}}
			/>
			<Divider />
			<MomentFields label="First day" timeLabel="At" value={from} onChange={(next) => setDates(next, until)} />
			<MomentFields label="Last day" timeLabel="Until" value={until} onChange={(next) => setDates(from, next)} />
			<Divider />
			<DigitsInput
				label="Priority"
				description="The higher number is served first where rules share a limit."
				value={rank && rank.value.kind === 'number' ? rank.value.digits : ''}
				leftSection={rank?.negative ? '−' : undefined}
				placeholder="0"
				decimals={0}
				allowEmpty
				onCommit={(digits) => set('priority', digits === '' ? null : print(priorityNode(digits, rank?.negative ?? false)))}
			/>
		</PickerFrame>
	);
}

interface MomentFieldsProps {
	readonly label: string;
	readonly timeLabel: string;
	readonly value: MomentDraft | null;
	readonly onChange: (value: MomentDraft | null) => void;
}

/** A day, and a time of it where one is wanted. */
function MomentFields({ label, timeLabel, value, onChange }: MomentFieldsProps) {
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
				placeholder="all day"
				value={value?.minute ?? null}
				allowEmpty
				disabled={value === null}
				onCommit={(minute) => value && onChange({ ...value, minute })}
			/>
		</Group>
	);
}

function draftOf(moment: Moment | { readonly kind: 'missing' } | undefined): MomentDraft | null {
	if (moment?.kind !== 'moment') return null;
	const { year, month, day } = moment.date;
	return { year, month, day, minute: moment.time?.minute ?? null };
}
