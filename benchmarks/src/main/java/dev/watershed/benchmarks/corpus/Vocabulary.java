package dev.watershed.benchmarks.corpus;

import java.util.List;
import java.util.SplittableRandom;

/** Names of services, schemas, tables and columns, and words for strings. */
final class Vocabulary {

  static final List<String> SERVICES =
      List.of("booking", "plan", "member", "search", "payment", "coupon", "review", "market");

  private static final List<String> NOUNS =
      List.of(
          "orders",
          "items",
          "plans",
          "slots",
          "people",
          "prices",
          "images",
          "areas",
          "tags",
          "events",
          "notes",
          "codes",
          "mails",
          "points",
          "sessions",
          "devices",
          "stocks",
          "refunds",
          "partners",
          "contracts");
  private static final List<String> FORMS = List.of("", "_history", "_2024", "_detail", "_v2");
  private static final List<String> COLUMNS =
      List.of(
          "member_id",
          "plan_id",
          "status",
          "created_at",
          "updated_at",
          "amount",
          "title",
          "body",
          "area_code",
          "starts_at",
          "ends_at",
          "quantity",
          "note",
          "locale",
          "channel",
          "is_public",
          "position",
          "rank",
          "discount",
          "address_line1",
          "phone2",
          "external_id",
          "memo_ja",
          "version",
          "token",
          "score",
          "kind",
          "parent_id",
          "image_url",
          "tax_rate");
  private static final List<String> WORDS =
      List.of(
          "river",
          "morning",
          "it''s",
          "private tour",
          "semi\\\\;colon",
          "two\\nlines",
          "caf\u00e9",
          "\u6e29\u6cc9",
          "kayak",
          "family plan",
          "a \\\"quoted\\\" word",
          "guide",
          "half-day",
          "# no comment",
          "-- nor this",
          "meeting point at the station",
          "rain or shine");

  private Vocabulary() {}

  /** A table's name; the same for the same numbers. */
  static String table(int service, int number) {
    String noun = NOUNS.get(number % NOUNS.size());
    return SERVICES.get(service) + "_" + noun + FORMS.get(number / NOUNS.size() % FORMS.size());
  }

  /** How many tables a service has. */
  static int tables() {
    return NOUNS.size() * FORMS.size();
  }

  static String column(SplittableRandom random) {
    return COLUMNS.get(random.nextInt(COLUMNS.size()));
  }

  /** Different columns, in an order of their own. */
  static List<String> columns(SplittableRandom random, int count) {
    int offset = random.nextInt(COLUMNS.size());
    int step = List.of(1, 7, 11, 13, 17, 19, 23).get(random.nextInt(7));
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> COLUMNS.get((offset + i * step) % COLUMNS.size()))
        .toList();
  }

  static List<String> words() {
    return WORDS;
  }
}
