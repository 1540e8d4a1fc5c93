/**
 * Tags that applications write into comments. Enters: the body of a block comment, without its
 * delimiters. Leaves: keys and values of the two forms in use, sqlcommenter and marginalia.
 * Dropped: comments in any other form, whole.
 */
package dev.watershed.sql.comment;
