package dev.watershed.reports.review.section;

import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.FleetStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Names as all sections write them, so that links meet. */
final class ReviewNames {

  private final CoupledTables tables;
  private final Map<Long, List<String>> services = new HashMap<>();
  private final List<String> nobody;

  private ReviewNames(CoupledTables tables, String nobody) {
    this.tables = tables;
    this.nobody = List.of(nobody);
  }

  static ReviewNames of(ReviewFacts facts, PageWords words) {
    ReviewNames names =
        new ReviewNames(facts.fleet().coupling().input().tables(), words.text("unattributed"));
    for (FleetStatement statement : facts.fleet().statements()) {
      names.services.put(statement.digest(), statement.services());
    }
    return names;
  }

  /** {@code schema.table}, with {@code @dataSet} where several sets of data have one. */
  String table(String dataSet, String schema, String name) {
    return tables.label(dataSet, schema, name);
  }

  /** The table of a subject {@code schema.table.column}, or of one without a column. */
  String tableOf(String dataSet, String subject) {
    String[] parts = subject.split("\\.", 3);
    return parts.length < 2 ? subject : table(dataSet, parts[0], parts[1]);
  }

  /** Who sends a statement: services by name, or that nobody is known to. */
  List<String> services(long digest) {
    List<String> known = services.getOrDefault(digest, List.of());
    return known.isEmpty() ? nobody : known;
  }

  /** Who sends some statements. */
  List<String> services(Collection<Long> digests) {
    TreeSet<String> all = new TreeSet<>();
    digests.forEach(digest -> all.addAll(services(digest)));
    return List.copyOf(all);
  }
}
