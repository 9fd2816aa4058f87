/** What can be expected at a place of a text. A word or sign of the language alone needs no row. */
/** Values and names. */
type Value =
	| 'a chain'
	| 'a channel'
	| 'a colour'
	| 'a colour such as `#B87333`'
	| 'a comparison such as `>= 50`'
	| 'a comparison such as `>= 50`, or `between`'
	| 'a currency code such as `AED`'
	| 'a date'
	| 'a date such as `2026-11-27`'
	| 'a day such as `Mon`'
	| 'a day such as `Monday`'
	| 'a formula'
	| 'a name'
	| 'a number such as `1`, or `every 10`'
	| 'a number, a cart filter or `(`'
	| 'a period such as `transaction`, `day` or `week`'
	| 'a period such as `transaction`, `day`, `week` or `rolling 7 days`'
	| 'a price such as `18.00`'
	| 'a quantity such as `2 x 18.00`'
	| 'a segment'
	| 'a store'
	| 'a text in quotes'
	| 'a tier'
	| 'a time'
	| 'a time such as `11:00`'
	| 'a unit'
	| 'a value'
	| 'an attribute'
	| 'an event such as `registration` or `any event`'
	| 'an items filter'
	| 'an order type'
	| 'days such as `Mon to Fri`, or `any day`'
	| 'how many go back'
	| 'nothing'
	| 'nothing more'
	| 'something else'
	| 'the code of an item'
	| 'the name of a rule, `tier`, `total`, `balance` or `paid with points`'
	| 'the name of a set';

/** Words of the language, one of which is expected. */
type Words =
	| '`after` or `at`'
	| '`award`, `item` or `transaction`'
	| '`category`, `subcategory`, `combo` or `item`'
	| '`days`, `weeks`, `months` or `years`'
	| '`down`, `up`, `half up` or `half even`'
	| '`enabled` or `disabled`'
	| '`from` or `until`'
	| '`highest points` or `highest priority`'
	| '`item`, an amount or `all`'
	| '`is`, a comparison such as `>= 50`, or `between`'
	| '`lifetime points`, `lifetime spend of`, `points per year`, `spend of` or `hand`'
	| '`may go negative`, `stop at zero` or `pending only`'
	| '`member`, `transaction` or `event`'
	| '`month` or `year`'
	| '`most` or `least`, and a number'
	| '`once`, a number of points or of times, or `points to`'
	| '`once`, a number, or `points to`'
	| '`per award`, `per item`, `per transaction` or `carried`'
	| '`points` or `spend`'
	| '`points` or `times`'
	| '`points`, `base` or `this`'
	| '`referrer` or `referred`'
	| '`taxes`, `fees`, `tip` or `points`'
	| '`text`, `number`, `flag`, `date` or `one of`'
	| '`today`, `this month` or `within 3 days`'
	| '`total`, `items`, `quantity of items`, `attribute` or `paid with points`'
	| '`up` or `even`'
	| '`whole` or `with 2 decimals`';

/** How the parts of a level of braces begin. */
type Beginning =
	| '`program`, `tiers`, `segment`, `attribute`, `filter`, `exclusive`, `campaign`, `rule`, `redemption`, `expiry` or `test`'
	| '`currency`, `timezone`, `week starts`, `day starts`, `points`, `channels`, `order types`, `limit` or `returns`'
	| '`color`, `earn` or `multiply points by`'
	| '`about`, `status`, `active`, `budget`, `multiply`, `limit` or `rule`'
	| '`about`, `status`, `active`, `priority`, `exclusive`, `when`, `earn`, `multiply` or `limit`'
	| '`on`, `order type`, `channel`, `store`, `tier`, `segment`, `spend`, `quantity`, `birthday`, `any`, `all`, `not` or an attribute'
	| 'a worth such as `100 points = 1 AED`, `at most` or `at least`'
	| '`available` or `expires`'
	| '`member`, an event such as `purchase at`, `returns`, `spend points` or `expect`'
	| '`tier`, `segment`, `birthday`, `joined`, `purchases`, `last purchase`, `lifetime points`, `lifetime spend`, `balance` or an attribute'
	| '`store`, `channel`, `order type`, `item`, `discount`, `taxes`, `fees`, `tip`, `paid with points` or an attribute';

/** What can be expected, besides things that are called elsewhere too. */
export type Expected = Value | Words | Beginning;

/** What is expected where something is missing. */
export type Expectation = Expected | 'a cart filter' | 'a number' | 'a price' | 'an event' | `\`${string}\``;
