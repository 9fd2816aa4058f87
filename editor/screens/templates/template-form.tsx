import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconInfoCircle, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { localDigits } from '../../messages/digits.ts';
import { Rich } from '../../messages/rich.tsx';
import { useAnnounce } from '../../panels/announcer.tsx';
import { faultIn } from './answers.ts';
import { DraftPreview } from './draft-preview.tsx';
import { type Drafted, type DraftedRule, draftRule } from './draft-rule.ts';
import { QuestionField } from './question-field.tsx';
import type { Answers, QuestionKind } from './questions.ts';
import classes from './template-form.module.css';
import { answersFor, type Lack, lackOf, type RuleTemplate } from './templates.ts';
import { useFacts } from './use-facts.ts';
import { questionWords, words } from './words.ts';

interface TemplateFormProps {
	readonly template: RuleTemplate;
	readonly onBack: () => void;
	readonly onAdd: (drafted: DraftedRule) => boolean;
}

/** The three questions of a template, and beside them the sentence and the points that the answers make. */
export function TemplateForm({ template, onBack, onAdd }: TemplateFormProps) {
	const facts = useFacts();
	const lack = lackOf(template, facts);
	if (lack !== null) return <Lacking lack={lack} onBack={onBack} />;
	return <Questions {...{ template, onBack, onAdd }} />;
}

const FIRST_CONTROL = '[data-question] :is(input:checked, input:not([type="radio"]), button)';

function Questions({ template, onBack, onAdd }: TemplateFormProps) {
	const facts = useFacts();
	const { document } = useWorkspace();
	const announce = useAnnounce();
	const form = useRef<HTMLFormElement>(null);
	const [answers, setAnswers] = useState(() => answersFor(template, facts));
	// What is still empty is no fault yet, until somebody has been there.
	const [seen, setSeen] = useState<readonly QuestionKind[]>([]);
	const faults = new Map(template.asks.map((kind) => [kind, faultIn(kind, answers, facts)]));
	const isWhole = template.asks.every((kind) => faults.get(kind) === null);
	const drafted = useDraft(template, answers, isWhole);
	const [refused, setRefused] = useState(false);
	// The gallery that had the focus is gone.
	useEffect(() => form.current?.querySelector<HTMLElement>(FIRST_CONTROL)?.focus(), []);
	const add = (event: FormEvent) => {
		event.preventDefault();
		const wrong = template.asks.find((kind) => faults.get(kind) !== null);
		if (wrong) {
			setSeen(template.asks);
			announce(faults.get(wrong) ?? '', 'assertive');
			form.current?.querySelector<HTMLElement>(`[data-question="${wrong}"] :is(input, button)`)?.focus();
			return;
		}
		// What is added is what was answered last, drawn or not.
		const now = draftRule(document.current().reading, template, answers);
		if (!now.ok || !onAdd(now.drafted)) setRefused(true);
	};
	return (
		<form ref={form} className={classes['form']} onSubmit={add} noValidate>
			<div className={classes['columns']}>
				<div className={classes['questions']}>
					<Text className={classes['doc']}>{words.templates[template.id].doc}</Text>
					{template.asks.map((kind, at) => (
						<QuestionField
							key={kind}
							kind={kind}
							label={`${localDigits(String(at + 1))}. ${questionWords(template.id, kind)}`}
							answers={answers}
							facts={facts}
							fault={seen.includes(kind) ? (faults.get(kind) ?? null) : null}
							onChange={(said) => {
								setAnswers((before) => ({ ...before, ...said }));
								setSeen((before) => [...before.filter((each) => each !== kind), kind]);
								setRefused(false);
							}}
						/>
					))}
				</div>
				<DraftPreview template={template} answers={answers} drafted={drafted} refused={refused} />
			</div>
			<Group justify="space-between">
				<Button
					variant="default"
					leftSection={<IconArrowLeft size={16} className="en-mirrored" aria-hidden />}
					onClick={onBack}
				>
					{words.back}
				</Button>
				<Button type="submit" leftSection={<IconPlus size={16} aria-hidden />}>
					{words.add}
				</Button>
			</Group>
		</form>
	);
}

/** The rule that the answers make, a moment behind them; null while an answer is missing. */
function useDraft(template: RuleTemplate, answers: Answers, isWhole: boolean): Drafted | null {
	const reading = useReading();
	const calm = useDeferredValue(isWhole ? answers : null);
	return useMemo(() => calm && draftRule(reading, template, calm), [reading, template, calm]);
}

const examples = { tiers: 'tiers by lifetime points { tier Gold from 1_000 }', channels: 'channels app, web' } as const;

function Lacking({ lack, onBack }: { readonly lack: Lack; readonly onBack: () => void }) {
	const { program } = useWorkspace();
	const back = useRef<HTMLButtonElement>(null);
	useEffect(() => back.current?.focus(), []);
	return (
		<div className={classes['form']}>
			<Alert color="blue" icon={<IconInfoCircle size={18} />} title={words.lacks[lack]}>
				{lack === 'stores' ? (
					words.mends.stores
				) : (
					<Rich say={words.mends[lack]} parts={{ example: <code dir="ltr">{examples[lack]}</code> }} />
				)}
			</Alert>
			<Group justify="space-between">
				<Button
					variant="default"
					leftSection={<IconArrowLeft size={16} className="en-mirrored" aria-hidden />}
					onClick={onBack}
					ref={back}
				>
					{words.back}
				</Button>
				{lack === 'stores' ? null : (
					<Button renderRoot={(props) => <Link {...props} to="/programs/$program/text" params={{ program }} />}>
						{words.openText}
					</Button>
				)}
			</Group>
		</div>
	);
}
