/**
 * Which indexes are used and yet not worth their upkeep. Enters: a server with its statements
 * costed, the counted use of its indexes, and the advice that is carried out besides. Leaves:
 * advice to drop, with what each statement that uses the index costs without it. What is not known
 * for certain keeps an index: a statement that was not understood, rows that no known statement
 * explains, a weighty statement that reads more rows.
 */
package dev.watershed.analyzer.index.value;
