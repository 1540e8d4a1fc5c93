/**
 * Statements as they may be shown. Enters: the bytes of a statement, as its client wrote it.
 * Leaves: the same text with {@code ?} for every literal. Dropped: the literals, comments that are
 * no optimizer hints (they may hold personal data), the ends of long lists and of long texts.
 */
package dev.watershed.sql.redaction;
