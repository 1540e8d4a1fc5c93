package dev.watershed.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables as an object-relational mapper makes them: a schema per service, 8 to 30 columns each. */
final class MappedTables {

  private static final int FEWEST_COLUMNS = 8;
  private static final int MOST_COLUMNS = 30;
  private static final List<String> THINGS =
      List.of(
          "account",
          "address",
          "booking",
          "campaign",
          "cart",
          "category",
          "claim",
          "contract",
          "coupon",
          "customer",
          "device",
          "document",
          "event",
          "invoice",
          "item",
          "label",
          "ledger",
          "member",
          "message",
          "note",
          "offer",
          "order",
          "partner",
          "payment",
          "photo",
          "place",
          "plan",
          "price",
          "product",
          "profile",
          "rating",
          "refund",
          "request",
          "review",
          "room",
          "route",
          "seat",
          "session",
          "stock",
          "ticket");
  private static final List<String> FIELDS =
      List.of(
          "amount",
          "approved_at",
          "city",
          "code",
          "comment",
          "count",
          "country",
          "created_at",
          "created_by",
          "currency",
          "deleted_at",
          "description",
          "email",
          "expires_at",
          "external_id",
          "first_name",
          "hash",
          "kind",
          "language",
          "last_name",
          "locale",
          "modified_at",
          "modified_by",
          "name",
          "number",
          "phone",
          "position",
          "priority",
          "quantity",
          "reference",
          "score",
          "started_at",
          "state",
          "status",
          "tax",
          "title",
          "total",
          "type",
          "url",
          "version",
          "weight",
          "zone");

  /** A table. */
  record MappedTable(int number, int service, String name, List<String> columns) {}

  private final List<MappedTable> all = new ArrayList<>();
  private final int services;

  /** So many tables, each service's share of them. */
  MappedTables(int tables, int services, Random random) {
    this.services = services;
    for (int number = 0; number < tables; number++) {
      all.add(
          new MappedTable(
              number,
              number % services,
              any(THINGS, random) + "_" + any(THINGS, random) + "_" + number,
              columns(random)));
    }
  }

  private static List<String> columns(Random random) {
    List<String> columns = new ArrayList<>(List.of("id"));
    int most = FEWEST_COLUMNS + random.nextInt(MOST_COLUMNS - FEWEST_COLUMNS);
    while (columns.size() < most) {
      String column =
          random.nextInt(3) == 0
              ? any(THINGS, random) + "_" + any(FIELDS, random)
              : any(FIELDS, random);
      if (!columns.contains(column)) {
        columns.add(column);
      }
    }
    return List.copyOf(columns);
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  /** The schema of a service. */
  static String schema(int service) {
    return "schema" + service;
  }

  /** A table of a service. */
  MappedTable of(int service, Random random) {
    int own = (all.size() - service + services - 1) / services;
    return all.get(service + services * random.nextInt(own));
  }

  /** Any table. */
  MappedTable any(Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** Their definitions. */
  String definitions() {
    StringBuilder text = new StringBuilder();
    for (int service = 0; service < services; service++) {
      text.append("USE ").append(schema(service)).append(";\n");
      for (MappedTable table : all) {
        if (table.service() == service) {
          text.append("CREATE TABLE ").append(table.name()).append(" (id bigint PRIMARY KEY");
          table.columns().stream()
              .skip(1)
              .forEach(column -> text.append(", ").append(column).append(" varchar(80)"));
          text.append(");\n");
        }
      }
    }
    return text.toString();
  }
}
