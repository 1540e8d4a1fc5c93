package dev.watershed.workload;

/**
 * Where the row of a digest, schema and origin goes when bounds are applied. A row beyond the bound
 * of combinations loses its origin first, then its schema, never its digest.
 *
 * <p>Where it goes depends on nothing but its names, the thresholds, and whether a bound was ever
 * exceeded, all of which only ever move one way; and what went together stays together. That makes
 * the result independent of order and cut: once combinations are left out, what was lumped by a
 * name is not told apart by the others any more.
 */
final class StatementLumping {

  private final Moved texts;
  private final Moved schemas;
  private final Moved origins;
  private final Combinations pairs;
  private final Combinations triples;

  /**
   * @param pairs combinations of digest and schema
   * @param triples combinations of digest, schema and origin
   */
  StatementLumping(
      Moved texts, Moved schemas, Moved origins, Combinations pairs, Combinations triples) {
    this.texts = texts;
    this.schemas = schemas;
    this.origins = origins;
    this.pairs = pairs;
    this.triples = triples;
  }

  /** Whether the digest and the schema of a row are still those that were seen. */
  boolean hasPair(long key) {
    int schema = StatementTable.schemaIndex(key);
    return !texts.wasLumped(StatementTable.textIndex(key))
        && !schemas.wasLumped(schema)
        && schema != WorkloadBuilder.CARRIED_SCHEMA;
  }

  /** Whether the origin is, too. */
  boolean hasTriple(long key) {
    return hasPair(key) && !origins.wasLumped(StatementTable.originIndex(key));
  }

  long pair(long key) {
    return Combinations.rank(
        texts.hash(StatementTable.textIndex(key)), schemas.hash(StatementTable.schemaIndex(key)));
  }

  long triple(long key) {
    return Combinations.rank(
        texts.hash(StatementTable.textIndex(key)),
        schemas.hash(StatementTable.schemaIndex(key)),
        origins.hash(StatementTable.originIndex(key)));
  }

  /** The new key of a row. Combinations that lose their row are noted. */
  long move(long key) {
    int text = StatementTable.textIndex(key);
    int schema = StatementTable.schemaIndex(key);
    int origin = StatementTable.originIndex(key);
    boolean carried = schema == WorkloadBuilder.CARRIED_SCHEMA;
    boolean lumpedName = texts.isLumped(text) || schemas.isLumped(schema);
    boolean withSchema;
    boolean withOrigin;
    if (carried) {
      withSchema = true;
      withOrigin = true;
    } else if (lumpedName) {
      withSchema = !pairs.exceeded();
      withOrigin = withSchema && !triples.exceeded();
    } else {
      withSchema = pairs.stays(pair(key));
      withOrigin = withSchema && (!hasTriple(key) || triples.stays(triple(key)));
    }
    if (hasPair(key) && (lumpedName || !withSchema)) {
      pairs.note(pair(key));
    }
    if (hasTriple(key) && (lumpedName || !withOrigin || origins.isLumped(origin))) {
      triples.note(triple(key));
    }
    return StatementTable.key(
        texts.to(text),
        withSchema ? schemas.to(schema) : schemas.lumped(),
        withOrigin ? origins.to(origin) : origins.lumped());
  }
}
