import type * as Monaco from 'monaco-editor/editor';
import type { Explanation } from '#compiler';
import { inlayHints, type InlayHint } from '#compiler/service';
import { whyNotWords } from '../../canvas/reason-words.ts';
import { conditionSentences } from '../../canvas/rule-sentence.ts';
import { withoutMarks } from '../../messages/message.ts';
import { saidWords } from '../../messages/service-words.ts';
import type { Asked } from '../asked.ts';
import type { TextPosition, TextRange } from '../convert.ts';
import { LANGUAGE_ID } from '../language.ts';
import type { SampleTeller } from '../sample-points.ts';
import { nothingToDispose, type Provided } from './provide.ts';

/** A few words shown in a text. */
export interface TextHint {
	readonly position: TextPosition;
	readonly label: string;
	readonly kind: InlayHint['kind'];
	readonly tooltip: string | null;
}

/** The hints of a stretch of a text; of points only where it is known what the sample earns by exactly this text. */
export function textHints({ compilation, places }: Asked, range: TextRange, explanation: Explanation | null): TextHint[] {
	const { catalog = null } = compilation.checked.options;
	return inlayHints(compilation, { catalog, explanation, within: places.span(range) }).map((hint) => ({
		position: places.position(hint.offset),
		// Monaco shows every mark of a hint as a sign of its own.
		label: hint.says.label ? withoutMarks(saidWords([hint.says.label], hint.label)) : hint.label,
		kind: hint.kind,
		tooltip: tooltipOf(hint, compilation),
	}));
}

/** One sentence more: what the hint is, the words of a catalogue, or why a rule gives nothing. */
function tooltipOf({ tooltip, says }: InlayHint, { document, healthyPlan, checked }: Asked['compilation']): string | null {
	if (says.tooltip) return saidWords([says.tooltip], tooltip ?? '');
	const { whyNot } = says;
	if (!whyNot || !healthyPlan) return tooltip;
	return (
		whyNotWords(healthyPlan, whyNot, conditionSentences(whyNot.name, document, checked.options.catalog ?? null)) || null
	);
}

/** Shows names of stores, units, days of the week, and the points of the sample behind what earns them. */
export function provideHints({ monaco, ask }: Provided, sample: SampleTeller): Monaco.IDisposable {
	const { Type, Parameter } = monaco.languages.InlayHintKind;
	// Monaco has two kinds of hints, and each has its colours: points that are earned are the second.
	const kindOf = ({ kind, label }: TextHint) => (kind === 'points' && label.startsWith('≈') ? Parameter : Type);
	return monaco.languages.registerInlayHintsProvider(LANGUAGE_ID, {
		displayName: 'Earn',
		onDidChangeInlayHints: (listener: () => void) => ({ dispose: sample.onTold(listener) }),
		async provideInlayHints(model, range, token) {
			const asked = ask(model);
			if (!asked) return null;
			const explanation = await sample.pointsBy(asked.compilation.healthyPlan);
			// Typed meanwhile: Monaco asks again, and keeps what it shows until then.
			if (token.isCancellationRequested) return null;
			const hints = textHints(asked, range, explanation).map((hint) => ({
				position: hint.position,
				label: hint.label,
				paddingLeft: true,
				kind: kindOf(hint),
				...(hint.tooltip === null ? {} : { tooltip: hint.tooltip }),
			}));
			return { hints, dispose: nothingToDispose };
		},
	});
}
