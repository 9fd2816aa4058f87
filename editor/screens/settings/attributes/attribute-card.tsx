import {
	IconCalendar,
	IconFlag,
	IconHash,
	IconLetterCase,
	IconListDetails,
	IconTag,
	type TablerIcon,
} from '@tabler/icons-react';
import type { AttributeDeclaration } from '#grammar';
import { attributeOwners, attributeTypes } from '#compiler/service';
import { bareNameNode } from '../../../canvas/fragments.ts';
import { useEditing } from '../../../canvas/editing.ts';
import { inOneSlot } from '../../../canvas/parts.ts';
import { termOf } from '../../../messages/service-words.ts';
import { KindField, OwnerField } from './attribute-fields.tsx';
import { askedValues, type Kind, kindOf, valuesOf, withKind, withOwner } from './attribute-nodes.ts';
import classes from './attributes-section.module.css';
import { DeclarationCard } from '../parts/declaration-card.tsx';
import type { Declared } from '../parts/declared.ts';
import { NameInput } from '../parts/name-input.tsx';
import { NamesList, useUses } from '../parts/names-list.tsx';
import { SettingRow } from '../parts/setting-card.tsx';
import type { OpenedCard } from '../parts/use-opened-card.ts';
import { useRemoval } from '../parts/use-removal.ts';
import { useRename } from '../parts/use-rename.ts';
import { words } from '../words.ts';

const icons: { readonly [K in Kind]: TablerIcon } = {
	text: IconLetterCase,
	number: IconHash,
	flag: IconFlag,
	date: IconCalendar,
	'one of': IconListDetails,
};

interface AttributeCardProps {
	readonly declared: Declared<AttributeDeclaration>;
	readonly opened: OpenedCard;
	readonly onRemoved: () => void;
}

/** An attribute: what it is called, what it is a fact of, and what it may be. */
export function AttributeCard({ declared, opened, onRemoved }: AttributeCardProps) {
	const { part, path } = declared;
	const remove = useRemoval();
	const uses = useUses(part.name);
	const kind = kindOf(part);
	const name = part.name.kind === 'name' ? part.name.text : words.frame.unnamed;
	return (
		<DeclarationCard
			name={name}
			about={aboutOf(part, kind)}
			Icon={kind === null ? IconTag : icons[kind]}
			spans={[part.span]}
			constructs={[`attribute ${name}`]}
			facts={[words.frame.usedBy({ count: uses })]}
			opened={opened.name === name}
			onToggle={() => opened.toggle(name)}
			onRemove={() => remove({ kind: 'remove-attribute', declaration: path }, name) && onRemoved()}
		>
			<AttributeFields declared={declared} opened={opened} />
			{kind === 'one of' && <Values declared={declared} />}
		</DeclarationCard>
	);
}

function aboutOf(attribute: AttributeDeclaration, kind: Kind | null): string {
	const { owner } = attribute;
	const of = attributeOwners.find((row) => owner.kind === 'word' && row.owner === owner.text);
	const is = attributeTypes.find(({ type }) => type === kind);
	const [whose, what] = [of, is].map((row) => (row ? termOf(row).title : words.attributes.unsaid));
	const said = words.attributes.about({ owner: whose ?? '', kind: what ?? '' });
	const values = valuesOf(attribute).map(({ text }) => text);
	return values.length === 0 ? said : words.attributes.withValues({ about: said, values: inOneSlot(values) });
}

function AttributeFields({ declared: { part, path }, opened }: Pick<AttributeCardProps, 'declared' | 'opened'>) {
	const { compilation, perform, scope } = useEditing();
	const renameTo = useRename();
	const { name, owner } = part;
	const set = (text: string) => perform({ kind: 'set-attribute', declaration: path, text });
	const rename = (wanted: string) => {
		const done =
			name.kind === 'name' ? renameTo(name, wanted) : perform({ kind: 'rename-attribute', declaration: path, name: wanted });
		if (done) opened.open(wanted);
		return done;
	};
	const turn = (kind: Kind) => {
		const asked = name.kind === 'name' ? askedValues(compilation.document, name.text) : [];
		set(withKind(part, kind, (asked.length > 0 ? asked : usualValues()).map(bareNameNode)));
	};
	return (
		<SettingRow>
			<NameInput
				label={words.attributes.name}
				value={name.kind === 'name' ? name.text : ''}
				taken={scope.attributes.map((each) => each.name)}
				onCommit={rename}
			/>
			<OwnerField value={owner.kind === 'word' ? owner.text : null} onChange={(next) => set(withOwner(part, next))} />
			<KindField value={kindOf(part)} onChange={turn} />
		</SettingRow>
	);
}

/** A list of values has one at least. */
function usualValues(): string[] {
	return [words.attributes.yes, words.attributes.no];
}

function Values({ declared: { part, path } }: Pick<AttributeCardProps, 'declared'>) {
	const { perform } = useEditing();
	const remove = useRemoval();
	const values = valuesOf(part);
	const wish = (next: Parameters<typeof withKind>[2]) =>
		({ kind: 'set-attribute', declaration: path, text: withKind(part, 'one of', next) }) as const;
	return (
		<fieldset className={classes['values']}>
			<legend className={classes['label']}>{words.attributes.values}</legend>
			<NamesList
				newLabel={words.attributes.newValue}
				names={values}
				none={words.attributes.noValues}
				needsOne
				onAdd={(value) => perform(wish([...values, bareNameNode(value)]))}
				onRemove={(value) => remove(wish(values.filter((each) => each !== value)), value.text)}
			/>
		</fieldset>
	);
}
