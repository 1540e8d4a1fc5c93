/**
 * Reads general query logs of MySQL and MariaDB, and tells them from slow logs.
 *
 * <p>What enters: the bytes of general and slow logs of a database that tests ran against. What
 * leaves: each statement once per account, schema and comment tags, as {@link
 * dev.watershed.collector.generallog.SentStatement}; the inputs that failed; what could not be
 * taken as it stands, counted. What is dropped: how often and how long statements ran, since a
 * general log knows nothing of rows and times; administrator commands; statements that were
 * prepared and never executed.
 */
package dev.watershed.collector.generallog;
