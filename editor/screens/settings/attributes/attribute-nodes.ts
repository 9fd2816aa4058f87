import {
	type AttributeDeclaration,
	type AttributeOwner,
	type AttributeType,
	type Document,
	type Name,
	type Plain,
	print,
	walk,
} from '#grammar';
import { bareNameNode, wordNode } from '../../../canvas/fragments.ts';

/** What an attribute may be, a list of values among it. */
export type Kind = AttributeType | 'one of';

/** An attribute as a form holds it. */
export interface AttributeDraft {
	readonly owner: AttributeOwner;
	readonly name: string;
	readonly kind: Kind;
	/** Of a list of values. */
	readonly values: readonly string[];
}

/** What an attribute is; null while that cannot be read. */
export function kindOf({ type }: AttributeDeclaration): Kind | null {
	if (type.kind === 'missing') return null;
	return type.kind === 'one-of' ? 'one of' : type.text;
}

/** The values of a list as they are written; none of anything else. */
export function valuesOf({ type }: AttributeDeclaration): Name[] {
	return type.kind === 'one-of' ? type.values.filter((value): value is Name => value.kind === 'name') : [];
}

/** An attribute as it is declared. */
export function attributeText({ owner, name, kind, values }: AttributeDraft): string {
	return print({
		kind: 'attribute-declaration',
		owner: wordNode(owner),
		name: bareNameNode(name),
		type: typeNode(kind, values.map(bareNameNode)),
	});
}

/** The same attribute of another kind, with the values of a list. */
export function withKind(declared: AttributeDeclaration, kind: Kind, values: readonly Plain<Name>[]): string {
	return print({ ...declared, type: typeNode(kind, values) });
}

/** The same attribute of somebody else. */
export function withOwner(declared: AttributeDeclaration, owner: AttributeOwner): string {
	return print({ ...declared, owner: wordNode(owner) });
}

function typeNode(kind: Kind, values: readonly Plain<Name>[]): Plain<AttributeDeclaration>['type'] {
	return kind === 'one of' ? { kind: 'one-of', values } : wordNode(kind);
}

/** The values that the program asks an attribute for, and gives it in tests, each once. */
export function askedValues(document: Document, attribute: string): string[] {
	const found = new Set<string>();
	walk(document, (node) => {
		if (node.kind === 'attribute' && node.name.text === attribute && node.test?.kind === 'attribute-is') {
			for (const value of node.test.values) if (value.kind === 'name') found.add(value.text);
		}
		if (node.kind === 'test-attribute' && node.name.text === attribute && node.value?.kind === 'name') {
			found.add(node.value.text);
		}
	});
	return [...found];
}

/** The values of a list that is typed with commas, each once. */
export function readValues(typed: string): string[] {
	const values = typed.split(/[,،;\n]/).map((value) => value.trim());
	return [...new Set(values.filter((value) => value !== ''))];
}
