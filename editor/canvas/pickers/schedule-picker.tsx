import { Divider, Select, Switch } from '@mantine/core';
import { type ExclusiveClause, type Name, type Plain, print } from '#grammar';
import type { Compilation } from '#compiler';
import type { RuleClauseName } from '#compiler/edits';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { activeNode, type MomentDraft, nameNode, priorityNode } from '../fragments.ts';
import { timezoneOf } from '../program-names.ts';
import { setStatus } from '../schedule-edits.ts';
import type { ScheduleElement } from '../view.ts';
import { DigitsInput } from './digits-input.tsx';
import { ExclusiveField } from './exclusive-field.tsx';
import { momentDraftOf, MomentFields } from './moment-fields.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';
import { localDigits } from '../../messages/digits.ts';

const MOMENT = '\n';

/** Status, first and last day and their clock, exclusive set and priority of a rule. */
export function SchedulePicker({ element }: { element: ScheduleElement }) {
	const canvas = useCanvas();
	const { id, active, priority, enabled } = element;
	const { declaration, compilation } = canvas;
	const from = momentDraftOf(active?.from);
	const until = momentDraftOf(active?.until);
	const by = active?.by?.kind === 'name' ? active.by : null;
	const set = (clause: RuleClauseName, text: string | null) =>
		canvas.perform({ kind: 'set-clause', declaration, clause, text });
	const setDates = (first: MomentDraft | null, last: MomentDraft | null, clock: Plain<Name> | null) =>
		set('active', first || last ? print(activeNode(first, last, clock ?? undefined)) : null);
	const clocks = clocksOf(canvas, by);
	const rank = priority?.value.kind === 'number' ? priority : null;
	const timezone = timezoneOf(compilation);
	return (
		<PickerFrame id={id} title={says.schedule} note={timezone && says.timesOf({ timezone })}>
			<Switch
				size="sm"
				label={says.enabled}
				checked={enabled}
				onChange={(event) => void canvas.perform(setStatus(declaration, element, event.currentTarget.checked))}
			/>
			<Divider />
			<MomentFields label={says.firstDay} timeLabel={says.at} value={from} onChange={(next) => setDates(next, until, by)} />
			<MomentFields
				label={says.lastDay}
				timeLabel={says.until}
				value={until}
				onChange={(next) => setDates(from, next, by)}
			/>
			{clocks.length > 1 && (
				<Select
					label={says.countedBy}
					description={from || until ? undefined : says.giveDayFirst}
					disabled={!from && !until}
					data={clocks}
					value={by?.text ?? MOMENT}
					allowDeselect={false}
					openOnFocus={false}
					comboboxProps={{ withinPortal: false }}
					onChange={(clock) =>
						clock !== null && setDates(from, until, clock === MOMENT ? null : nameNode(clock, attributeNames(compilation)))
					}
				/>
			)}
			<Divider />
			<ExclusiveField
				exclusive={element.exclusive}
				onChange={(name) => set('exclusive', name === null ? null : exclusiveText(name))}
			/>
			<DigitsInput
				label={says.priority}
				description={says.priorityHint}
				value={rank && rank.value.kind === 'number' ? rank.value.digits : ''}
				leftSection={rank?.negative ? '−' : undefined}
				placeholder={localDigits('0')}
				decimals={0}
				allowEmpty
				onCommit={(digits) => set('priority', digits === '' ? null : print(priorityNode(digits, rank?.negative ?? false)))}
			/>
		</PickerFrame>
	);
}

/** The transaction's own moment, and the program's date attributes. */
function clocksOf({ scope }: CanvasValue, by: Name | null): { readonly value: string; readonly label: string }[] {
	const dates = scope.attributes.filter(({ type }) => type === 'date').map(({ name }) => name);
	const all = by && !dates.includes(by.text) ? [...dates, by.text] : dates;
	return [
		{ value: MOMENT, label: says.momentOfPurchase },
		...all.map((name) => ({ value: name, label: says.theDate({ name }) })),
	];
}

function attributeNames({ symbols }: Compilation): Name[] {
	return [...symbols.attributes.values()].flatMap(({ name }) => (name.kind === 'name' ? [name] : []));
}

function exclusiveText(name: string): string {
	return print({ kind: 'exclusive', set: nameNode(name) } satisfies Plain<ExclusiveClause>);
}
