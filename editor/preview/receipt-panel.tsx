import { ActionIcon, Select, TextInput, Tooltip } from '@mantine/core';
import { IconRotate } from '@tabler/icons-react';
import type { Catalog, Plan } from '#compiler';
import { DigitsInput } from '../canvas/pickers/digits-input.tsx';
import { shownDigits } from '../canvas/words.ts';
import type { SampleFault } from './read-sample.ts';
import { ReceiptLines } from './receipt-lines.tsx';
import { sampleTotal } from './sample-total.ts';
import type { Sample } from './sample.ts';
import classes from './preview.module.css';
import { says } from './says.ts';

interface ReceiptPanelProps {
	readonly plan: Plan;
	/** Index of the filter whose lines are marked; null for none. */
	readonly filter: number | null;
	readonly catalog: Catalog | null;
	readonly sample: Sample;
	readonly faults: readonly SampleFault[];
	readonly onChange: (sample: Sample) => void;
	readonly onReset: () => void;
}

const extras = ['discount', 'taxes', 'fees', 'tip'] as const;

/** A made-up receipt, every part of which can be changed. */
export function ReceiptPanel({ plan, filter, catalog, sample, faults, onChange, onReset }: ReceiptPanelProps) {
	const { program, tiers } = plan;
	const change = (part: Partial<Sample>) => onChange({ ...sample, ...part });
	const faultOf = (field: SampleFault['field']) => faults.find((fault) => fault.field === field)?.words.replaceAll('`', '');
	const total = sampleTotal(sample, program.currencyDecimals);
	return (
		<>
			<div className={classes['head']}>
				<h3 className={classes['title']}>{says.receipt}</h3>
				<Tooltip label={says.startOver}>
					<ActionIcon size={28} aria-label={says.startOver} onClick={onReset}>
						<IconRotate size={16} aria-hidden />
					</ActionIcon>
				</Tooltip>
			</div>
			<div className={classes['facts']}>
				<Choice
					label={says.tier}
					names={tiers.steps.map(({ name }) => name)}
					value={sample.tier}
					onChange={(tier) => change({ tier })}
				/>
				<TextInput
					size="xs"
					type="date"
					label={says.birthday}
					value={sample.birthDate}
					error={faultOf('birthDate')}
					onChange={(event) => change({ birthDate: event.currentTarget.value })}
				/>
				<TextInput
					size="xs"
					type="datetime-local"
					label={says.timeIn({ timezone: program.timezone })}
					value={sample.at}
					error={faultOf('at')}
					onChange={(event) => change({ at: event.currentTarget.value })}
				/>
				<Select
					size="xs"
					label={says.store}
					placeholder={says.notSaid}
					clearable
					searchable
					data={(catalog?.stores ?? []).map(({ id, name }) => ({ value: id, label: name }))}
					value={sample.store}
					limit={60}
					onChange={(store) => change({ store })}
				/>
				<Choice
					label={says.channel}
					names={program.channels}
					value={sample.channel}
					onChange={(channel) => change({ channel })}
				/>
				<Choice
					label={says.orderType}
					names={program.orderTypes}
					value={sample.orderType}
					onChange={(orderType) => change({ orderType })}
				/>
			</div>
			<ReceiptLines {...{ plan, filter, catalog, faults }} lines={sample.lines} onChange={(lines) => change({ lines })} />
			<div className={classes['extras']}>
				{extras.map((field) => (
					<DigitsInput
						key={field}
						size="xs"
						label={says.extras[field]}
						value={sample[field]}
						decimals={program.currencyDecimals}
						error={faultOf(field)}
						onCommit={(digits) => change({ [field]: digits })}
					/>
				))}
				<p className={classes['total']}>
					<span>{says.total}</span>
					<strong>
						{program.currency} {shownDigits(total)}
					</strong>
				</p>
			</div>
		</>
	);
}

interface ChoiceProps {
	readonly label: string;
	readonly names: readonly string[];
	readonly value: string | null;
	readonly onChange: (name: string | null) => void;
}

/** One of the program's names, or none of them. */
function Choice({ label, names, value, onChange }: ChoiceProps) {
	const data = value === null || names.includes(value) ? names : [...names, value];
	return (
		<Select
			size="xs"
			label={label}
			placeholder={names.length === 0 ? says.noneInProgram : says.notSaid}
			disabled={data.length === 0}
			clearable
			data={[...data]}
			value={value}
			onChange={onChange}
		/>
	);
}
