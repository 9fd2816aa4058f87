import { useNavigate } from '@tanstack/react-router';
import type { Problem } from '#grammar';
import { ruleNameAt } from '../../document/rule-tracking.ts';
import { useWorkspace } from '../../document/workspace.tsx';

/** Shows a problem: in its rule, or in the text where it lies in none. */
export function useJump(): (problem: Problem) => void {
	const { program, document } = useWorkspace();
	const navigate = useNavigate();
	return ({ span: { start } }) => {
		const name = ruleNameAt(document.current().reading.document, start);
		if (name === null) void navigate({ to: '/programs/$program/text', params: { program }, search: { at: start } });
		else void navigate({ to: '/programs/$program/rules/$name', params: { program, name }, search: { at: start } });
	};
}
