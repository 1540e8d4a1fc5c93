package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The texts behind some server digests, as names. */
final class NameQuery {

  /** A lookup by digest scans the table: from so many on, one answer for all is cheaper. */
  static final int MOST_DIGESTS = 500;

  /** All of them. */
  static final Question QUESTION =
      Question.of(
              "names",
              "the text of each digest, in which the server wrote ? for every literal",
              Selection.from(DigestTable.DIGESTS)
                  .values(DigestTable.SCHEMA, DigestTable.DIGEST, "DIGEST_TEXT"))
          .at(Question.Timing.NEW_ROWS);

  private static final String ALL = QUESTION.sql(new Columns(List.of()));

  private NameQuery() {}

  /**
   * @param digests at most {@link #MOST_DIGESTS}; more mean all of the table
   */
  static Query<DigestNames> of(Collection<String> digests, int maxDigestLength) {
    boolean all = digests.size() > MOST_DIGESTS;
    Query.Answer<DigestNames> answer =
        rows -> {
          DigestNames.Builder names = new DigestNames.Builder();
          while (rows.next()) {
            String text = rows.getString(3);
            if (text != null) {
              names.add(DigestTable.key(rows, 1, 2), DigestName.of(text, maxDigestLength));
            }
          }
          return names.build();
        };
    if (all) {
      return Query.of(ALL, answer);
    }
    return new Query<>(
            ALL + " WHERE DIGEST IN (" + marks(digests.size()) + ")", List.copyOf(digests), answer)
        .within(
            new Query.Whole(
                ALL,
                List.of(DigestTable.DIGEST),
                digests.stream().map(List::of).collect(Collectors.toSet())));
  }

  static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
