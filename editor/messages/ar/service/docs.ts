import type { WordsFor } from '../../service-words.ts';
import type { VocabularyDoc } from '#compiler/service';

/** What the constructs of the language do, in Arabic. */
export const docs: WordsFor<VocabularyDoc> = {
	'A fact that stays with the member until it is changed.': 'معلومة تبقى مع العضو حتى تتغيّر.',
	'A fact that comes with one purchase.': 'معلومة تأتي مع عملية شراء واحدة.',
	'A fact that comes with one event that is no purchase.': 'معلومة تأتي مع حدث واحد ليس عملية شراء.',
	'One of the values that are named here; a condition asks for it with `is`.':
		'إحدى القيم المذكورة هنا؛ ويسأل عنها الشرط بـ `is`.',
	'Any text; a condition asks for it with `is`.': 'أي نص؛ ويسأل عنه الشرط بـ `is`.',
	'A number; a condition compares it, and that of a transaction may be the source of a cart filter.':
		'عدد يقارنه الشرط؛ وإن كان لمعاملة فقد يكون مصدرًا لمرشّح سلة.',
	'Set or not; a condition asks for it by its name alone.': 'محددة أو غير محددة؛ ويسأل عنها الشرط باسمها وحده.',
	'A day; `active by` takes it as the clock.': 'يوم؛ ويتخذه `active by` ساعةً.',
	'Says in a sentence what the campaign is for.': 'يقول في جملة لأي غرض هذه الحملة.',
	'Switches the campaign and its rules on or off; without it the campaign is enabled.':
		'يفعّل الحملة وقواعدها أو يعطّلها؛ ومن دونه تكون الحملة مفعّلة.',
	'The dates of the campaign in the program’s timezone; its rules are active only between them.':
		'تواريخ الحملة بتوقيت البرنامج؛ ولا تسري قواعدها إلا بينها.',
	'The most points that its rules give and its multiplier adds, for all members together.':
		'أكثر ما تمنحه قواعدها ويضيفه مُضاعِفها من النقاط لجميع الأعضاء معًا.',
	'Multiplies everything that is earned while the campaign is active, inside it or not.':
		'يضاعف كل ما يُكسب أثناء سريان الحملة، داخلها وخارجها.',
	'Gives a member at most this many points, or this often, by all of the campaign together.':
		'تمنح الحملة كلها معًا العضو هذا العدد من النقاط، أو من المرات، على الأكثر.',
	'A rule that is active only while its campaign is too.': 'قاعدة لا تسري إلا أثناء سريان حملتها.',
	'The rule counts with which the transaction earns the most points in all.':
		'تُحتسب القاعدة التي تكسب بها المعاملة أكثر النقاط إجمالًا.',
	'The rule with the highest priority counts.': 'تُحتسب القاعدة ذات الأولوية الأعلى.',
	'A date attribute is the clock instead of the transaction’s moment.': 'سمة من نوع التاريخ تكون الساعة بدل لحظة المعاملة.',
	'Says in a sentence what the rule is for.': 'يقول في جملة لأي غرض هذه القاعدة.',
	'Switches the rule on or off; without it the rule is enabled.': 'يفعّل القاعدة أو يعطّلها؛ ومن دونه تكون مفعّلة.',
	'Limits the rule to dates in the program’s timezone: both days count, but an end with a time of day is excluded.':
		'يقصر القاعدة على تواريخ بتوقيت البرنامج: اليومان مشمولان، أما النهاية التي لها وقت فغير مشمولة.',
	'Decides which rule is served first when a limit is shared: the higher number. Without it the priority is 0.':
		'يحدد أي قاعدة تأخذ أولًا حين يكون الحد مشتركًا: ذات العدد الأعلى. ومن دونه تكون الأولوية 0.',
	'Puts the rule into a set of which at most one rule counts.': 'يضع القاعدة في مجموعة لا تُحتسب منها إلا قاعدة واحدة.',
	'Lists conditions that must all hold. `when always`, or no `when`, means every transaction.':
		'يسرد شروطًا يجب أن تتحقق كلها. أما `when always`، أو غياب `when`، فيعني كل معاملة.',
	'Gives points by a formula of numbers and at most one cart filter. Several are added up; a negative one gives 0.':
		'يمنح نقاطًا بصيغة من أعداد ومرشّح سلة واحد على الأكثر. وإن تعددت جُمعت؛ والسالبة تعطي 0.',
	'Multiplies points: every award of the transaction, the base of it, or the rule’s own award alone.':
		'يضاعف النقاط: كل منح المعاملة، أو أساسها، أو منحة هذه القاعدة وحدها.',
	'Gives at most this many points, or this often, in one transaction or period.':
		'يمنح هذا العدد من النقاط، أو من المرات، على الأكثر في معاملة أو مدة.',
	'Holds on days of the week, or between two times of them: the start counts, the end does not.':
		'يتحقق في أيام من الأسبوع أو بين وقتين منها: البداية مشمولة والنهاية غير مشمولة.',
	'Compares the amount of a cart filter with a number, in the program’s currency.':
		'يقارن مبلغ مرشّح سلة بعدد، بعملة البرنامج.',
	'Compares the units of the items that a cart filter chooses with a number.':
		'يقارن عدد وحدات الأصناف التي يختارها مرشّح سلة بعدد.',
	'Holds for members of these tiers; with `is not`, for members of the others.':
		'يتحقق لهذه المستويات؛ ومع `is not` لسواها.',
	'Holds for members of these segments; with `is not`, for the others.': 'يتحقق لهذه الشرائح؛ ومع `is not` لسواها.',
	'Holds for these order types; with `is not`, for the others.': 'يتحقق لهذه الأنواع من الطلبات؛ ومع `is not` لسواها.',
	'Holds for these sales channels; with `is not`, for the others.': 'يتحقق لهذه القنوات؛ ومع `is not` لسواها.',
	'Holds in these stores or chains; with `is not`, in the others.':
		'يتحقق في هذه المتاجر أو السلاسل؛ ومع `is not` في سواها.',
	'Holds on the member’s birthday, in the days around it, or in its month.':
		'يتحقق في عيد ميلاد العضو أو في الأيام حوله أو في شهره.',
	'Holds on the anniversary of the member’s joining, in the days around it, or in its month.':
		'يتحقق في ذكرى انضمام العضو أو في الأيام حولها أو في شهرها.',
	'Holds for one of the member’s purchases, or for every so many of them; this one is counted.':
		'يتحقق لواحدة من مشتريات العضو أو لكل عدد منها؛ وتُحسب هذه معها.',
	'Compares the points that the member has earned since joining with a number.':
		'يقارن النقاط التي كسبها العضو منذ انضمامه بعدد.',
	'Compares what the member has spent since joining with a number, in the program’s currency.':
		'يقارن ما أنفقه العضو منذ انضمامه بعدد، بعملة البرنامج.',
	'Compares the points that the member can spend with a number.': 'يقارن النقاط التي يستطيع العضو صرفها بعدد.',
	'Compares the days since the member joined with a number.': 'يقارن عدد الأيام منذ انضمام العضو بعدد.',
	'Compares the days since the member last bought with a number.': 'يقارن عدد الأيام منذ آخر شراء للعضو بعدد.',
	'Asks for a fact of your own: a flag by its name, a number by comparing, the others with `is`.':
		'يسأل عن معلومة خاصة بك: عن العلامة باسمها، وعن العدد بالمقارنة، وعن سواهما بـ `is`.',
	'Holds where at least one of the conditions in it does.': 'يتحقق حيث يتحقق واحد على الأقل من الشروط التي فيه.',
	'Holds where every one of the conditions in it does; for use inside the others.':
		'يتحقق حيث تتحقق كل الشروط التي فيه؛ يُستخدم داخل غيره.',
	'Holds where none of the conditions in it does.': 'يتحقق حيث لا يتحقق أي من الشروط التي فيه.',
	'Holds for every transaction.': 'يتحقق لكل معاملة.',
	'Names the program and says its currency, timezone, points, channels and order types. Every text has one.':
		'يسمّي البرنامج ويحدد عملته ومنطقته الزمنية ونقاطه وقنواته وأنواع طلباته. ولكل نص برنامج واحد.',
	'Declares the levels of membership, from the lowest to the highest, and what moves members between them.':
		'يعرّف مستويات العضوية من الأدنى إلى الأعلى، وما ينقل الأعضاء بينها.',
	'Names a group of members that is assigned by hand or by the API, not by a threshold. A member may be in several.':
		'يسمّي مجموعة من الأعضاء تُعيّن يدويًا أو عبر الواجهة البرمجية لا بعتبة. وقد يكون العضو في عدة منها.',
	'Names a fact of your own about a member, a transaction or an event, and says what it may be.':
		'يسمّي معلومة خاصة بك عن عضو أو معاملة أو حدث، ويحدد ما قد تكونه.',
	'Names an amount that is computed from a transaction: a total, or the sum of some of its items.':
		'يسمّي مقدارًا يُحسب من المعاملة: المجموع، أو مجموع بعض أصنافها.',
	'Names a set of rules of which at most one counts: the one that gives the most points, or the highest priority.':
		'يسمّي مجموعة قواعد لا تُحتسب منها إلا واحدة: التي تمنح أكثر النقاط، أو ذات الأولوية الأعلى.',
	'Puts dates, a budget and a multiplier around some rules, which are active only while the campaign is.':
		'تجمع الحملة حول بعض القواعد تواريخ وميزانية ومُضاعِفًا؛ ولا تسري هذه القواعد إلا أثناء سريانها.',
	'Gives points when its dates, its conditions and its limits allow it.':
		'تمنح القاعدة نقاطًا حين تسمح تواريخها وشروطها وحدودها.',
	'Says what a point is worth, how much of an order may be paid with points, and the least and the step.':
		'يحدد قيمة النقطة، وكم يُدفع من الطلب بالنقاط، والحد الأدنى والخطوة.',
	'Says when earned points can be spent and when they lapse; without it they can be spent at once and never lapse.':
		'يحدد متى يمكن صرف النقاط المكتسبة ومتى تنتهي صلاحيتها؛ ومن دونه تُصرف فورًا ولا تنتهي أبدًا.',
	'A worked example: a member, one thing that happens, and the points that must come of it.':
		'مثال محلول: عضو، وأمر يحدث، والنقاط التي يجب أن تنتج عنه.',
	'Counts full steps of a cart filter only; the number before it is what one step gives.':
		'يحسب الخطوات الكاملة فقط من مرشّح سلة؛ والعدد قبله ما تمنحه الخطوة.',
	'A floor for the award, where its formula is defined and its cart filter is above 0.':
		'أقل ما تمنحه القاعدة حيث تكون صيغتها معرّفة ومرشّحها فوق الصفر.',
	'No multiplier acts on this award, whether of a tier, a rule or a campaign.':
		'لا يؤثر أي مُضاعِف في هذه المنحة، سواء كان لمستوى أو قاعدة أو حملة.',
	'On a referral, gives the points to the member who brought another.': 'عند الإحالة، يعطي النقاط للعضو الذي جلب غيره.',
	'On a referral, gives the points to the member who was brought.': 'عند الإحالة، يعطي النقاط للعضو الذي جُلب.',
	'Gives a number of points for each unit of the currency that is spent on a filter.':
		'يمنح عددًا من النقاط لكل وحدة من العملة تُنفق على مرشّح.',
	'Gives the same number of points each time.': 'يمنح العدد نفسه من النقاط كل مرة.',
	'Gives points for what is spent on a filter, and a fixed number on top.':
		'يمنح نقاطًا مقابل ما يُنفق على مرشّح، وفوقها عددًا ثابتًا.',
	'Gives one point for a number of units of the currency.': 'يمنح نقطة واحدة لكل عدد من وحدات العملة.',
	'Gives points for every full step of the spend, and nothing for what is left over.':
		'يمنح نقاطًا لكل خطوة كاملة من الإنفاق، ولا شيء لما يتبقى.',
	'Gives a percentage of what is spent on a filter, as points.': 'يمنح نسبة مئوية مما يُنفق على مرشّح، نقاطًا.',
	'Multiplies everything that the transaction earns so far; several multiply one another.':
		'يضاعف كل ما تكسبه المعاملة حتى الآن؛ والمُضاعِفات تُضرب في بعضها.',
	'Adds the base award again, so many times less one; several add up.':
		'يضيف المنحة الأساسية مرة أخرى بعدد المرات ناقص واحد؛ والمُضاعِفات تُجمع.',
	'Multiplies the rule’s own award only.': 'يضاعف منحة هذه القاعدة وحدها.',
	'Multiplies the part of each award that is owed to a cart filter.': 'يضاعف الجزء من كل منحة الذي يعود إلى مرشّح سلة.',
	'A member pays for an order. It is what a rule answers to where it names no event.':
		'يدفع عضو ثمن طلب. وهي ما تستجيب له القاعدة التي لا تذكر حدثًا.',
	'A member joins the program.': 'ينضم عضو إلى البرنامج.',
	'A member fills in everything that the profile asks for.': 'يملأ عضو كل ما يطلبه الملف الشخصي.',
	'A member’s birthday comes, whether they buy or not. 29 February counts as 28 February in other years.':
		'يحل عيد ميلاد عضو، اشترى أم لم يشترِ. ويُحسب 29 فبراير يوم 28 فبراير في السنوات الأخرى.',
	'The day on which a member joined comes round, whether they buy or not.':
		'يحل يوم انضمام العضو من جديد، اشترى أم لم يشترِ.',
	'A member brings another. Points go to the one who brought, `for referrer`, or the one who came, `for referred`.':
		'يجلب عضو عضوًا آخر. تذهب النقاط إلى المُحيل، `for referrer`، أو إلى المُحال، `for referred`.',
	'A member comes to a store and says so, with or without buying.': 'يأتي عضو إلى متجر ويسجل ذلك، اشترى أم لم يشترِ.',
	'Something that your own systems report by its name.': 'شيء تُبلغ عنه أنظمتك باسمه.',
	'Whatever happens; for rules that multiply what others give.': 'أيًّا كان ما يحدث؛ للقواعد التي تضاعف ما تمنحه غيرها.',
	'Leaves parts of the total out: taxes, fees, tip, or the part paid with points.':
		'يستبعد أجزاء من المجموع: الضرائب أو الرسوم أو الإكرامية أو الجزء المدفوع بالنقاط.',
	'Puts discounts back into the total.': 'يعيد الخصومات إلى المجموع.',
	'Takes items out of those that are chosen.': 'يستبعد أصنافًا مما اختير.',
	'Spreads the part paid with points over the items like a discount, and leaves it out.':
		'يوزّع الجزء المدفوع بالنقاط على الأصناف كالخصم، ويستبعده.',
	'Counts only what exceeds the amount; it stands before `up to`.': 'يحسب ما يزيد على المبلغ فقط؛ ويقع قبل `up to`.',
	'Counts no more than the amount; `above 100 up to 300` is at most 200.':
		'لا يحسب أكثر من المبلغ؛ فما يعطيه `above 100 up to 300` لا يزيد على 200.',
	'What the customer pays, with parts left out: taxes, fees, tip, or what was paid with points.':
		'ما يدفعه العميل بعد استبعاد أجزاء: الضرائب أو الرسوم أو الإكرامية أو ما دُفع بالنقاط.',
	'The sum of some items: by category, subcategory, combo or item, with exceptions.':
		'مجموع بعض الأصناف: بحسب الفئة أو الفئة الفرعية أو الوجبة أو الصنف، مع استثناءات.',
	'The units of some items instead of their money: points per litre, or per cup.':
		'وحدات بعض الأصناف بدل ثمنها: نقاط لكل لتر أو لكل كوب.',
	'A number that comes with the transaction, by the attribute’s name.': 'عدد يأتي مع المعاملة، باسم السمة.',
	'The part of the transaction that is paid with points.': 'الجزء من المعاملة المدفوع بالنقاط.',
	'The items of these categories.': 'أصناف هذه الفئات.',
	'The items of these subcategories.': 'أصناف هذه الفئات الفرعية.',
	'The items that were sold in these combos.': 'الأصناف التي بيعت ضمن هذه الوجبات.',
	'These items, by their codes.': 'هذه الأصناف، برموزها.',
	'Gives at most this many points in one transaction.': 'يمنح هذا العدد من النقاط على الأكثر في المعاملة.',
	'Gives a member at most this many points in a day, week, month, quarter, year or lifetime.':
		'يمنح العضو هذا العدد من النقاط على الأكثر في يوم أو أسبوع أو شهر أو ربع سنة أو سنة أو طوال العضوية.',
	'Gives points to a member once in a period, and then none until the next.':
		'يمنح العضو نقاطًا مرة في المدة، ثم لا شيء حتى المدة التالية.',
	'Gives points to a member so many times in a period, and then none until the next.':
		'يمنح العضو نقاطًا هذا العدد من المرات في المدة، ثم لا شيء حتى المدة التالية.',
	'Gives a member at most this many points in the last days, counted back from the transaction.':
		'يمنح العضو هذا العدد من النقاط على الأكثر في الأيام الأخيرة، محسوبة من المعاملة إلى الوراء.',
	'Gives none of the points of a transaction where they would exceed the limit, instead of what is left.':
		'لا يمنح شيئًا من نقاط معاملة تتجاوز الحد، بدل ما تبقّى.',
	'Gives at most as many points as a formula says: at most 10 points for each unit that is spent.':
		'يمنح من النقاط ما تقوله صيغة على الأكثر: مثل 10 نقاط لكل وحدة تُنفق.',
	'Each transaction by itself.': 'كل معاملة على حدة.',
	'A calendar day in the program’s timezone, from midnight or from `day starts`.':
		'يوم تقويمي بتوقيت البرنامج، من منتصف الليل أو من `day starts`.',
	'A calendar week, from the day that `week starts` says.': 'أسبوع تقويمي، من اليوم الذي يحدده `week starts`.',
	'A calendar month.': 'شهر تقويمي.',
	'A quarter of a calendar year.': 'ربع من سنة تقويمية.',
	'A calendar year.': 'سنة تقويمية.',
	'All the time since the member joined.': 'كل الوقت منذ انضمام العضو.',
	'The last days, counted back from the transaction, instead of a calendar period.':
		'الأيام الأخيرة، محسوبة من المعاملة إلى الوراء، بدل مدة تقويمية.',
	'How long earned points are pending: for a time, or until the end of their month or year.':
		'كم تبقى النقاط المكتسبة معلّقة: لمدة، أو حتى نهاية شهرها أو سنتها.',
	'After a time, after a time without activity, or at the end of a month or year.':
		'بعد مدة، أو بعد مدة بلا نشاط، أو في نهاية شهر أو سنة.',
	'What a number of points is worth in the program’s currency.': 'قيمة عدد من النقاط بعملة البرنامج.',
	'How much of an order may be paid with points, as a share of a cart filter.':
		'كم يُدفع من الطلب بالنقاط، كحصة من مرشّح سلة.',
	'The least number of points that may be spent at once, and the steps in which more may be.':
		'أقل عدد من النقاط يمكن صرفه دفعة واحدة، والخطوات التي يُصرف بها ما زاد.',
	'The currency of every amount, as three letters of ISO 4217.': 'عملة كل المبالغ، بثلاثة أحرف من ISO 4217.',
	'Where days begin and end: an area and a city of the IANA list.': 'حيث تبدأ الأيام وتنتهي: منطقة ومدينة من قائمة IANA.',
	'The day on which a week begins; Monday where it is not given.': 'اليوم الذي يبدأ به الأسبوع؛ والإثنين إن لم يُذكر.',
	'When a business day begins, for limits and for days of the week; never for dates and birthdays.':
		'متى يبدأ يوم العمل، للحدود ولأيام الأسبوع؛ لا للتواريخ وأعياد الميلاد أبدًا.',
	'Whole points or points with decimals, and how they are rounded; whole and down where it is not given.':
		'نقاط صحيحة أو بكسور عشرية، وكيف تُقرّب؛ وإن لم يُذكر فهي صحيحة وتُقرّب إلى الأدنى.',
	'The sales channels that the program knows.': 'قنوات البيع التي يعرفها البرنامج.',
	'The order types that the program knows.': 'أنواع الطلبات التي يعرفها البرنامج.',
	'Gives a member at most this many points in one transaction or period, all rules and the tier together.':
		'يمنح العضو هذا العدد من النقاط على الأكثر في معاملة أو مدة، من كل القواعد والمستوى معًا.',
	'What a return may do to points that were spent already: go below zero, stop at zero, or take pending points only.':
		'ما يفعله المرتجع بنقاط صُرفت بالفعل: أن ينزل الرصيد تحت الصفر، أو يتوقف عند الصفر، أو تُؤخذ النقاط المعلّقة فقط.',
	'Each award is rounded by itself; this is meant where no place is said.':
		'تُقرّب كل منحة على حدة؛ وهذا هو المقصود حيث لا يُذكر موضع.',
	'Each unit of a line is rounded by itself, where the formula is a number times its cart filter.':
		'تُقرّب كل وحدة من السطر على حدة، حيث تكون الصيغة عددًا مضروبًا في مرشّح السلة.',
	'The sum of a transaction is rounded once, and shared back to its awards.':
		'يُقرّب مجموع المعاملة مرة واحدة، ثم يوزّع على منحها.',
	'What is left over by rounding is kept for the member’s next transaction.':
		'ما يبقى من التقريب يُحفظ لمعاملة العضو التالية.',
	'What one rule gives in the end, after multipliers, rounding and limits.':
		'ما تمنحه قاعدة واحدة في النهاية، بعد المُضاعِفات والتقريب والحدود.',
	'What the member’s tier itself gives in the end.': 'ما يمنحه مستوى العضو نفسه في النهاية.',
	'What all rules and the tier give together.': 'ما تمنحه كل القواعد والمستوى معًا.',
	'The points that the member has in the end.': 'النقاط التي لدى العضو في النهاية.',
	'The amount that `spend points` pays.': 'المبلغ الذي يدفعه `spend points`.',
	'The member as they were before; what is not said is not known, and numbers are 0.':
		'العضو كما كان قبل ذلك؛ وما لا يُذكر غير معروف، والأعداد 0.',
	'An event and its local moment, with what comes with it in braces; of several, the test expects something of the last.':
		'حدث ولحظته المحلية، وما يأتي معه بين القوسين؛ وإن تعددت فالاختبار يتوقع شيئًا من آخرها.',
	'Units of an item, an amount, or all that is left of the purchase above it; what is expected is what stands then.':
		'وحدات من صنف، أو مبلغ، أو كل ما بقي من عملية الشراء التي قبله؛ والمتوقع هو ما يبقى حينها.',
	'Spends as many points as may be: on the purchase above it, or outside any order where there is none.':
		'يصرف أكثر ما يمكن من النقاط: على عملية الشراء التي قبله، أو خارج أي طلب حيث لا توجد.',
	'The points that a rule, the tier or everything together must give, the balance in the end, or what points pay.':
		'النقاط التي يجب أن تمنحها قاعدة أو المستوى أو الكل معًا، أو الرصيد في النهاية، أو ما تدفعه النقاط.',
	'The store, by its id.': 'المتجر، بمعرّفه.',
	'The chain of the store.': 'سلسلة المتجر.',
	'The sales channel.': 'قناة البيع.',
	'The order type.': 'نوع الطلب.',
	'One line: units and the price of one, or a measure and the price of all.':
		'سطر واحد: وحدات وثمن الواحدة، أو مقدار وثمنه كله.',
	'The discount on the whole order.': 'الخصم على الطلب كله.',
	'The taxes.': 'الضرائب.',
	'The fees.': 'الرسوم.',
	'The tip.': 'الإكرامية.',
	'The part that is paid with points.': 'الجزء المدفوع بالنقاط.',
	'A fact of your own about the event, by its name.': 'معلومة خاصة بك عن الحدث، باسمها.',
	'The tier that the member is in.': 'المستوى الذي فيه العضو.',
	'A segment that the member is in; of several, one line each.': 'شريحة ينتمي إليها العضو؛ وإن تعددت فلكل منها سطر.',
	'The day on which the member was born.': 'يوم ميلاد العضو.',
	'The day on which the member joined.': 'يوم انضمام العضو.',
	'The day on which the member last bought.': 'آخر يوم اشترى فيه العضو.',
	'How often the member had bought before.': 'كم مرة اشترى العضو من قبل.',
	'The points that the member had earned since joining.': 'النقاط التي كسبها العضو منذ انضمامه.',
	'What the member had spent since joining.': 'ما أنفقه العضو منذ انضمامه.',
	'The points that the member could spend.': 'النقاط التي كان العضو يستطيع صرفها.',
	'A fact of your own about the member, by its name.': 'معلومة خاصة بك عن العضو، باسمها.',
	'A member is in the highest tier whose threshold the points earned since joining reach.':
		'يكون العضو في أعلى مستوى تبلغ عتبتَه نقاطُه المكتسبة منذ انضمامه.',
	'A member is in the highest tier whose threshold the amount of a cart filter since joining reaches.':
		'يكون العضو في أعلى مستوى يبلغ عتبتَه مقدارُ مرشّح سلة منذ انضمامه.',
	'A member is in the highest tier whose threshold the points earned in the calendar year reach.':
		'يكون العضو في أعلى مستوى تبلغ عتبتَه نقاطُه المكتسبة في السنة التقويمية.',
	'A member is in the highest tier whose threshold the amount of a cart filter in the calendar year reaches.':
		'يكون العضو في أعلى مستوى يبلغ عتبتَه مقدارُ مرشّح سلة في السنة التقويمية.',
	'People put members into tiers; there are no thresholds.': 'يضع أشخاصٌ الأعضاءَ في المستويات؛ ولا عتبات.',
	'The colour in which the tier is shown.': 'اللون الذي يُعرض به المستوى.',
	'What members of the tier earn with every purchase, besides the rules.':
		'ما يكسبه أعضاء المستوى بكل عملية شراء، إلى جانب القواعد.',
	'Multiplies every award of a purchase by members of the tier.': 'يضاعف كل منحة لعملية شراء يقوم بها أعضاء المستوى.',
	'A level of membership: its name and the threshold from which it begins.':
		'مستوى من العضوية: اسمه والعتبة التي يبدأ منها.',
	'A tier reached in a year is kept until the end of the following one.':
		'المستوى الذي بُلغ في سنة يبقى حتى نهاية السنة التالية.',
	'The thresholds stay, but move nobody: everyone stays in a tier until people change it.':
		'تبقى العتبات ولا تنقل أحدًا: يبقى كل عضو في مستواه حتى يغيّره أشخاص.',
	'The taxes of the transaction.': 'ضرائب المعاملة.',
	'The fees of the transaction, such as for delivery.': 'رسوم المعاملة، كرسوم التوصيل.',
};
