CREATE TABLE `programs` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_text` text NOT NULL,
	`draft_revision` integer NOT NULL,
	`draft_saved_at_ms` integer NOT NULL,
	`catalog_revision` integer DEFAULT 0 NOT NULL,
	CHECK(`id` GLOB '[a-z0-9]*' AND `id` NOT GLOB '*[^a-z0-9-]*' AND length(`id`) <= 64),
	CHECK(`draft_revision` >= 1),
	CHECK(`catalog_revision` >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `versions` (
	`program` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`hash` text NOT NULL,
	`in_force_from_ms` integer NOT NULL,
	`published_at_ms` integer NOT NULL,
	PRIMARY KEY(`program`, `version`),
	FOREIGN KEY (`program`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK(`version` >= 1),
	CHECK(length(`hash`) = 64 AND `hash` NOT GLOB '*[^0-9a-f]*')
) STRICT;
--> statement-breakpoint
CREATE TABLE `catalog_stores` (
	`program` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`chain` text,
	`city` text,
	PRIMARY KEY(`program`, `id`),
	FOREIGN KEY (`program`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK(length(`id`) BETWEEN 1 AND 128)
) STRICT;
--> statement-breakpoint
CREATE TABLE `catalog_items` (
	`program` text NOT NULL,
	`sku` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`category` text,
	`subcategory` text,
	`price` text,
	PRIMARY KEY(`program`, `sku`),
	FOREIGN KEY (`program`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK(length(`sku`) BETWEEN 1 AND 128),
	CHECK(`price` IS NULL OR (`price` GLOB '[0-9]*' AND `price` NOT GLOB '*[^0-9.]*'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `members` (
	`program` text NOT NULL,
	`id` text NOT NULL,
	`name` text,
	`birth_date` text,
	`joined_on` text,
	`placed_tier` text,
	`search_text` text NOT NULL,
	PRIMARY KEY(`program`, `id`),
	FOREIGN KEY (`program`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK(length(`id`) BETWEEN 1 AND 128),
	CHECK(`birth_date` IS NULL OR `birth_date` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CHECK(`joined_on` IS NULL OR `joined_on` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `transactions` (
	`program` text NOT NULL,
	`id` text NOT NULL,
	`member` text NOT NULL,
	`content_hash` text NOT NULL,
	`version` integer NOT NULL,
	`version_hash` text NOT NULL,
	`at_ms` integer NOT NULL,
	`recorded_at_ms` integer NOT NULL,
	`receipt` text NOT NULL,
	`facts` text NOT NULL,
	PRIMARY KEY(`program`, `id`),
	FOREIGN KEY (`program`,`member`) REFERENCES `members`(`program`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`program`,`version`,`version_hash`) REFERENCES `versions`(`program`,`version`,`hash`) ON UPDATE no action ON DELETE no action,
	CHECK(length(`id`) BETWEEN 1 AND 128),
	CHECK(length(`content_hash`) = 64 AND `content_hash` NOT GLOB '*[^0-9a-f]*'),
	CHECK(json_valid(`receipt`) AND json_valid(`facts`))
) STRICT;
--> statement-breakpoint
CREATE TABLE `entries` (
	`program` text NOT NULL,
	`sequence` integer NOT NULL,
	`transaction_id` text NOT NULL,
	`version` integer NOT NULL,
	`version_hash` text NOT NULL,
	`kind` text NOT NULL,
	`account` text NOT NULL,
	`member` text,
	`source_kind` text NOT NULL,
	`source_name` text NOT NULL,
	`units` integer NOT NULL,
	`balance_after_units` integer,
	`lifetime_after_units` integer,
	`at_ms` integer NOT NULL,
	`recorded_at_ms` integer NOT NULL,
	PRIMARY KEY(`program`, `sequence`),
	FOREIGN KEY (`program`,`transaction_id`) REFERENCES `transactions`(`program`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`program`,`member`) REFERENCES `members`(`program`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`program`,`version`,`version_hash`) REFERENCES `versions`(`program`,`version`,`hash`) ON UPDATE no action ON DELETE no action,
	CHECK(`sequence` >= 1),
	CHECK(`kind` = 'earn'),
	CHECK(`source_kind` IN ('rule', 'tier')),
	CHECK(`account` = CASE WHEN `member` IS NULL THEN 'issued' ELSE 'member:' || `member` END),
	CHECK(`units` <> 0 AND abs(`units`) <= 999999999999999),
	CHECK((`member` IS NULL) = (`units` < 0)),
	CHECK((`member` IS NULL) = (`balance_after_units` IS NULL)),
	CHECK((`member` IS NULL) = (`lifetime_after_units` IS NULL)),
	CHECK(`balance_after_units` BETWEEN 0 AND 999999999999999),
	CHECK(`lifetime_after_units` BETWEEN 0 AND 999999999999999)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_by_account` ON `entries` (`program`,`account`,`sequence`);
--> statement-breakpoint
CREATE INDEX `entries_by_moment` ON `entries` (`program`,`at_ms`,`source_kind`,`source_name`,`units`) WHERE account <> 'issued';
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_once` ON `entries` (`program`,`transaction_id`,`source_kind`,`source_name`,`account`);
--> statement-breakpoint
CREATE INDEX `transactions_by_member` ON `transactions` (`program`,`member`,`at_ms`);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_with_hash` ON `versions` (`program`,`version`,`hash`);
--> statement-breakpoint
CREATE TRIGGER `versions_never_change` BEFORE UPDATE ON `versions`
BEGIN
	SELECT RAISE(ABORT, 'versions are append-only: nothing is changed');
END;
--> statement-breakpoint
CREATE TRIGGER `versions_never_go` BEFORE DELETE ON `versions`
BEGIN
	SELECT RAISE(ABORT, 'versions are append-only: nothing is deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `transactions_never_change` BEFORE UPDATE ON `transactions`
BEGIN
	SELECT RAISE(ABORT, 'transactions are append-only: nothing is changed');
END;
--> statement-breakpoint
CREATE TRIGGER `transactions_never_go` BEFORE DELETE ON `transactions`
BEGIN
	SELECT RAISE(ABORT, 'transactions are append-only: nothing is deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `entries_never_change` BEFORE UPDATE ON `entries`
BEGIN
	SELECT RAISE(ABORT, 'entries are append-only: nothing is changed');
END;
--> statement-breakpoint
CREATE TRIGGER `entries_never_go` BEFORE DELETE ON `entries`
BEGIN
	SELECT RAISE(ABORT, 'entries are append-only: nothing is deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `versions_without_gaps` BEFORE INSERT ON `versions`
WHEN NEW.`version` <> 1 + (SELECT coalesce(max(`version`), 0) FROM `versions` WHERE `program` = NEW.`program`)
BEGIN
	SELECT RAISE(ABORT, 'versions are numbered without gaps');
END;
--> statement-breakpoint
CREATE TRIGGER `versions_in_order` BEFORE INSERT ON `versions`
WHEN NEW.`in_force_from_ms` < (SELECT max(`in_force_from_ms`) FROM `versions` WHERE `program` = NEW.`program`)
BEGIN
	SELECT RAISE(ABORT, 'a version takes no time back from the one before it');
END;
--> statement-breakpoint
CREATE TRIGGER `transactions_once` BEFORE INSERT ON `transactions`
WHEN EXISTS (SELECT 1 FROM `transactions` WHERE `program` = NEW.`program` AND `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'a transaction is recorded once');
END;
--> statement-breakpoint
CREATE TRIGGER `entries_without_gaps` BEFORE INSERT ON `entries`
WHEN NEW.`sequence` <> 1 + (SELECT coalesce(max(`sequence`), 0) FROM `entries` WHERE `program` = NEW.`program`)
BEGIN
	SELECT RAISE(ABORT, 'entries are numbered without gaps');
END;
--> statement-breakpoint
CREATE TRIGGER `entries_add_up` BEFORE INSERT ON `entries`
WHEN NEW.`member` IS NOT NULL AND (NEW.`balance_after_units`, NEW.`lifetime_after_units`) IS NOT (
	SELECT coalesce(max(`balance_after_units`), 0) + NEW.`units`, coalesce(max(`lifetime_after_units`), 0) + NEW.`units`
	FROM (
		SELECT `balance_after_units`, `lifetime_after_units` FROM `entries`
		WHERE `program` = NEW.`program` AND `account` = NEW.`account`
		ORDER BY `sequence` DESC LIMIT 1
	)
)
BEGIN
	SELECT RAISE(ABORT, 'a balance is the sum of its entries');
END;
