package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Query;
import java.util.ArrayList;
import java.util.List;

/** Asks what the account may do, the privileges of its active roles included. */
public final class GrantsQuery {

  private GrantsQuery() {}

  /** The statements that would grant it, one by one. */
  public static Query<List<String>> grants() {
    return Query.of(
        "SHOW GRANTS",
        rows -> {
          List<String> lines = new ArrayList<>();
          while (rows.next()) {
            lines.add(rows.getString(1));
          }
          return lines;
        });
  }

  /** Which account the server takes this one for, such as {@code watershed@10.%}. */
  public static Query<String> account() {
    return Query.of(
        "SELECT CURRENT_USER() AS " + Query.ALIAS,
        rows -> {
          rows.next();
          return rows.getString(1);
        });
  }
}
