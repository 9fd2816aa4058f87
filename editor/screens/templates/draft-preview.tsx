import { Alert, Text } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { parseMinor, weekdayName, epochDay } from '#compiler';
import { readDigits } from '../../canvas/digits.ts';
import { dateWords, pointDigits, timeShown, words as sentences } from '../../canvas/words.ts';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { countPoints } from '../../messages/counted.ts';
import { directionOfText } from '../../messages/language.ts';
import { problemWords } from '../../messages/problem-words.ts';
import { Backticks } from '../../panels/backticks.tsx';
import type { Drafted, DraftedRule } from './draft-rule.ts';
import { NumberField } from './number-field.tsx';
import type { Answers } from './questions.ts';
import classes from './template-form.module.css';
import { type SamplePoints, samplePoints } from './template-sample.ts';
import type { RuleTemplate } from './templates.ts';
import { useFacts } from './use-facts.ts';
import { words } from './words.ts';

interface DraftPreviewProps {
	readonly template: RuleTemplate;
	readonly answers: Answers;
	/** Null while an answer is missing. */
	readonly drafted: Drafted | null;
	/** The text did not take the rule. */
	readonly refused: boolean;
}

/** What the answers make: the rule as a sentence, what is wrong with it, and what a purchase earns by it. */
export function DraftPreview({ template, answers, drafted, refused }: DraftPreviewProps) {
	return (
		<aside className={classes['preview']} aria-label={words.preview}>
			{drafted === null ? (
				<Text className={classes['quiet']}>{words.notYet}</Text>
			) : drafted.ok ? (
				<>
					<div>
						<h3 className={classes['heading']}>{words.sentence}</h3>
						<p className={classes['sentence']} dir={directionOfText()}>
							{drafted.drafted.sentence}
						</p>
					</div>
					<Problems drafted={drafted.drafted} />
					<Points template={template} answers={answers} drafted={drafted.drafted} />
				</>
			) : (
				<Refusal reason={drafted.reason} />
			)}
			{refused ? <Refusal reason={words.unreadable} /> : null}
		</aside>
	);
}

function Refusal({ reason }: { readonly reason: string }) {
	return (
		<Alert color="red" icon={<IconAlertOctagon size={18} />}>
			<Backticks text={reason} />
		</Alert>
	);
}

function Problems({ drafted: { problems } }: { readonly drafted: DraftedRule }) {
	if (problems.length === 0) return null;
	const isError = problems.some(({ severity }) => severity === 'error');
	const Icon = isError ? IconAlertOctagon : IconAlertTriangle;
	return (
		<Alert color={isError ? 'red' : 'yellow'} icon={<Icon size={18} />}>
			{problems.map((problem) => (
				<div key={`${problem.code} ${problem.span.start}`}>
					<Backticks text={problemWords(problem).message} />
				</div>
			))}
		</Alert>
	);
}

/** What a purchase earns; its amount can be changed, and begins with what the rule asks for. */
function Points({ template, answers, drafted }: Omit<DraftPreviewProps, 'drafted' | 'refused'> & { drafted: DraftedRule }) {
	const facts = useFacts();
	const { catalog } = useWorkspace();
	const program = useReading();
	const [spend, setSpend] = useState('100');
	const digits = readDigits(spend, facts.currencyDecimals);
	const minor = digits === null ? null : parseMinor(digits, facts.currencyDecimals);
	const spentMinor = minor?.ok ? minor.minor : null;
	const { today } = facts;
	const found = useMemo(
		() => (spentMinor === null ? null : samplePoints(program, drafted, template, answers, spentMinor, catalog, today)),
		[program, drafted, template, answers, spentMinor, catalog, today],
	);
	return (
		<div>
			<NumberField
				label={words.spend}
				value={spend}
				unit={facts.currency}
				fault={spentMinor === null ? words.faults.notNumber({ decimals: facts.currencyDecimals }) : null}
				onChange={setSpend}
			/>
			<div aria-live="polite" className={classes['points']}>
				{found === null ? <Text className={classes['quiet']}>{words.noPreview}</Text> : <Found found={found} />}
			</div>
		</div>
	);
}

function Found({ found }: { readonly found: SamplePoints }) {
	const { units, added, pointDecimals, whyNot, date, minute } = found;
	const shown = (count: number) => countPoints(pointDigits(count, pointDecimals));
	return (
		<>
			<strong className={classes['figure']}>{words.added({ points: shown(added) })}</strong>
			<span className={classes['all']}>{words.inAll({ points: shown(units) })}</span>
			{whyNot === null ? null : (
				<p className={classes['why']}>
					<Backticks text={whyNot} />
				</p>
			)}
			<p className={classes['quiet']}>
				{words.occasion({
					day: sentences.fullDays[weekdayName(epochDay(date))],
					date: dateWords(date),
					time: timeShown(minute),
				})}
			</p>
		</>
	);
}
