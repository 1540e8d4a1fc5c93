package dev.watershed.workload;

/**
 * The highest hashes (unsigned) of the keys that stayed under the bounds; −1 where all stayed. A
 * merge applies the lower one of its parts, so that a key is either counted everywhere or lumped
 * everywhere ({@link LowestHashes}).
 *
 * @param digestSchemas of combinations of digest and schema, as the next two ranked by {@link
 *     Combinations}
 * @param statements of combinations of digest, schema and origin
 * @param transactions of combinations of transaction class and origin
 */
public record KeptHashes(
    long texts,
    long schemas,
    long origins,
    long transactionClasses,
    long digestSchemas,
    long statements,
    long transactions) {

  /** Nothing was lumped. */
  public static final KeptHashes ALL = new KeptHashes(-1L, -1L, -1L, -1L, -1L, -1L, -1L);
}
