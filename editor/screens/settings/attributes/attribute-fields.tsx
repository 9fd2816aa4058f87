import { Select } from '@mantine/core';
import type { AttributeOwner } from '#grammar';
import { attributeOwners, attributeTypes } from '#compiler/service';
import { termOf } from '../../../messages/service-words.ts';
import { Backticks } from '../../../panels/backticks.tsx';
import type { Kind } from './attribute-nodes.ts';
import { hintBelow } from '../parts/setting-card.tsx';
import { words } from '../words.ts';

interface OwnerFieldProps {
	readonly value: AttributeOwner | null;
	readonly onChange: (owner: AttributeOwner) => void;
}

/** What an attribute is a fact of. */
export function OwnerField({ value, onChange }: OwnerFieldProps) {
	const row = attributeOwners.find(({ owner }) => owner === value);
	return (
		<Select
			label={words.attributes.owner}
			description={row && <Backticks text={termOf(row).doc} />}
			inputWrapperOrder={hintBelow}
			data={attributeOwners.map((each) => ({ value: each.owner, label: termOf(each).title }))}
			allowDeselect={false}
			openOnFocus={false}
			value={value}
			onChange={(next) => next !== null && onChange(next)}
		/>
	);
}

interface KindFieldProps {
	readonly value: Kind | null;
	readonly onChange: (kind: Kind) => void;
}

/** What an attribute may be. */
export function KindField({ value, onChange }: KindFieldProps) {
	const row = attributeTypes.find(({ type }) => type === value);
	return (
		<Select
			label={words.attributes.kind}
			description={row && <Backticks text={termOf(row).doc} />}
			inputWrapperOrder={hintBelow}
			data={attributeTypes.map((each) => ({ value: each.type, label: termOf(each).title }))}
			allowDeselect={false}
			openOnFocus={false}
			value={value}
			onChange={(next) => next !== null && onChange(next)}
		/>
	);
}
