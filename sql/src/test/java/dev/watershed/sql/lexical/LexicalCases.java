package dev.watershed.sql.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.StatementKind;
import java.util.stream.Collectors;

/** How the tables of cases write what they expect. */
final class LexicalCases {

  private LexicalCases() {}

  /**
   * Checks kind and tables of a text.
   *
   * @param tables {@code schema.table}s in order, with an exclamation mark where they are written;
   *     {@code -} for none
   */
  static void check(String text, String kind, String tables) {
    LexicalFacts facts = LexicalPass.of(text);
    String found =
        facts.tables().stream()
            .map(table -> table.qualifiedName() + (table.use() == TableUse.WRITE ? "!" : ""))
            .collect(Collectors.joining(" "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(tables);
    assertThat(facts.kind()).isEqualTo(StatementKind.valueOf(kind));
  }
}
