/**
 * Which indexes might help. Enters: what statements ask. Leaves: indexes that do not exist and that
 * the server could build, once each: per table the columns with a single value, the most selective
 * first, then one range or the order that is asked for, then what the statement needs besides.
 * Never in one: columns that are compared by {@code <>}, a column twice, an order other than the
 * statement's, and the primary key at the end, where it stands anyway.
 */
package dev.watershed.analyzer.index.candidate;
