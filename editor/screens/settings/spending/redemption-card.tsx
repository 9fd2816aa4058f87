import { Switch } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AtLeastClause, AtMostClause, RedemptionClause, RedemptionDeclaration, WorthClause } from '#grammar';
import type { Path } from '#compiler/edits';
import { type RedemptionConstruct, redemptionClauses } from '#compiler/service';
import { useEditing } from '../../../canvas/editing.ts';
import { DigitsInput } from '../../../canvas/pickers/digits-input.tsx';
import { FilterField } from '../../../canvas/pickers/filter-field.tsx';
import { termOf, wordOf } from '../../../messages/service-words.ts';
import { clauseWish } from '../parts/clause-wish.ts';
import { clauseOf, type Declared } from '../parts/declared.ts';
import { RawParts } from '../parts/raw-parts.tsx';
import { RedemptionExampleLines } from './redemption-example-lines.tsx';
import classes from './redemption-card.module.css';
import { hintBelow, SettingRow } from '../parts/setting-card.tsx';
import { declarationRow, firstText, SingleDeclaration } from '../parts/single-declaration.tsx';
import { withLeast, withShare, withWorth } from './spending-nodes.ts';
import { words } from '../words.ts';

const row = declarationRow('redemption');

/** What points are worth when they pay for an order. */
export function RedemptionSetting() {
	const { scope } = useEditing();
	const { spending } = words;
	return (
		<SingleDeclaration
			kind="redemption"
			name={termOf(row).title}
			title={spending.redemption}
			about={spending.redemptionAbout}
			Icon={IconGift}
			none={{ title: spending.noRedemption, hint: spending.noRedemptionHint, add: spending.addRedemption }}
			text={firstText(row, scope)}
			needs={row.needs && wordOf(row.needs)}
			note={spending.notPublished}
		>
			{(declared) => <RedemptionFields {...declared} />}
		</SingleDeclaration>
	);
}

const single = redemptionClauses.map(({ kind }) => kind);

function RedemptionFields({ part, path }: Declared<RedemptionDeclaration>) {
	const { clauses } = part;
	return (
		<>
			<WorthFields clause={clauseOf(clauses, 'worth')} path={path} />
			<OptionalClause kind="at-most" clauses={clauses} path={path}>
				{(clause) => <ShareFields clause={clause} path={path} />}
			</OptionalClause>
			<OptionalClause kind="at-least" clauses={clauses} path={path}>
				{(clause) => <LeastFields clause={clause} path={path} />}
			</OptionalClause>
			<RawParts declaration={path} parts={clauses} single={single} />
			<RedemptionExampleLines />
		</>
	);
}

interface ClauseProps<C> {
	readonly clause: C;
	readonly path: Path;
}

function WorthFields({ clause, path }: ClauseProps<WorthClause | undefined>) {
	const { perform, currency, currencyDecimals } = useEditing();
	const pointDecimals = usePointDecimals();
	// The check says that it is missing, and how it is added.
	if (!clause) return null;
	const set = (next: Parameters<typeof withWorth>[1]) =>
		perform(clauseWish({ declaration: path, kind: 'worth', span: clause.span }, withWorth(clause, next, currency)));
	const code = clause.currency.kind === 'name' ? clause.currency.text : currency;
	return (
		<div className={classes['fields']}>
			<SettingRow>
				<DigitsInput
					label={words.spending.points}
					value={digitsOf(clause.points)}
					decimals={pointDecimals}
					onCommit={(points) => set({ points })}
				/>
				<DigitsInput
					label={words.spending.worth}
					value={digitsOf(clause.amount)}
					decimals={currencyDecimals}
					leftSection={code}
					leftSectionWidth={48}
					onCommit={(amount) => set({ amount })}
				/>
			</SettingRow>
		</div>
	);
}

type Optional = Extract<RedemptionConstruct['kind'], 'at-most' | 'at-least'>;

interface OptionalClauseProps<K extends Optional> {
	readonly kind: K;
	readonly clauses: readonly RedemptionClause[];
	readonly path: Path;
	readonly children: (clause: Extract<RedemptionClause, { kind: K }>) => ReactNode;
}

/** A clause that is switched on and off, with its fields while it is on. */
function OptionalClause<K extends Optional>({ kind, clauses, path, children }: OptionalClauseProps<K>) {
	const { perform, scope } = useEditing();
	const clause = clauseOf(clauses, kind);
	const construct = redemptionClauses.find((each) => each.kind === kind);
	if (!construct) return null;
	const term = termOf(construct);
	const text = construct.fragment(scope);
	const set = (isOn: boolean) => perform({ kind: 'set-clause', declaration: path, clause: kind, text: isOn ? text : null });
	return (
		<section className={classes['optional']} aria-label={term.title}>
			<Switch
				size="sm"
				label={term.title}
				description={clause || text !== null ? term.doc : construct.needs && wordOf(construct.needs)}
				checked={clause !== undefined}
				disabled={!clause && text === null}
				onChange={(event) => set(event.currentTarget.checked)}
			/>
			{clause && <div className={classes['fields']}>{children(clause)}</div>}
		</section>
	);
}

function ShareFields({ clause, path }: ClauseProps<AtMostClause>) {
	const { perform } = useEditing();
	const wish = (next: Parameters<typeof withShare>[1]) =>
		clauseWish({ declaration: path, kind: 'at-most', span: clause.span }, withShare(clause, next));
	return (
		<SettingRow>
			<DigitsInput
				label={words.spending.share}
				value={digitsOf(clause.share)}
				decimals={MOST_DECIMALS}
				rightSection="%"
				onCommit={(percent) => perform(wish({ percent }))}
			/>
			<FilterField
				label={words.spending.shareOf}
				value={clause.filter.kind === 'name' ? clause.filter.text : null}
				use={(filter) => wish({ filter })}
			/>
		</SettingRow>
	);
}

/** The decimals that a number of the language may have. */
const MOST_DECIMALS = 6;

function LeastFields({ clause, path }: ClauseProps<AtLeastClause>) {
	const { perform } = useEditing();
	const pointDecimals = usePointDecimals();
	const set = (next: Parameters<typeof withLeast>[1]) =>
		perform(clauseWish({ declaration: path, kind: 'at-least', span: clause.span }, withLeast(clause, next)));
	return (
		<SettingRow>
			<DigitsInput
				label={words.spending.least}
				value={digitsOf(clause.points)}
				decimals={pointDecimals}
				onCommit={(points) => set({ points })}
			/>
			<DigitsInput
				label={words.spending.steps}
				description={words.spending.stepsHint}
				inputWrapperOrder={hintBelow}
				value={clause.steps ? digitsOf(clause.steps) : ''}
				decimals={pointDecimals}
				allowEmpty
				onCommit={(steps) => set({ steps })}
			/>
		</SettingRow>
	);
}

function usePointDecimals(): number {
	const { compilation } = useEditing();
	return compilation.healthyPlan?.program.pointDecimals ?? 0;
}

function digitsOf(number: WorthClause['points']): string {
	return number.kind === 'number' ? number.digits : '';
}
