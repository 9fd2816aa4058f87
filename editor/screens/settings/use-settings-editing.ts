import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { QuickFix, Span } from '#grammar';
import type { Editing } from '../../canvas/editing.ts';
import { useProgramNames } from '../../canvas/use-program-names.ts';
import type { Wish } from '../../document/perform.ts';
import { stepName } from '../../document/step-name.ts';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { titleWords } from '../../messages/problem-words.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import { useAnnounce } from '../../panels/announcer.tsx';
import { useToasts } from '../../panels/toasts.tsx';
import { readSample } from '../../preview/read-sample.ts';
import { useSample } from '../../preview/sample-store.ts';

/** What the fields of the settings work with. What is refused is shown as a toast, what is done is read aloud. */
export function useSettingsEditing(): Editing {
	const { program, catalog, document, perform } = useWorkspace();
	const compilation = useReading();
	const names = useProgramNames({ compilation, catalog });
	const { sample } = useSample(program, compilation, catalog);
	const navigate = useNavigate();
	const toasts = useToasts();
	const announce = useAnnounce();
	const transaction = useMemo(() => {
		const plan = compilation.healthyPlan;
		const read = plan && readSample(sample, plan, catalog);
		return read?.ok ? read.transaction : null;
	}, [compilation.healthyPlan, sample, catalog]);
	return {
		compilation,
		catalog,
		...names,
		trace: null,
		transaction,
		readOnly: false,
		perform: (wish: Wish, label?: string) => {
			const done = perform(wish, 'list', label);
			if (!done.ok) toasts.show({ tone: 'refused', message: refusalWords(done) });
			else if (done.entry) announce(stepName(done.entry.label));
			return done.ok;
		},
		applyFix: (fix: QuickFix) => document.apply(fix.edits, { label: titleWords(fix), origin: 'quick fix' }),
		goToText: ({ start }: Span) =>
			void navigate({ to: '/programs/$program/text', params: { program }, search: { at: start } }),
	};
}
