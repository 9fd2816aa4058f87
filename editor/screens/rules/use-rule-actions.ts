import { useNavigate } from '@tanstack/react-router';
import type { Operation } from '#compiler/edits';
import { scopeOf } from '#compiler/service';
import type { Problem } from '#grammar';
import type { Entry } from '../../document/history.ts';
import type { Performed } from '../../document/perform.ts';
import { freeRuleName, ruleNameAt } from '../../document/rule-tracking.ts';
import { useWorkspace } from '../../document/workspace.tsx';
import { withoutMarks } from '../../messages/message.ts';
import { useToasts } from '../../panels/toasts.tsx';
import { useHistory } from '../../panels/use-history.ts';
import type { RowActions } from './rule-row.tsx';
import { hasErrors, type RuleRow } from './rows.ts';
import type { RuleTemplate } from './templates.ts';
import { words } from './words.ts';

interface RuleActions extends RowActions {
	/** Adds a rule from a template and opens it. */
	readonly addFrom: (template: RuleTemplate) => void;
	/** Opens the rule in which a problem lies; the whole text where it lies in none. */
	readonly jumpTo: (problem: Problem) => void;
}

/** What the list of rules can do. Every one is an operation on the text, so undo takes it back. */
export function useRuleActions(): RuleActions {
	const { program, document, catalog, perform } = useWorkspace();
	const { undoEntry } = useHistory();
	const navigate = useNavigate();
	const toasts = useToasts();

	const attempt = (operation: Operation, label?: string): Performed => {
		const performed = perform(operation, 'list', label);
		if (!performed.ok) toasts.show({ tone: 'refused', message: performed.reason });
		return performed;
	};
	const undoOrTell = (entry: Entry) => {
		if (!undoEntry(entry)) toasts.show({ tone: 'refused', message: words.changedSince });
	};
	const attemptWithUndo = (operation: Operation, label: string, message: string) => {
		const performed = attempt(operation, label);
		if (!performed.ok || !performed.entry) return;
		const { entry } = performed;
		toasts.show({ tone: 'information', message, action: { label: words.undo, run: () => undoOrTell(entry) } });
	};
	const openRule = (name: string) => void navigate({ to: '/programs/$program/rules/$name', params: { program, name } });

	return {
		onToggle(row: RuleRow) {
			if (!row.enabled && hasErrors(row)) {
				toasts.show({ tone: 'refused', message: words.refusedOn({ name: row.name ?? words.unnamed }) });
				return;
			}
			const text = row.enabled ? 'status disabled' : 'status enabled';
			const name = row.name ?? words.unnamed;
			attempt(
				{ kind: 'set-clause', declaration: row.declaration, clause: 'status', text },
				row.enabled ? words.switchOff({ name }) : words.switchOn({ name }),
			);
		},
		onDuplicate(row: RuleRow) {
			const name = freeRuleName(
				document.current().reading.document,
				withoutMarks(words.copyOf({ name: row.name ?? words.unnamed })),
			);
			attemptWithUndo(
				{ kind: 'duplicate-rule', declaration: row.declaration, name },
				words.adding({ name }),
				words.duplicated({ name }),
			);
		},
		onDelete(row: RuleRow) {
			const name = row.name ?? words.unnamed;
			attemptWithUndo(
				{ kind: 'remove-rule', declaration: row.declaration },
				words.removing({ name }),
				words.removed({ name }),
			);
		},
		addFrom(template: RuleTemplate) {
			const { document: tree } = document.current().reading;
			const name = freeRuleName(tree, template.name);
			const text = template.text(name, scopeOf(tree, catalog));
			if (text !== null && attempt({ kind: 'add-rule', text }, words.adding({ name })).ok) openRule(name);
		},
		jumpTo({ span }: Problem) {
			const name = ruleNameAt(document.current().reading.document, span.start);
			const at = span.start;
			if (name === null) void navigate({ to: '/programs/$program/text', params: { program }, search: { at } });
			else void navigate({ to: '/programs/$program/rules/$name', params: { program, name }, search: { at } });
		},
	};
}
