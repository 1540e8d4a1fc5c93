package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts behind some server digests, as names. */
final class NameQuery {

  /** A lookup by digest scans the table: from so many on, one answer for all is cheaper. */
  static final int MOST_DIGESTS = 500;

  private NameQuery() {}

  /**
   * @param digests at most {@link #MOST_DIGESTS}; more mean all of the table
   */
  static Query<Map<DigestKey, DigestName>> of(Collection<String> digests, int maxDigestLength) {
    boolean all = digests.size() > MOST_DIGESTS;
    String condition = all ? "" : " WHERE DIGEST IN (" + marks(digests.size()) + ")";
    return new Query<>(
        "SELECT SCHEMA_NAME, DIGEST, DIGEST_TEXT FROM "
            + DigestTable.DIGESTS
            + " AS "
            + Query.ALIAS
            + condition,
        all ? List.of() : List.copyOf(digests),
        rows -> {
          Map<DigestKey, DigestName> names = new HashMap<>();
          while (rows.next()) {
            String text = rows.getString(3);
            if (text != null) {
              names.put(DigestTable.key(rows, 1, 2), DigestName.of(text, maxDigestLength));
            }
          }
          return names;
        });
  }

  static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
