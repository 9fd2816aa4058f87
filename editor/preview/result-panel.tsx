import { BUILT_IN_FILTERS, describeWhyNot, type Explanation, type Plan } from '#compiler';
import { LampRow } from '../canvas/nodes/lamp.tsx';
import { WithNames } from '../canvas/nodes/with-names.tsx';
import { rationalWords } from '../canvas/rational-words.ts';
import { minorDigits, pointDigits } from '../canvas/words.ts';
import classes from './preview.module.css';

interface ResultPanelProps {
	readonly plan: Plan;
	readonly explanation: Explanation;
	/** The rule's index in the plan; null where it was left out, because something in it is wrong. */
	readonly rule: number | null;
}

/** What the sample earns: by this rule, by everything, and what the cart filters come to. */
export function ResultPanel({ plan, explanation, rule }: ResultPanelProps) {
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
				<ThisRule {...{ plan, explanation, rule }} />
			)}
			<dl className={classes['sums']} aria-label="Points of all rules">
				{outcome.kind === 'too-large' ? (
					<Sum name="All awards" value="too many points" />
				) : (
					<>
						{outcome.awards.map(({ source, givenUnits }) => (
							<Sum
								key={`${source.kind} ${source.index}`}
								name={source.kind === 'tier' ? `${source.name} tier` : source.name}
								value={pointDigits(givenUnits, decimals)}
								isMarked={source.kind === 'rule' && source.index === rule}
							/>
						))}
						<Sum name="Total points" value={pointDigits(outcome.totalUnits, decimals)} isTotal />
					</>
				)}
			</dl>
			<dl className={classes['sums']} aria-label="Amounts of the cart filters">
				{declaredFirst(plan).map(({ name, index }) => (
					<Sum
						key={name}
						name={name}
						value={`${plan.program.currency} ${minorDigits(explanation.filtersMinor[index] ?? 0, plan.program.currencyDecimals)}`}
					/>
				))}
			</dl>
		</>
	);
}

function ThisRule({ plan, explanation, rule }: ResultPanelProps & { readonly rule: number }) {
	const trace = explanation.rules.find(({ index }) => index === rule);
	const award = explanation.awards.find(({ source }) => source.kind === 'rule' && source.index === rule);
	const decimals = plan.program.pointDecimals;
	const units = trace?.awarded && award ? award.givenUnits : 0;
	const times = award && award.multiplier.numerator !== award.multiplier.denominator;
	return (
		<div className={classes['this']}>
			<p className={classes['points']}>
				<strong>{pointDigits(units, decimals)}</strong> {units === 1 && decimals === 0 ? 'point' : 'points'}
			</p>
			{trace && !trace.awarded && (
				<>
					<LampRow lamp="fails" words="Not awarded" />
					<p className={classes['why']}>
						<WithNames text={describeWhyNot(plan, trace) ?? ''} />
					</p>
				</>
			)}
			{award && (
				<p className={classes['why']}>
					{rationalWords(award.base)}
					{times && ` × ${rationalWords(award.multiplier)}`}
					{` rounded ${plan.program.rounding}`}
					{award.cutBy !== null && `, cut by the ${award.cutBy}`}
				</p>
			)}
		</div>
	);
}

/** The program's own filters are of more interest than the two that every program has. */
function declaredFirst({ filters }: Plan): { readonly name: string; readonly index: number }[] {
	const named = filters.map(({ name }, index) => ({ name, index }));
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
