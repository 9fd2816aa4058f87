import type { ReactNode } from 'react';
import { type AwardReason, BUILT_IN_FILTERS, type ChangesOfRule, type Explanation, type Plan } from '#compiler';
import { LampRow } from '../canvas/nodes/lamp.tsx';
import { WithNames } from '../canvas/nodes/with-names.tsx';
import { rationalWords } from '../canvas/rational-words.ts';
import { type AmountUnit, amountWords, unitOf } from '../canvas/amounts.ts';
import { multiplierWords, rowOf } from '../canvas/award-words.ts';
import { whyNotWords } from '../canvas/reason-words.ts';
import { says as canvasSays } from '../canvas/says.ts';
import { pointDigits, pointsShown, words } from '../canvas/words.ts';
import { countOf } from '../messages/counted.ts';
import { Rich } from '../messages/rich.tsx';
import points from '../panels/points.module.css';
import classes from './preview.module.css';
import { says } from './says.ts';

interface ResultPanelProps {
	readonly plan: Plan;
	readonly explanation: Explanation;
	/** For each rule of the explanation, in its order. */
	readonly changes: readonly ChangesOfRule[];
	/** The rule's index in the plan; null where it was left out, because something in it is wrong. */
	readonly rule: number | null;
	/** The conditions of a rule as its cards say them. */
	readonly sentencesOf: (rule: string) => readonly string[];
	/** Beside the title. */
	readonly actions?: ReactNode;
}

/** What the sample earns: by this rule, by everything, and what the cart filters come to. */
export function ResultPanel(props: ResultPanelProps) {
	const { plan, explanation, rule, actions } = props;
	const { outcome } = explanation;
	const decimals = plan.program.pointDecimals;
	return (
		<>
			<div className={classes['head']}>
				<h3 className={classes['title']}>{says.result}</h3>
				{actions}
			</div>
			{rule === null ? <p className={classes['quiet']}>{says.leftOut}</p> : <ThisRule {...props} rule={rule} />}
			<dl className={classes['sums']} aria-label={says.ofAllRules}>
				{outcome.kind === 'too-large' ? (
					<Sum name={says.allAwards} value={says.tooMany} />
				) : (
					<>
						{outcome.awards.map(({ source, recipient, givenUnits }) => (
							<Sum
								key={`${source.kind} ${source.index} ${recipient}`}
								name={awardName(source, recipient)}
								value={pointsShown(givenUnits, decimals)}
								isMarked={source.kind === 'rule' && source.index === rule}
							/>
						))}
						<Sum name={says.totalPoints} value={pointsShown(outcome.totalUnits, decimals)} isTotal />
					</>
				)}
			</dl>
			<dl className={classes['sums']} aria-label={says.ofFilters}>
				{declaredFirst(plan).map(({ name, index, unit }) => (
					<Sum key={name} name={name} value={amountWords(explanation.amounts[index] ?? 0, unit, plan.program.currency)} />
				))}
			</dl>
		</>
	);
}

function ThisRule(props: ResultPanelProps & { readonly rule: number }) {
	const { plan, explanation, changes, rule, sentencesOf } = props;
	const position = explanation.rules.findIndex(({ index }) => index === rule);
	const trace = explanation.rules[position];
	const award = explanation.awards.find(({ source }) => source.kind === 'rule' && source.index === rule);
	const decimals = plan.program.pointDecimals;
	const units = trace?.awarded && award ? award.givenUnits : 0;
	return (
		<div className={classes['this']}>
			<p className={points['points']}>
				<Rich
					say={({ shown }) => canvasSays.pointsCounted({ count: countOf(pointDigits(units, decimals)), shown })}
					parts={{ shown: <strong>{pointsShown(units, decimals)}</strong> }}
				/>
			</p>
			{trace && !trace.awarded && (
				<>
					<LampRow lamp="fails" words={words.notAwarded} />
					<p className={classes['why']}>
						<WithNames text={whyNotWords(plan, trace, sentencesOf(trace.name), changes[position]?.change)} />
					</p>
				</>
			)}
			{trace?.awarded && !award && <p className={classes['why']}>{words.multipliesOthers}</p>}
			{award && <p className={classes['why']}>{workingWords(award, plan)}</p>}
		</div>
	);
}

/** Whose award it is: the rule's or the tier's, and for whom where that is not the member. */
function awardName({ kind, name }: AwardReason['source'], recipient: AwardReason['recipient']): string {
	const own = kind === 'tier' ? words.tierNamed({ name }) : name;
	return recipient === 'referred' ? says.forReferred({ name: own }) : own;
}

/** How an award came about: `138, Gold × 1.5, rounded down, cut by the limit`. */
function workingWords({ base, multipliers, cutBy }: AwardReason, plan: Plan): string {
	return rowOf([
		rationalWords(base),
		...multipliers.map((multiplier) => multiplierWords(multiplier, plan)),
		words.rounded[plan.program.rounding],
		...(cutBy === null ? [] : [words.cut[cutBy]]),
	]);
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
