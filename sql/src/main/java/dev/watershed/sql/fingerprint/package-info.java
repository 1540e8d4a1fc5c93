/**
 * One canonical form of a statement. Enters: bytes, in any pieces. Leaves: a 64-bit digest and, on
 * request, a readable text. Dropped: literals, list lengths, comments that are no optimizer hints,
 * white space, the letter case of words. {@code docs/fingerprint.md} defines the form and its
 * differences from the server's own.
 */
package dev.watershed.sql.fingerprint;
