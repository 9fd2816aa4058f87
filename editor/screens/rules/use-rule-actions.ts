import { useNavigate } from '@tanstack/react-router';
import type { Operation } from '#compiler/edits';
import type { Problem } from '#grammar';
import type { Entry } from '../../document/history.ts';
import type { Performed, Wish } from '../../document/perform.ts';
import { freeRuleName, ruleNameAt } from '../../document/rule-tracking.ts';
import { useWorkspace } from '../../document/workspace.tsx';
import { withoutMarks } from '../../messages/message.ts';
import { keysInWords } from '../../panels/key-names.ts';
import { useToasts } from '../../panels/toasts.tsx';
import { useHistory } from '../../panels/use-history.ts';
import type { RowActions } from './rule-row.tsx';
import { hasErrors, type RuleRow } from './rows.ts';
import type { DraftedRule } from '../templates/draft-rule.ts';
import { blankRule } from '../templates/templates.ts';
import { words as templateWords } from '../templates/words.ts';
import { words } from './words.ts';
import { refusalWords } from '../../messages/refusal-words.ts';

interface RuleActions extends RowActions {
	/** Adds a rule with nothing in it and opens it. */
	readonly addBlank: () => void;
	/** Adds a rule from a template, with all that it brings along, and opens it. Answers whether it was added. */
	readonly add: (drafted: DraftedRule) => boolean;
	/** Opens the rule in which a problem lies; the whole text where it lies in none. */
	readonly jumpTo: (problem: Problem) => void;
}

/** What the list of rules can do. Every one is an operation on the text, so undo takes it back. */
export function useRuleActions(): RuleActions {
	const { program, document, perform } = useWorkspace();
	const { undoEntry } = useHistory();
	const navigate = useNavigate();
	const toasts = useToasts();

	const attempt = (wish: Wish, label?: string): Performed => {
		const performed = perform(wish, 'list', label);
		if (!performed.ok) toasts.show({ tone: 'refused', message: refusalWords(performed) });
		return performed;
	};
	const undoOrTell = (entry: Entry) => {
		if (!undoEntry(entry)) toasts.show({ tone: 'refused', message: words.changedSince({ keys: keysInWords('Ctrl Z') }) });
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
		addBlank() {
			const name = freeRuleName(document.current().reading.document, withoutMarks(templateWords.blankName));
			const text = blankRule(name);
			if (attempt({ kind: 'add-rule', text }, words.adding({ name })).ok) openRule(name);
		},
		add({ name, operations }: DraftedRule) {
			const added = attempt(operations, words.adding({ name })).ok;
			if (added) openRule(name);
			return added;
		},
		jumpTo({ span }: Problem) {
			const name = ruleNameAt(document.current().reading.document, span.start);
			const at = span.start;
			if (name === null) void navigate({ to: '/programs/$program/text', params: { program }, search: { at } });
			else void navigate({ to: '/programs/$program/rules/$name', params: { program, name }, search: { at } });
		},
	};
}
