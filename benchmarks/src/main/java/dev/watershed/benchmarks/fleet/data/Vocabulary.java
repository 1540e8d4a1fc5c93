package dev.watershed.benchmarks.fleet.data;

import java.util.List;
import java.util.random.RandomGenerator;

/** The words that every made-up text of the fleet consists of. */
public final class Vocabulary {

  /** What one can do on a day off. */
  public static final List<String> ACTIVITIES =
      List.of(
          "canoe",
          "rafting",
          "pottery",
          "paragliding",
          "snorkelling",
          "cooking",
          "climbing",
          "riding",
          "glassblowing",
          "cavewalk",
          "zipline",
          "hotspring",
          "surfing",
          "stargazing",
          "dyeing",
          "kayak",
          "fishing",
          "trekking",
          "sauna",
          "calligraphy");

  private static final List<String> OTHERS =
      List.of(
          "easy",
          "half-day",
          "private",
          "family",
          "sunset",
          "morning",
          "guided",
          "first",
          "with",
          "lunch",
          "near",
          "the",
          "station",
          "river",
          "coast",
          "forest",
          "island",
          "valley",
          "for",
          "two",
          "small",
          "groups",
          "beginners",
          "welcome",
          "rain",
          "or",
          "shine");

  private static final List<String> GIVEN =
      List.of(
          "Aki", "Ben", "Chika", "Daniel", "Emi", "Fumio", "Grace", "Hana", "Ivo", "Jun", "Kei",
          "Lena", "Mika", "Nao", "Oskar", "Rin", "Sora", "Tom", "Uta", "Yuki");

  private static final List<String> FAMILY =
      List.of(
          "Arbor",
          "Brook",
          "Cliff",
          "Dale",
          "Elmwood",
          "Fields",
          "Glen",
          "Harbour",
          "Inlet",
          "Juniper",
          "Knoll",
          "Lake",
          "Meadow",
          "Northway",
          "Orchard",
          "Pine",
          "Quarry",
          "Ridge",
          "Shore",
          "Tarn");

  private Vocabulary() {}

  /** So many words. */
  public static String words(RandomGenerator random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      List<String> words = random.nextInt(3) == 0 ? ACTIVITIES : OTHERS;
      text.append(i == 0 ? "" : " ").append(pick(random, words));
    }
    return text.toString();
  }

  /** A person who does not exist. */
  public static String person(RandomGenerator random) {
    return pick(random, GIVEN) + " " + pick(random, FAMILY);
  }

  private static String pick(RandomGenerator random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
