import { Input, MultiSelect, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#grammar';
import { formatIsoDate, unreachable } from '#compiler';
import { DateInput } from '../../canvas/pickers/date-input.tsx';
import { TimeInput } from '../../canvas/pickers/time-input.tsx';
import { words as sentences } from '../../canvas/words.ts';
import { isNumberKind, type NumberKind } from './answers.ts';
import { FilterField } from './filter-question.tsx';
import { NumberField } from './number-field.tsx';
import type { ProgramFacts } from './program-facts.ts';
import type { Answers, BirthdayWindow, QuestionKind } from './questions.ts';
import buttons from '../../panels/toggle.module.css';
import classes from './template-form.module.css';
import { words } from './words.ts';

/** What every control of a question is given. */
export interface QuestionProps {
	readonly label: string;
	readonly answers: Answers;
	readonly facts: ProgramFacts;
	readonly fault: string | null;
	readonly onChange: (said: Partial<Answers>) => void;
}

/** The control that answers one question. */
export function QuestionField({ kind, ...props }: QuestionProps & { readonly kind: QuestionKind }) {
	return (
		<div data-question={kind} className={classes['question']}>
			<Control kind={kind} {...props} />
		</div>
	);
}

function Control({ kind, ...props }: QuestionProps & { readonly kind: QuestionKind }) {
	if (isNumberKind(kind)) return <PlainNumber kind={kind} {...props} />;
	switch (kind) {
		case 'rate':
			return <RateField {...props} />;
		case 'filter':
		case 'items':
		case 'part':
			return <FilterField kind={kind} {...props} />;
		case 'tiers':
		case 'channels':
			return <NamesField kind={kind} {...props} />;
		case 'stores':
			return <StoresField {...props} />;
		case 'days':
			return <DaysField {...props} />;
		case 'times':
			return <TimesField {...props} />;
		case 'dates':
			return <DatesField {...props} />;
		case 'birthday':
			return <BirthdayField {...props} />;
		default:
			return unreachable(kind);
	}
}

function PlainNumber({ kind, label, answers, facts, fault, onChange }: QuestionProps & { readonly kind: NumberKind }) {
	const { currency } = facts;
	const isMoney = kind === 'amount' || kind === 'least';
	const of = unitOf(kind, currency);
	const placeholder = kind === 'least' ? words.noLeast : kind === 'cap' ? words.noCap : undefined;
	return (
		<NumberField
			label={label}
			value={answers[kind]}
			fault={fault}
			{...(isMoney ? { unit: currency } : {})}
			{...(of === undefined ? {} : { of })}
			{...(placeholder === undefined ? {} : { placeholder })}
			onChange={(typed) => onChange({ [kind]: typed })}
		/>
	);
}

/** What stands behind a number. */
function unitOf(kind: NumberKind, currency: string): string | undefined {
	switch (kind) {
		case 'each':
			return words.units.each({ currency });
		case 'points':
		case 'cap':
			return words.units.points;
		case 'factor':
			return words.units.factor;
		case 'joining':
			return words.units.days;
		case 'count':
		case 'amount':
		case 'least':
			return undefined;
		default:
			return unreachable(kind);
	}
}

function RateField({ label, answers: { rate }, facts, fault, onChange }: QuestionProps) {
	return (
		<Several label={label} fault={fault}>
			<div className={classes['row']}>
				<NumberField
					label={words.units.points}
					hidesLabel
					value={rate.points}
					of={words.units.points}
					fault={null}
					onChange={(points) => onChange({ rate: { ...rate, points } })}
				/>
				<span className={classes['between']}>{words.units.every}</span>
				<NumberField
					label={words.everyMoney}
					hidesLabel
					value={rate.every}
					unit={facts.currency}
					fault={null}
					onChange={(every) => onChange({ rate: { ...rate, every } })}
				/>
			</div>
		</Several>
	);
}

function NamesField({ kind, label, answers, facts, fault, onChange }: QuestionProps & { kind: 'tiers' | 'channels' }) {
	return (
		<Several label={label} fault={fault}>
			<Toggles
				all={facts.scope[kind].map((name) => ({ value: name, label: name, title: name }))}
				chosen={answers[kind]}
				onChange={(names) => onChange({ [kind]: names })}
			/>
		</Several>
	);
}

const week: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function DaysField({ label, answers, facts: { weekStarts }, fault, onChange }: QuestionProps) {
	const ordered = [...week.slice(weekStarts - 1), ...week.slice(0, weekStarts - 1)];
	return (
		<Several label={label} fault={fault}>
			<Toggles
				all={ordered.map((day) => ({ value: day, label: sentences.days[day], title: sentences.fullDays[day] }))}
				chosen={answers.days}
				onChange={(days) => onChange({ days })}
			/>
		</Several>
	);
}

interface TogglesProps<V extends string> {
	readonly all: readonly { readonly value: V; readonly label: string; readonly title: string }[];
	readonly chosen: readonly V[];
	readonly onChange: (chosen: readonly V[]) => void;
}

/** Buttons of which several may be down; what is chosen stays in their order. */
function Toggles<V extends string>({ all, chosen, onChange }: TogglesProps<V>) {
	const toggle = (value: V) =>
		onChange(all.flatMap((each) => ((each.value === value) !== chosen.includes(each.value) ? [each.value] : [])));
	return (
		<div className={classes['toggles']}>
			{all.map(({ value, label, title }) => (
				<button
					key={value}
					type="button"
					className={`${buttons['toggle']} ${classes['toggle']}`}
					aria-pressed={chosen.includes(value)}
					title={title}
					onClick={() => toggle(value)}
				>
					<bdi>{label}</bdi>
				</button>
			))}
		</div>
	);
}

/** There may be thousands of stores: they are searched, and a few of them shown. */
const STORES_SHOWN = 40;

function StoresField({ label, answers, facts: { stores }, fault, onChange }: QuestionProps) {
	return (
		<MultiSelect
			label={label}
			data={stores.map(({ id, name }) => ({ value: id, label: name === id ? name : `${name} (${id})` }))}
			value={[...answers.stores]}
			searchable
			limit={STORES_SHOWN}
			openOnFocus={false}
			error={fault}
			onChange={(ids) => onChange({ stores: ids })}
		/>
	);
}

function TimesField({ label, answers: { times }, fault, onChange }: QuestionProps) {
	const { from, until } = times;
	const note = from !== null && until !== null && until < from ? words.nextDay : words.notIncluded;
	return (
		<Several label={label} fault={fault} note={note}>
			<div className={classes['row']}>
				<TimeInput label={words.from} value={from} onCommit={(minute) => onChange({ times: { ...times, from: minute } })} />
				<TimeInput
					label={words.until}
					value={until}
					onCommit={(minute) => onChange({ times: { ...times, until: minute } })}
				/>
			</div>
		</Several>
	);
}

function DatesField({ label, answers: { dates }, fault, onChange }: QuestionProps) {
	return (
		<Several label={label} fault={fault} note={words.openEnds}>
			<div className={classes['row']}>
				<DateInput
					label={words.firstDay}
					value={dates.from}
					onCommit={(date) => onChange({ dates: { ...dates, from: date ? formatIsoDate(date) : '' } })}
				/>
				<DateInput
					label={words.lastDay}
					value={dates.until}
					onCommit={(date) => onChange({ dates: { ...dates, until: date ? formatIsoDate(date) : '' } })}
				/>
			</div>
		</Several>
	);
}

const windows: readonly BirthdayWindow[] = ['today', 'within 3 days', 'this month'];

function BirthdayField({ label, answers, onChange }: QuestionProps) {
	return (
		<Radio.Group
			label={label}
			value={answers.birthday}
			onChange={(value) => onChange({ birthday: windows.find((each) => each === value) ?? answers.birthday })}
		>
			<div className={classes['choices']}>
				{windows.map((window) => (
					<Radio key={window} size="xs" value={window} label={words.birthday[window]} />
				))}
			</div>
		</Radio.Group>
	);
}

interface SeveralProps {
	readonly label: string;
	readonly fault: string | null;
	readonly note?: string;
	readonly children: ReactNode;
}

/** A question that more than one control answers. */
function Several({ label, fault, note, children }: SeveralProps) {
	return (
		<fieldset className={classes['several']}>
			<legend className={classes['legend']}>{label}</legend>
			{children}
			{note === undefined ? null : <p className={classes['quiet']}>{note}</p>}
			{fault === null ? null : <Input.Error role="alert">{fault}</Input.Error>}
		</fieldset>
	);
}
