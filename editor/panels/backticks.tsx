import { Code } from '@mantine/core';

/** Words in which what the user wrote stands in backticks, with that part set as code. */
export function Backticks({ text }: { readonly text: string }) {
	return text
		.split('`')
		.map((part, index) =>
			index % 2 === 1 ? (
				<Code key={`${index} ${part}`}>
					<bdi>{part}</bdi>
				</Code>
			) : (
				part
			),
		);
}
