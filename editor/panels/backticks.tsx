import { Code } from '@mantine/core';
import { codeDirection, CompilerWords } from './compiler-words.tsx';
import { keyed } from './keyed.ts';

/** Words in which what the user wrote stands in backticks, with that part set as code. */
export function Backticks({ text }: { readonly text: string }) {
	const parts = text.split('`').map((part, index) => ({ part, quoted: index % 2 === 1 }));
	const pieces = keyed(parts, ({ part }) => part).map(({ key, item: { part, quoted } }) =>
		quoted ? (
			<Code key={key}>
				<bdi dir={codeDirection(part)}>{part}</bdi>
			</Code>
		) : (
			part
		),
	);
	return <CompilerWords text={text}>{pieces}</CompilerWords>;
}
