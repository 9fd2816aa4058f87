import type { Problem, Span } from '#grammar';
import { problemFrom, problemsIn } from '../../document/problems.ts';
import { useWorkspace } from '../../document/workspace.tsx';
import { problemWords } from '../../messages/problem-words.ts';
import { useAnnounce } from '../../panels/announcer.tsx';
import { words } from '../../panels/words.ts';

/** Goes from problem to problem: those of a stretch of the text where one is given, else all of them. */
export function useProblemWalk(
	within: Span | null,
	from: Span | null,
	jump: (problem: Problem) => void,
): (direction: 1 | -1) => void {
	const { document } = useWorkspace();
	const announce = useAnnounce();
	return (direction) => {
		const { problems } = document.current().reading;
		const next = problemFrom(within ? problemsIn(within, problems) : problems, from?.start ?? -1, direction);
		if (!next) return announce(words.noMoreProblems);
		jump(next);
		const { message, hint = '' } = problemWords(next);
		announce([message, hint].join(' ').replaceAll('`', ''));
	};
}
