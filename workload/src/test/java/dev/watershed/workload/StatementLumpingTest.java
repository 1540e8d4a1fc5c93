package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementLumpingTest {

  private static final int OTHER_SCHEMAS = 2;
  private static final int GONE = 4;
  private static final int KEPT = 3;

  /** By what is beyond a bound: the digest's, schema's or origin's name, the pair, the triple. */
  @ParameterizedTest
  @CsvSource({
    "'',               3 3 3",
    "origin,           3 3 0",
    "triple,           3 3 0",
    "schema,           3 2 3",
    "digest,           0 3 3",
    "pair,             3 2 0",
    "schema triple,    3 2 0",
    "digest triple,    0 3 0",
    "digest pair,      0 2 0",
    "digest schema,    0 2 3",
    "schema pair,      3 2 0",
    "triple pair,      3 2 0"
  })
  void aRowLosesItsOriginFirstThenItsSchema(String beyond, String expected) {
    Combinations pairs = new Combinations();
    Combinations triples = new Combinations();
    StatementLumping lumping =
        new StatementLumping(moved(0), moved(OTHER_SCHEMAS), moved(0), pairs, triples);
    int text = beyond.contains("digest") ? GONE : KEPT;
    int schema = beyond.contains("schema") ? GONE : KEPT;
    int origin = beyond.contains("origin") ? GONE : KEPT;
    long key = StatementTable.key(text, schema, origin);
    if (beyond.contains("pair")) {
      pairs.bound(LongHashSet.newSetWith(lumping.pair(key), 0), 1);
    }
    if (beyond.contains("triple")) {
      triples.bound(LongHashSet.newSetWith(lumping.triple(key), 0), 1);
    }
    long moved = lumping.move(key);
    assertThat(
            StatementTable.textIndex(moved)
                + " "
                + StatementTable.schemaIndex(moved)
                + " "
                + StatementTable.originIndex(moved))
        .isEqualTo(expected);
    boolean ownPair = text == KEPT && schema == KEPT && !beyond.contains("pair");
    assertThat(pairs.toList().size()).isEqualTo(ownPair || beyond.contains("pair") ? 0 : 1);
    boolean ownTriple = beyond.isEmpty() || beyond.contains("triple");
    assertThat(triples.toList().size()).as("counts on").isEqualTo(ownTriple ? 0 : 1);
  }

  /** Five names of which the last one is beyond the bound. */
  private static Moved moved(int lumped) {
    return new Moved(
        new int[] {0, 1, 2, KEPT, lumped}, new long[] {10, 20, 30, 40, 50}, lumped, true);
  }
}
