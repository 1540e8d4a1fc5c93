package dev.watershed.collector.bundle;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Question.Timing;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.catalog.query.GrantsQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which recorded answer belongs to a text of SQL, on a server with certain columns. */
final class RecordedQuestions {

  private static final String ACCOUNT = "account";
  private static final String GRANTS = "grants";

  /**
   * A value of an answer.
   *
   * @param otherwise what it is where an answer was recorded without it
   */
  record Value(String label, Optional<String> otherwise) {}

  /**
   * A question whose answer is recorded.
   *
   * @param name under which it is
   */
  record Known(String name, Timing timing, List<Value> values) {}

  private final Map<String, Known> byText = new HashMap<>();

  RecordedQuestions(List<Domain<?, ?>> domains, ServerProduct product, Columns columns) {
    List<Question> questions = new ArrayList<>(BundleScript.sampled(domains));
    questions.addAll(LiveCatalog.questions());
    for (Question question : questions) {
      if (question.need().fits(product)) {
        byText.put(question.sql(columns), known(question));
      }
    }
    Value first = new Value("", Optional.empty());
    byText.put(GrantsQuery.grants().sql(), new Known(GRANTS, Timing.ONCE, List.of(first)));
    byText.put(
        GrantsQuery.account().sql(),
        new Known(ACCOUNT, Timing.ONCE, List.of(new Value("ACCOUNT", Optional.empty()))));
  }

  static Known known(Question question) {
    List<Value> values = new ArrayList<>();
    for (Selection.Item item : question.parts().get(0).items()) {
      boolean nothing = item.otherwise().equals("0");
      values.add(new Value(item.label(), nothing ? Optional.of("0") : Optional.empty()));
    }
    return new Known(question.name(), question.timing(), values);
  }

  /** The question of a text. */
  Optional<Known> of(String sql) {
    return Optional.ofNullable(byText.get(sql));
  }
}
