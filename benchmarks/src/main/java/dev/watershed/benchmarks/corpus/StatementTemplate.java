package dev.watershed.benchmarks.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement with places for literals.
 *
 * @param service the position of the service that runs it
 * @param parts the fixed parts, one more than there are literals
 * @param literals between the parts
 * @param row the template of a row, where a literal is {@link Literal#ROWS}; otherwise empty
 * @param baseMicros its usual execution time
 * @param baseRows the rows that it usually examines
 */
record StatementTemplate(
    int service,
    List<byte[]> parts,
    List<Literal> literals,
    List<StatementTemplate> row,
    int baseMicros,
    int baseRows) {

  StatementTemplate {
    parts = List.copyOf(parts);
    literals = List.copyOf(literals);
    row = List.copyOf(row);
    if (parts.size() != literals.size() + 1 || literals.contains(Literal.ROWS) == row.isEmpty()) {
      throw new IllegalArgumentException("template of service " + service);
    }
  }

  /** A template of a text with marks such as <code>{i}</code>. */
  static StatementTemplate of(int service, String text, String row, int micros, int rows) {
    List<byte[]> parts = new ArrayList<>();
    List<Literal> literals = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
      parts.add(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
      literals.add(Literal.of(text.charAt(at + 1)));
      from = at + 3;
    }
    parts.add(text.substring(from).getBytes(StandardCharsets.UTF_8));
    List<StatementTemplate> rowTemplate =
        row.isEmpty() ? List.of() : List.of(of(service, row, "", micros, rows));
    return new StatementTemplate(service, parts, literals, rowTemplate, micros, rows);
  }
}
