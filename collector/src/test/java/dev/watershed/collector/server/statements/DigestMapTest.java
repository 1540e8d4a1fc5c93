package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestMapTest {

  private static final DigestMap.Codec<String> TEXTS =
      new DigestMap.Codec<>() {
        @Override
        public void write(String value, ByteWriter bytes) {
          bytes.text(value);
        }

        @Override
        public String read(ByteReader bytes) throws DamagedBytesException {
          return bytes.text();
        }
      };

  /** A map of objects, in the order of their first keys, is the judge. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void itIsTheMapThatWasPutIntoIt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<DigestKey, String> expected = new LinkedHashMap<>();
    DigestMap.Builder<String> builder = new DigestMap.Builder<>(TEXTS);
    for (int i = 0; i < 3_000; i++) {
      DigestKey key = key(random, 2_000);
      String value = "v".repeat(random.nextInt(40)) + i;
      assertThat(builder.find(key).orElse("")).isEqualTo(expected.getOrDefault(key, ""));
      builder.put(key, value);
      expected.put(key, value);
    }
    DigestMap<String> packed = builder.build();

    assertThat(packed).isEqualTo(expected).hasSameSizeAs(expected);
    assertThat(List.copyOf(packed.keySet())).isEqualTo(List.copyOf(expected.keySet()));
    List<String> visited = new ArrayList<>();
    packed.forEach((key, value) -> visited.add(value));
    assertThat(visited).isEqualTo(List.copyOf(expected.values()));
    for (int i = 0; i < 2_000; i++) {
      DigestKey key = key(random, 4_000);
      assertThat(packed.containsKey(key)).isEqualTo(expected.containsKey(key));
      assertThat(packed.getOrDefault(key, "none")).isEqualTo(expected.getOrDefault(key, "none"));
    }
  }

  /** Digests of both products, those of no server, and the row of everything else. */
  private static DigestKey key(SplittableRandom random, int digests) {
    String schema = random.nextInt(4) == 0 ? "" : "s" + random.nextInt(5);
    int number = random.nextInt(digests);
    return new DigestKey(
        schema,
        switch (number % 5) {
          case 0 -> hexDigits(number, 64);
          case 1 -> hexDigits(number, 32);
          case 2 -> hexDigits(number, 8).toUpperCase(java.util.Locale.ROOT);
          case 3 -> "d" + number;
          default -> number == 4 ? "" : "ü" + number;
        });
  }

  private static String hexDigits(int number, int count) {
    return HexFormat.of()
        .toHexDigits(number * 0x9E3779B97F4A7C15L, 8)
        .repeat(8)
        .substring(0, count);
  }

  @ParameterizedTest
  @CsvSource({"a1, true", "A1, false", "a, false", "g1, false", "'', true"})
  void onlyWhatItsNumberGivesAgainIsHexadecimal(String digest, boolean hex) {
    DigestKeys keys = new DigestKeys();
    keys.add(new DigestKey("s", digest));

    assertThat(DigestKeys.isHex(digest)).isEqualTo(hex);
    assertThat(keys).containsExactly(new DigestKey("s", digest));
    assertThat(keys.contains(new DigestKey("t", digest))).isFalse();
  }

  @Test
  void aMapOfObjectsIsPackedAndAPackedOneStaysAsItIs() {
    Map<DigestKey, String> map = Map.of(new DigestKey("s", "a"), "1", new DigestKey("", ""), "2");
    DigestMap<String> packed = DigestMap.of(TEXTS, map);

    assertThat(packed).isEqualTo(map);
    assertThat(DigestMap.of(TEXTS, packed)).isSameAs(packed);
  }
}
