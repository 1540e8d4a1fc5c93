/**
 * What the files of migration tools would do to a server.
 *
 * <p>What enters: the texts of files, and what the tool noted on the server ({@link
 * dev.watershed.workload.catalog.Migration}). What leaves: the statements that are pending, in the
 * tool's own order ({@link dev.watershed.collector.migration.MigrationReader}), notes on what is
 * passed over, and an issue for everything that is not understood or that the tool would refuse.
 * What is dropped: what undoes a migration, the tool's own bookkeeping, and the tables of gh-ost
 * and pt-online-schema-change.
 *
 * <p>Naming and order: Flyway, "Migrations"; Liquibase, "SQL changelog example"; golang-migrate,
 * "Migration Filename Format"; Ruby on Rails Guides, "Active Record Migrations".
 */
package dev.watershed.collector.migration;
