import { useNavigate } from '@tanstack/react-router';
import type { Operation } from '#compiler/edits';
import { scopeOf } from '#compiler/service';
import type { Problem } from '#grammar';
import type { Performed } from '../../document/perform.ts';
import { freeRuleName, nameOf } from '../../document/rule-tracking.ts';
import { useWorkspace } from '../../document/workspace.tsx';
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

	const attempt = (operation: Operation): Performed => {
		const performed = perform(operation, 'list');
		if (!performed.ok) toasts.show({ tone: 'refused', message: performed.reason });
		return performed;
	};
	const attemptWithUndo = (operation: Operation, message: string) => {
		const performed = attempt(operation);
		if (!performed.ok || !performed.entry) return;
		const { entry } = performed;
		toasts.show({ tone: 'information', message, action: { label: words.undo, run: () => void undoEntry(entry) } });
	};
	const openRule = (name: string) => void navigate({ to: '/programs/$program/rules/$name', params: { program, name } });

	return {
		onToggle(row: RuleRow) {
			if (!row.enabled && hasErrors(row)) {
				toasts.show({ tone: 'refused', message: words.refusedOn(row.name ?? words.unnamed) });
				return;
			}
			attempt({
				kind: 'set-clause',
				declaration: row.declaration,
				clause: 'status',
				text: row.enabled ? 'status disabled' : 'status enabled',
			});
		},
		onDuplicate(row: RuleRow) {
			const name = freeRuleName(document.current().reading.document, `${row.name ?? words.unnamed} copy`);
			attemptWithUndo({ kind: 'duplicate-rule', declaration: row.declaration, name }, words.duplicated(name));
		},
		onDelete(row: RuleRow) {
			attemptWithUndo({ kind: 'remove-rule', declaration: row.declaration }, words.removed(row.name ?? words.unnamed));
		},
		addFrom(template: RuleTemplate) {
			const { document: tree } = document.current().reading;
			const name = freeRuleName(tree, template.name);
			const text = template.text(name, scopeOf(tree, catalog));
			if (text !== null && attempt({ kind: 'add-rule', text }).ok) openRule(name);
		},
		jumpTo({ span }: Problem) {
			const { declarations } = document.current().reading.document;
			const rule = declarations.find(
				(each) => each.kind === 'rule' && each.span.start <= span.start && span.end <= each.span.end,
			);
			const name = rule?.kind === 'rule' ? nameOf(rule) : null;
			const at = span.start;
			if (name === null) void navigate({ to: '/programs/$program/text', params: { program }, search: { at } });
			else void navigate({ to: '/programs/$program/rules/$name', params: { program, name }, search: { at } });
		},
	};
}
