import { ActionIcon, Tooltip } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { IconTestPipe } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type Explanation, parseIsoDate } from '#compiler';
import { freeName } from '../../document/free-name.ts';
import { useWorkspace } from '../../document/workspace.tsx';
import { refusalWords } from '../../messages/refusal-words.ts';
import { useToasts } from '../../panels/toasts.tsx';
import type { Sample } from '../../preview/sample.ts';
import type { SampleEvaluation } from '../../preview/use-sample-explanation.ts';
import { expectsOf, namesOfTests } from '../../proving/kept-sample.ts';
import { words } from './words.ts';

interface KeepSampleProps {
	/** Null while it cannot be read. */
	readonly rule: string | null;
	readonly sample: Sample;
	readonly evaluation: SampleEvaluation;
}

/** Writes what the sample earns now into the program, as a test that must hold from now on. */
export function KeepSample({ rule, sample, evaluation }: KeepSampleProps) {
	const keepNow = useKeepSample();
	const { explanation, transaction } = evaluation;
	const isReady = explanation !== null && transaction !== null && rule !== null;
	return (
		<Tooltip label={words.keepSample}>
			<ActionIcon
				size={28}
				aria-label={words.keepSample}
				{...(!isReady && { 'data-disabled': true, 'aria-disabled': true })}
				onClick={() => void (isReady && keepNow({ rule, sample, explanation, transaction }))}
			>
				<IconTestPipe size={16} aria-hidden />
			</ActionIcon>
		</Tooltip>
	);
}

interface Kept {
	readonly rule: string;
	readonly sample: Sample;
	readonly explanation: Explanation;
	readonly transaction: NonNullable<SampleEvaluation['transaction']>;
}

function useKeepSample(): (kept: Kept) => Promise<void> {
	const { program, document, catalog, perform } = useWorkspace();
	const navigate = useNavigate();
	const toasts = useToasts();
	return useCallbackRef(async ({ rule, sample, explanation, transaction }: Kept) => {
		const refuse = (message: string) => void toasts.show({ tone: 'refused', message });
		// Whoever only looks at a rule runs no tests.
		const { writeTest } = await import('../../proving/sample-test.ts');
		const { reading } = document.current();
		const name = freeName(rule, namesOfTests(reading.document));
		const { tier } = sample;
		const tried = {
			name,
			transaction,
			tier,
			birthDate: parseIsoDate(sample.birthDate),
			expects: expectsOf(explanation, rule),
		};
		const written = writeTest(reading, catalog, tried);
		if (!written.ok) return refuse(written.reason ?? words.keepNeedsPlan);
		const done = perform({ kind: 'add-test', text: written.text }, 'canvas');
		if (!done.ok) return refuse(refusalWords(done));
		const show = () =>
			void navigate({ to: '/programs/$program/settings', params: { program }, search: { section: 'tests' } });
		toasts.show({ tone: 'done', message: words.keptSample({ name }), action: { label: words.showTests, run: show } });
		return undefined;
	});
}
