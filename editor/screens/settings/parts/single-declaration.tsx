import { Button, EmptyState } from '@mantine/core';
import { IconPlus, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ExpiryDeclaration, RedemptionDeclaration } from '#grammar';
import type { Operation, Path } from '#compiler/edits';
import { declarations, type DeclarationConstruct, type Scope } from '#compiler/service';
import { useEditing } from '../../../canvas/editing.ts';
import { type Declared, declarationsOf } from './declared.ts';
import { RemoveButton } from './remove-button.tsx';
import { SettingCard } from './setting-card.tsx';
import classes from './single-declaration.module.css';
import { useListFocus } from './use-list-focus.ts';
import { useRemoval } from './use-removal.ts';

interface Parts {
	readonly redemption: RedemptionDeclaration;
	readonly expiry: ExpiryDeclaration;
}
type Kind = keyof Parts;

/** What the vocabulary says of a declaration. */
export function declarationRow(kind: Kind): DeclarationConstruct {
	const row = declarations.find((each) => each.kind === kind);
	if (!row) throw new Error(`The vocabulary has no ${kind}`);
	return row;
}

/** The text of a declaration to begin with, in the layout of an editor; null where the program lacks what it takes. */
export function firstText(row: DeclarationConstruct, scope: Scope): string | null {
	return row.fragment(scope)?.replaceAll('\t', INDENT) ?? null;
}

const INDENT = '  ';

interface SingleDeclarationProps<K extends Kind> {
	readonly kind: K;
	/** What it is called where it is removed. */
	readonly name: string;
	readonly title: string;
	readonly about: string;
	readonly Icon: TablerIcon;
	/** What is shown where the program does not have it. */
	readonly none: { readonly title: string; readonly hint: string; readonly add: string };
	/** The declaration to begin with; null where the program lacks what it takes, which `needs` says. */
	readonly text: string | null;
	readonly needs: string | undefined;
	/** What is true of it that no problem says. */
	readonly note?: string;
	/** The fields of one that is written. `remove` takes away the whole. */
	readonly children: (declared: Declared<Parts[K]>, remove: () => void) => ReactNode;
}

/** A declaration that a program has once or not at all: it is added, shown by its fields, and removed. */
export function SingleDeclaration<K extends Kind>(props: SingleDeclarationProps<K>) {
	const { kind, name, title, about, Icon, children } = props;
	const { compilation, perform } = useEditing();
	const declared = declarationsOf(compilation.document, kind) as unknown as Declared<Parts[K]>[];
	const { item, adder, focusAt } = useListFocus();
	const removal = useRemoval();
	const remove = (declaration: Path) => {
		if (removal({ kind: `remove-${kind}`, declaration }, name)) focusAt(0);
	};
	const add = (text: string) => {
		if (perform({ kind: `add-${kind}`, text } satisfies Operation)) focusAt(0, 'input');
	};
	return (
		<>
			{declared.length === 0 && <NotDeclared {...props} adder={adder} onAdd={add} />}
			{declared.map((each) => (
				<div key={each.path} {...item}>
					<SettingCard
						title={title}
						about={about}
						Icon={Icon}
						spans={[each.part.span]}
						aside={<RemoveButton name={name} why={null} onRemove={() => remove(each.path)} />}
					>
						{props.note !== undefined && <p className={classes['note']}>{props.note}</p>}
						{children(each, () => remove(each.path))}
					</SettingCard>
				</div>
			))}
		</>
	);
}

interface NotDeclaredProps
	extends Pick<SingleDeclarationProps<Kind>, 'title' | 'about' | 'Icon' | 'none' | 'text' | 'needs'> {
	/** Marks the button. */
	readonly adder: object;
	readonly onAdd: (text: string) => void;
}

function NotDeclared({ title, about, Icon, none, text, needs, adder, onAdd }: NotDeclaredProps) {
	return (
		<SettingCard title={title} about={about} Icon={Icon} spans={[]}>
			<EmptyState
				py={8}
				icon={<Icon size={26} stroke={1.5} aria-hidden />}
				withIndicatorBackground
				title={none.title}
				description={text === null ? (needs ?? none.hint) : none.hint}
			>
				<EmptyState.Actions>
					<Button
						{...adder}
						variant="default"
						leftSection={<IconPlus size={14} aria-hidden />}
						disabled={text === null}
						onClick={() => text !== null && onAdd(text)}
					>
						{none.add}
					</Button>
				</EmptyState.Actions>
			</EmptyState>
		</SettingCard>
	);
}
