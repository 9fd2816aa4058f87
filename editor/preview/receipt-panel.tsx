import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconRotate } from '@tabler/icons-react';
import { memo } from 'react';
import { type Catalog, formatIsoDate, type Plan } from '#compiler';
import { readTime } from '../canvas/digits.ts';
import { DateInput } from '../canvas/pickers/date-input.tsx';
import { DigitsInput } from '../canvas/pickers/digits-input.tsx';
import { TimeInput } from '../canvas/pickers/time-input.tsx';
import { shownDigits, timeWords } from '../canvas/words.ts';
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

/** A made-up receipt, every part of which can be changed. Its many fields are drawn again only for what they show. */
export const ReceiptPanel = memo(function ReceiptPanel(props: ReceiptPanelProps) {
	const { plan, filter, catalog, sample, faults, onChange, onReset } = props;
	const { program, tiers } = plan;
	const change = (part: Partial<Sample>) => onChange({ ...sample, ...part });
	const faultOf = (field: SampleFault['field']) => faults.find((fault) => fault.field === field)?.words.replaceAll('`', '');
	const [day = '', time = ''] = sample.at.split('T');
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
				<DateInput
					size="xs"
					isOver
					label={says.birthday}
					value={sample.birthDate}
					error={faultOf('birthDate')}
					onCommit={(date) => change({ birthDate: date ? formatIsoDate(date) : '' })}
				/>
				<Choice
					label={says.orderType}
					names={program.orderTypes}
					value={sample.orderType}
					onChange={(orderType) => change({ orderType })}
				/>
				<DateInput
					size="xs"
					isOver
					label={says.date}
					value={day}
					error={faultOf('at')}
					onCommit={(date) => change({ at: `${date ? formatIsoDate(date) : ''}T${time}` })}
				/>
				<TimeInput
					size="xs"
					label={says.timeIn({ timezone: program.timezone })}
					value={readTime(time)}
					onCommit={(minute) => minute !== null && change({ at: `${day}T${timeWords(minute)}` })}
				/>
				<Choice
					label={says.channel}
					names={program.channels}
					value={sample.channel}
					onChange={(channel) => change({ channel })}
				/>
				<Select
					size="xs"
					className={classes['wide']}
					label={says.store}
					placeholder={says.notSaid}
					clearable
					searchable
					data={(catalog?.stores ?? []).map(({ id, name }) => ({ value: id, label: name }))}
					value={sample.store}
					limit={60}
					onChange={(store) => change({ store })}
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
});

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
