package dev.watershed.analyzer.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternCompressionTest {

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "'a b c',               'a b c',                    'shop.%'",
    "'a',                   'a',                        'shop.a'",
    "'slot_a slot_b',       'slot_a slot_b x',          'shop.slot_%'",
    "'slot slot_a slot_b',  'slot slot_a slot_b x',     'shop.slot shop.slot_%'",
    "'slot_a slot_b',       'slot_a slot_b slot_c',     'shop.slot_a shop.slot_b'",
    "'a_b_c a_b_d x',       'a_b_c a_b_d a_e x y',      'shop.a_b_% shop.x'",
    "'a',                   'b c',                      ''",
  })
  void patternsAreTheShortestThatAreExact(String own, String all, String expected) {
    PatternCompression.Result result = PatternCompression.of("shop", names(own), names(all));
    assertThat(String.join(" ", result.patterns())).isEqualTo(expected);
    assertThat(result.inexpressible()).isEmpty();
  }

  private static List<String> names(String words) {
    return List.of(words.split(" ", -1));
  }

  @Test
  void namesThatPatternsCannotSayAreLeftOut() {
    PatternCompression.Result result =
        PatternCompression.of("shop", List.of("a%", "b c", "d"), List.of("a%", "ab", "b c", "d"));
    assertThat(result.patterns()).containsExactly("shop.d");
    assertThat(result.inexpressible()).containsExactly("shop.a%", "shop.b c");
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
  void patternsMatchTheOwnersTablesAndNoOther(int seed) {
    Random random = new Random(seed);
    TreeSet<String> all = new TreeSet<>();
    while (all.size() < 60) {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i <= random.nextInt(3); i++) {
        name.append(i == 0 ? "" : "_").append((char) ('a' + random.nextInt(4)));
      }
      all.add(name.append(random.nextInt(3)).toString());
    }
    List<String> own = new ArrayList<>();
    for (String name : all) {
      if (name.startsWith("a") || random.nextInt(4) == 0) {
        own.add(name);
      }
    }
    List<TablePattern> patterns =
        PatternCompression.of("shop", own, all).patterns().stream()
            .map(TablePattern::parse)
            .toList();
    for (String name : all) {
      assertThat(patterns.stream().anyMatch(pattern -> pattern.matches("shop", name)))
          .as(name)
          .isEqualTo(own.contains(name));
    }
    assertThat(patterns.size()).isLessThanOrEqualTo(own.size());
  }
}
