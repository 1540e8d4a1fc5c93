/**
 * Which indexes a server can do without. Enters: its tables, what was seen of the use of their
 * indexes, and its statements. Leaves: advice to drop, each with the index that takes over or the
 * length of time without use. Never named: a primary key, a unique index that no other one makes
 * good, the only index of a foreign key, an index whose order a statement asks for.
 */
package dev.watershed.analyzer.index.redundancy;
