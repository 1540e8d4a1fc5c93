package dev.watershed.benchmarks.fleet.demo;

import java.util.List;

/** How much there is of what, and the words that everything is made of. */
final class Catalog {

  static final int MEMBERS = 20_000;
  static final int MEMBERS_WITH_FAVOURITES = 2_000;
  static final int FAVOURITES = 10;
  static final int BASES = 1_500;
  static final int PLANS = 12_000;
  static final int SLOTS = 60_000;
  static final int BOOKINGS = 40_000;
  static final int REVIEWS = 60_000;
  static final int CODES = 20_000;
  static final int CAMPAIGNS = 5;

  static final List<String> AREAS =
      List.of("A101", "A102", "B201", "B202", "C301", "C302", "D401", "E501");
  static final List<String> ACTIVITIES =
      List.of(
          "canoe",
          "rafting",
          "pottery",
          "paragliding",
          "snorkelling",
          "cooking",
          "climbing",
          "riding",
          "glass blowing",
          "cave walk",
          "zip line",
          "hot spring");
  static final List<String> ADJECTIVES =
      List.of("easy", "half-day", "private", "family", "sunset", "morning", "guided", "first");

  private Catalog() {}
}
