import { keyed } from '../../panels/keyed.ts';

/** A row of small bars, one for each day, oldest first. The number beside it says the same, so it is silent. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
	const most = Math.max(...values, 0);
	const width = 7;
	const height = 20;
	return (
		<svg width={values.length * width} height={height} viewBox={`0 0 ${values.length * width} ${height}`} aria-hidden="true">
			{keyed(values, () => 'day').map(({ key, item: value }, day) => {
				const bar = most === 0 ? 0 : Math.max(value > 0 ? 2 : 0, Math.round((value / most) * (height - 2)));
				return (
					<g key={key}>
						<rect x={day * width + 1} y={height - 1} width={width - 2} height={1} fill="var(--en-border-strong)" />
						{bar > 0 ? (
							<rect
								x={day * width + 1}
								y={height - bar}
								width={width - 2}
								height={bar}
								rx={1}
								fill="var(--en-type-points)"
							/>
						) : null}
					</g>
				);
			})}
		</svg>
	);
}
