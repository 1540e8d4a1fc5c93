/**
 * The independent, obvious and slow reader of slow logs against which the fast one is tested.
 *
 * <p>What enters: the bytes of a whole log, in memory, and options. What leaves: its events and
 * issues, one by one, in the order of the file, as {@code docs/slow-log.md} defines them. Nothing
 * is shared with the fast reader: not a line of code, not a table.
 */
package dev.watershed.collector.reference;
