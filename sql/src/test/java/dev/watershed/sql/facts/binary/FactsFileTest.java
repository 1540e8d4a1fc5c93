package dev.watershed.sql.facts.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.StatementFacts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactsFileTest {

  private static final FactsOrigin ORIGIN = new FactsOrigin(7, "a0");
  private static final int RUNS = 3_000;

  private static FactsKey key(int seed) {
    return new FactsKey(
        seed * 0x9e3779b97f4a7c15L,
        seed % 3 == 0 ? Optional.empty() : Optional.of("schema" + seed % 3),
        seed % 2 == 0,
        seed);
  }

  private static SortedMap<FactsKey, StatementFacts> facts(int from, int to) {
    SortedMap<FactsKey, StatementFacts> facts = new TreeMap<>();
    for (int seed = from; seed < to; seed++) {
      facts.put(key(seed), new RandomFacts(seed).statement());
    }
    return facts;
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    SortedMap<FactsKey, StatementFacts> facts = facts(0, RUNS);
    FactsFile file = FactsFile.read(FactsFile.write(ORIGIN, facts), ORIGIN).orElseThrow();
    assertThat(file.size()).isEqualTo(RUNS);
    facts.forEach((key, value) -> assertThat(file.find(key)).as("%s", key).contains(value));
  }

  @Test
  void theSameFactsMakeTheSameBytes() {
    assertThat(FactsFile.write(ORIGIN, facts(0, 99)))
        .isEqualTo(FactsFile.write(ORIGIN, facts(0, 99)));
  }

  @Test
  void everyPartOfAKeyCounts() {
    StatementFacts value = new RandomFacts(1).statement();
    FactsKey key = new FactsKey(1, Optional.of("a"), false, 9);
    FactsFile file =
        FactsFile.read(FactsFile.write(ORIGIN, new TreeMap<>(Map.of(key, value))), ORIGIN)
            .orElseThrow();
    assertThat(file.find(key)).contains(value);
    assertThat(file.find(new FactsKey(2, Optional.of("a"), false, 9))).isEmpty();
    assertThat(file.find(new FactsKey(1, Optional.of("b"), false, 9))).isEmpty();
    assertThat(file.find(new FactsKey(1, Optional.empty(), false, 9))).isEmpty();
    assertThat(new FactsKey(1, Optional.of(""), false, 9))
        .isGreaterThan(new FactsKey(1, Optional.empty(), false, 9));
    assertThat(file.find(new FactsKey(1, Optional.of("a"), true, 9))).isEmpty();
    assertThat(file.find(new FactsKey(1, Optional.of("a"), false, 8))).isEmpty();
  }

  @Test
  void aFileOfAnotherOriginIsNone() {
    byte[] bytes = FactsFile.write(ORIGIN, facts(0, 9));
    assertThat(FactsFile.read(bytes, new FactsOrigin(8, "a0"))).isEmpty();
    assertThat(FactsFile.read(bytes, new FactsOrigin(7, "a1"))).isEmpty();
    assertThat(FactsFile.read(bytes, ORIGIN)).isPresent();
  }

  @Test
  void aDamagedFileIsNone() {
    byte[] bytes = FactsFile.write(ORIGIN, facts(0, 9));
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= (byte) (1 << at % Byte.SIZE);
      assertThat(FactsFile.read(damaged, ORIGIN)).as("byte %d", at).isEmpty();
      assertThat(FactsFile.read(Arrays.copyOf(bytes, at), ORIGIN)).as("cut at %d", at).isEmpty();
    }
    assertThat(FactsFile.read(Arrays.copyOf(bytes, bytes.length + 1), ORIGIN)).isEmpty();
  }

  @Test
  void namesStandInAFileOnce() {
    StatementFacts value =
        new StatementFacts(
            StatementKind.SELECT,
            true,
            List.of(),
            List.of(),
            List.of(),
            List.of("MRR", "MRR"),
            List.of());
    byte[] bytes = FactsFile.write(ORIGIN, new TreeMap<>(Map.of(key(1), value, key(2), value)));
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1).split("MRR", -1)).hasSize(2);
  }
}
