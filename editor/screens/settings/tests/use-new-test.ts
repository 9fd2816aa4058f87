import type { RuleDeclaration } from '#grammar';
import { parseIsoDate } from '#compiler';
import { useEditing } from '../../../canvas/editing.ts';
import { freeName } from '../../../document/free-name.ts';
import { useWorkspace } from '../../../document/workspace.tsx';
import { withoutMarks } from '../../../messages/message.ts';
import { useToasts } from '../../../panels/toasts.tsx';
import { useSample } from '../../../preview/sample-store.ts';
import { triedOfRule } from '../../../proving/rule-test.ts';
import { writeTest } from '../../../proving/sample-test.ts';
import { words } from '../words.ts';

/**
 * Adds a test of a rule, made of the sample; null for one of everything together. It expects what comes of it now. Answers its
 * name, or null where none was added: then it was said why.
 */
export function useNewTest(): (rule: RuleDeclaration | null) => string | null {
	const { program, document, catalog } = useWorkspace();
	const { compilation, transaction, scope, perform } = useEditing();
	const { sample } = useSample(program, compilation, catalog);
	const toasts = useToasts();
	return (rule) => {
		const refuse = (message: string) => {
			toasts.show({ tone: 'refused', message });
			return null;
		};
		const { reading } = document.current();
		if (!reading.plan) return refuse(words.tests.needsPlan);
		if (!transaction) return refuse(words.tests.needsSample);
		const wished = rule?.name.kind === 'name' ? rule.name.text : withoutMarks(words.tests.everything);
		const name = freeName(wished, scope.tests);
		const { tier } = sample;
		const purchase = { transaction, tier, birthDate: parseIsoDate(sample.birthDate) };
		const written = writeTest(reading, catalog, triedOfRule(rule, purchase, name));
		if (!written.ok) return refuse(written.reason ?? words.tests.needsPlan);
		return perform({ kind: 'add-test', text: written.text }) ? name : null;
	};
}
