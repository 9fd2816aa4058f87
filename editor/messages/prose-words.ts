/** The sentence of a rule in another language than the compiler's, which makes the English one itself. */
export interface ProseWords {
	/** Between two sentences, and between several of a kind. */
	readonly apart: { readonly sentences: string; readonly conditions: string; readonly others: string };
	readonly end: string;
	readonly disabled: string;
	/** `{event}` */
	readonly on: string;
	/** `{conditions}` */
	readonly when: string;
	/** `{points}` */
	readonly earns: string;
	/** `{targets}` */
	readonly multiplies: string;
	readonly nothing: string;
	/** `{limits}` */
	readonly limits: string;
	/** `{dates}` */
	readonly active: string;
	/** `{rank}` */
	readonly priority: string;
	/** `{name}` */
	readonly exclusive: string;
	readonly unread: string;
	/** A group of conditions: `{title}`, `{conditions}`. */
	readonly group: string;
	/** Points by a formula: `{formula}`. */
	readonly byFormula: string;
	/** Points for every full step: `{points}`, `{step}`, `{filter}`. */
	readonly bySteps: string;
}
