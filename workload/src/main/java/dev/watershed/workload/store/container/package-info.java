/**
 * A file of checked sections: what windows and texts are kept in.
 *
 * <p>Layout, little-endian:
 *
 * <pre>
 *   0   magic "WATRSHED", format version (int), 0 (int)
 *   …   sections, each at a multiple of 64 bytes
 *   …   directory: the kind, then per section its name, offset, length and CRC-32C; after a large
 *       one its parts likewise, a slash before their names: they can be verified alone
 *   end directory length (int), directory CRC-32C (int), magic
 * </pre>
 *
 * <p>What enters: named sections of bytes. What leaves: the same, or an exception that says what is
 * wrong with the file.
 */
package dev.watershed.workload.store.container;
