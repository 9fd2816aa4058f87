/** How much is compared each with each. Whatever is beyond is passed over in silence: nobody reads so much of one thing. */

/** Conditions side by side. */
export const MOST_COMPARED_CONDITIONS = 200;
/** Limits of one rule, campaign or program. */
export const MOST_COMPARED_LIMITS = 100;
/** Rules of one exclusive set. */
export const MOST_COMPARED_RULES = 500;
