/**
 * The slow log that a server keeps in a table: {@code log_output=TABLE}.
 *
 * <p>What enters: the rows of {@code mysql.slow_log}, in the order in which the server wrote them.
 * What leaves: the windows that its file would give, through the same path. What is dropped: the
 * statements of Watershed, counted.
 *
 * <p>The table has no index and no ids, and nobody can change rows in it or delete single ones: it
 * only grows, or is emptied or renamed as a whole (MySQL 9.7 Reference Manual, "Selecting General
 * Query Log and Slow Query Log Output Destinations"). So a position in it is a number of rows; the
 * table is known by its first row, and the row taken last proves the position. A look reads the
 * table from its beginning, since the engine (CSV) cannot do otherwise. A name that leads to
 * another server goes on where the name before it stopped ({@link
 * dev.watershed.collector.server.slowlog.ReadTables}).
 *
 * <p>{@code start_time} is the end of a statement on MySQL and its start on MariaDB (measured: 9.7
 * and 10.11).
 */
package dev.watershed.collector.server.slowlog;
