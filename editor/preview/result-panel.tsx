import {
	type AwardReason,
	BUILT_IN_FILTERS,
	type ChangesOfRule,
	describeWhyNot,
	type Explanation,
	type Plan,
} from '#compiler';
import { LampRow } from '../canvas/nodes/lamp.tsx';
import { WithNames } from '../canvas/nodes/with-names.tsx';
import { rationalWords } from '../canvas/rational-words.ts';
import { type AmountUnit, amountWords, unitOf } from '../canvas/amounts.ts';
import { cutWords, multiplierWords } from '../canvas/award-words.ts';
import { pointDigits } from '../canvas/words.ts';
import classes from './preview.module.css';

interface ResultPanelProps {
	readonly plan: Plan;
	readonly explanation: Explanation;
	/** For each rule of the explanation, in its order. */
	readonly changes: readonly ChangesOfRule[];
	/** The rule's index in the plan; null where it was left out, because something in it is wrong. */
	readonly rule: number | null;
}

/** What the sample earns: by this rule, by everything, and what the cart filters come to. */
export function ResultPanel({ plan, explanation, changes, rule }: ResultPanelProps) {
	const { outcome } = explanation;
	const decimals = plan.program.pointDecimals;
	return (
		<>
			<div className={classes['head']}>
				<h3 className={classes['title']}>Result</h3>
			</div>
			{rule === null ? (
				<p className={classes['quiet']}>This rule has an error, so it is left out here.</p>
			) : (
				<ThisRule {...{ plan, explanation, changes, rule }} />
			)}
			<dl className={classes['sums']} aria-label="Points of all rules">
				{outcome.kind === 'too-large' ? (
					<Sum name="All awards" value="too many points" />
				) : (
					<>
						{outcome.awards.map(({ source, recipient, givenUnits }) => (
							<Sum
								key={`${source.kind} ${source.index} ${recipient}`}
								name={`${source.kind === 'tier' ? `${source.name} tier` : source.name}${recipient === 'referred' ? ', for the referred' : ''}`}
								value={pointDigits(givenUnits, decimals)}
								isMarked={source.kind === 'rule' && source.index === rule}
							/>
						))}
						<Sum name="Total points" value={pointDigits(outcome.totalUnits, decimals)} isTotal />
					</>
				)}
			</dl>
			<dl className={classes['sums']} aria-label="Amounts of the cart filters">
				{declaredFirst(plan).map(({ name, index, unit }) => (
					<Sum key={name} name={name} value={amountWords(explanation.amounts[index] ?? 0, unit, plan.program.currency)} />
				))}
			</dl>
		</>
	);
}

function ThisRule({ plan, explanation, changes, rule }: ResultPanelProps & { readonly rule: number }) {
	const position = explanation.rules.findIndex(({ index }) => index === rule);
	const trace = explanation.rules[position];
	const award = explanation.awards.find(({ source }) => source.kind === 'rule' && source.index === rule);
	const decimals = plan.program.pointDecimals;
	const units = trace?.awarded && award ? award.givenUnits : 0;
	return (
		<div className={classes['this']}>
			<p className={classes['points']}>
				<strong>{pointDigits(units, decimals)}</strong> {units === 1 && decimals === 0 ? 'point' : 'points'}
			</p>
			{trace && !trace.awarded && (
				<>
					<LampRow lamp="fails" words="Not awarded" />
					<p className={classes['why']}>
						<WithNames text={describeWhyNot(plan, trace, changes[position]?.change) ?? ''} />
					</p>
				</>
			)}
			{trace?.awarded && !award && <p className={classes['why']}>It multiplies what others earn.</p>}
			{award && <p className={classes['why']}>{workingWords(award, plan)}</p>}
		</div>
	);
}

/** How an award came about: `138, Gold × 1.5, rounded down, cut by the limit`. */
function workingWords({ base, multipliers, cutBy }: AwardReason, plan: Plan): string {
	return [
		rationalWords(base),
		...multipliers.map((multiplier) => multiplierWords(multiplier, plan)),
		`rounded ${plan.program.rounding}`,
		...(cutBy === null ? [] : [`cut by the ${cutWords[cutBy]}`]),
	].join(', ');
}

/** The program's own filters are of more interest than the two that every program has. */
function declaredFirst({ filters }: Plan): { readonly name: string; readonly index: number; readonly unit: AmountUnit }[] {
	const named = filters.map((filter, index) => ({ name: filter.name, index, unit: unitOf(filter) }));
	const isBuiltIn = (name: string) => (BUILT_IN_FILTERS as readonly string[]).includes(name);
	return [...named.filter(({ name }) => !isBuiltIn(name)), ...named.filter(({ name }) => isBuiltIn(name))];
}

interface SumProps {
	readonly name: string;
	readonly value: string;
	readonly isTotal?: boolean;
	readonly isMarked?: boolean;
}

function Sum({ name, value, isTotal = false, isMarked = false }: SumProps) {
	return (
		<div className={classes['sum']} data-total={isTotal || undefined} data-marked={isMarked || undefined}>
			<dt>
				<bdi>{name}</bdi>
			</dt>
			<dd>{value}</dd>
		</div>
	);
}
