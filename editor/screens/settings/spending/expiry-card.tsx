import { Select } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import type { AvailableClause, ExpiresClause, ExpiryDeclaration } from '#grammar';
import { expiryClauses } from '#compiler/service';
import { useEditing } from '../../../canvas/editing.ts';
import { DigitsInput } from '../../../canvas/pickers/digits-input.tsx';
import { termOf } from '../../../messages/service-words.ts';
import { clauseWish } from '../parts/clause-wish.ts';
import { clauseOf, type Declared } from '../parts/declared.ts';
import classes from './expiry-card.module.css';
import { RawParts } from '../parts/raw-parts.tsx';
import { declarationRow, firstText, SingleDeclaration } from '../parts/single-declaration.tsx';
import { durationNode, type DurationUnit, expiryNode, formOf, type MomentForm } from './spending-nodes.ts';
import { words } from '../words.ts';

const row = declarationRow('expiry');

/** When earned points can be spent, and when they lapse. */
export function ExpirySetting() {
	const { scope } = useEditing();
	const { spending } = words;
	return (
		<SingleDeclaration
			kind="expiry"
			name={termOf(row).title}
			title={spending.expiry}
			about={spending.expiryAbout}
			Icon={IconHourglass}
			none={{
				title: spending.noExpiry,
				hint: `${spending.noExpiryHint} ${words.frame.notYet}`,
				add: spending.addExpiry,
			}}
			text={firstText(row, scope)}
			needs={undefined}
		>
			{(declared, remove) => (
				<>
					<MomentFields kind="available" {...declared} remove={remove} />
					<MomentFields kind="expires" {...declared} remove={remove} />
					<RawParts declaration={declared.path} parts={declared.part.clauses} single={single} />
				</>
			)}
		</SingleDeclaration>
	);
}

const single = expiryClauses.map(({ kind }) => kind);

type Kind = 'available' | 'expires';

const forms: { readonly [K in Kind]: readonly MomentForm[] } = {
	available: ['duration', 'month', 'year'],
	expires: ['duration', 'inactive', 'month', 'year'],
};
/** The time that a clause begins with. */
const usual = { available: durationNode('14', 'day'), expires: durationNode('12', 'month') } as const;

interface MomentFieldsProps extends Declared<ExpiryDeclaration> {
	readonly kind: Kind;
	readonly remove: () => void;
}

function MomentFields({ kind, part, path, remove }: MomentFieldsProps) {
	const { perform } = useEditing();
	const says = words.spending[kind];
	const clause = clauseOf<AvailableClause | ExpiresClause, Kind>(part.clauses.filter(isReadable), kind);
	const construct = expiryClauses.find((each) => each.kind === kind);
	const place = { declaration: path, kind, span: clause?.span ?? null };
	const choose = (form: string) => {
		if (form !== 'none')
			return perform(clauseWish(place, expiryNode(kind, form as MomentForm, clause?.moment, usual[kind])));
		// Braces with nothing in them say nothing, and are a problem.
		if (part.clauses.every((each) => each === clause)) return remove();
		return perform({ kind: 'set-clause', declaration: path, clause: kind, text: null });
	};
	return (
		<div className={classes['moment']}>
			<Select
				label={construct && termOf(construct).title}
				data={[
					{ value: 'none', label: says.none },
					...forms[kind].map((value) => ({ value, label: says[value as keyof typeof says] })),
				]}
				value={clause ? formOf(clause) : 'none'}
				allowDeselect={false}
				openOnFocus={false}
				onChange={(form) => form !== null && choose(form)}
			/>
			{clause?.moment.kind === 'duration' && (
				<DurationFields moment={clause.moment} onChange={(moment) => perform(clauseWish(place, { ...clause, moment }))} />
			)}
		</div>
	);
}

function isReadable(clause: ExpiryDeclaration['clauses'][number]): clause is AvailableClause | ExpiresClause {
	return clause.kind !== 'raw';
}

const units: readonly DurationUnit[] = ['day', 'week', 'month', 'year'];

interface DurationFieldsProps {
	readonly moment: Extract<ExpiresClause['moment'], { kind: 'duration' }>;
	readonly onChange: (moment: ReturnType<typeof durationNode>) => void;
}

function DurationFields({ moment, onChange }: DurationFieldsProps) {
	const { count, unit } = moment;
	return (
		<>
			<DigitsInput
				label={words.spending.howMany}
				value={count.kind === 'number' ? count.digits : ''}
				decimals={0}
				onCommit={(digits) => onChange({ ...moment, count: durationNode(digits, 'day').count })}
			/>
			<Select
				label={words.spending.unit}
				data={units.map((value) => ({ value, label: words.spending.units[value] }))}
				value={unit.kind === 'word' ? unit.text : null}
				allowDeselect={false}
				openOnFocus={false}
				onChange={(next) => next !== null && onChange({ ...moment, unit: durationNode('1', next).unit })}
			/>
		</>
	);
}
