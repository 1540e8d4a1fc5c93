/**
 * Which statements ran together. What enters: statements in the order of the log, each with its
 * connection and what it does to a transaction ({@link
 * dev.watershed.collector.transaction.StatementEffect}). What leaves: transactions that ended, open
 * ones as bytes to go on from. What is dropped: single statements under autocommit, which are
 * transactions of their own, and those without a table.
 *
 * <p>Source: MySQL 9.7 Reference Manual, "START TRANSACTION, COMMIT, and ROLLBACK Statements",
 * "Statements That Cause an Implicit Commit", "LOCK TABLES and UNLOCK TABLES Statements", "XA
 * Transactions".
 *
 * <p>Not followed: {@code completion_type}, statements inside routines, a server whose {@code
 * autocommit} is off by default, and a deadlock where the log has no error numbers: it ends its
 * transaction before the client says so.
 */
package dev.watershed.collector.transaction;
