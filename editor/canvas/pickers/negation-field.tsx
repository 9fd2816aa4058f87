import { SegmentedControl } from '@mantine/core';
import { says } from './says.ts';

interface NegationFieldProps {
	readonly negated: boolean;
	readonly onChange: (negated: boolean) => void;
}

/** Whether what is chosen is wanted, or everything else. */
export function NegationField({ negated, onChange }: NegationFieldProps) {
	return (
		<SegmentedControl
			fullWidth
			size="xs"
			aria-label={says.includeOrExclude}
			value={negated ? 'is not' : 'is'}
			data={[
				{ value: 'is', label: says.isOneOf },
				{ value: 'is not', label: says.isNoneOf },
			]}
			onChange={(value) => onChange(value === 'is not')}
		/>
	);
}
