package dev.watershed.cli.config;

import dev.watershed.analyzer.decision.Decision;
import dev.watershed.analyzer.decision.DecisionState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a ledger of decisions. */
final class DecisionReader {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}|index-[0-9a-f]{10}");

  /** {@code decisions: [{finding, state, ticket, team, date, reason, until}]}. */
  static final Shape.Keys SHAPE = shape();

  private DecisionReader() {}

  private static Shape.Keys shape() {
    Shape text = new Shape.Text();
    Map<String, Shape> entry = new LinkedHashMap<>();
    entry.put("finding", text);
    entry.put("state", new Shape.Word(DecisionState.keys()));
    entry.put("ticket", text);
    entry.put("team", text);
    entry.put("date", text);
    entry.put("reason", text);
    entry.put("until", text);
    Shape item = new Shape.Keys(entry, Set.of("finding", "state", "team", "date", "reason"));
    return new Shape.Keys(Map.of("decisions", new Shape.Items(item)), Set.of("decisions"));
  }

  /** The entries of a file that has the shape, in its order. */
  static List<Decision> read(YamlObject file) {
    List<Decision> decisions = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlObject entry : file.objects("decisions")) {
      Optional<String> id = entry.value("finding", DecisionReader::id);
      if (id.isPresent() && !ids.add(id.get())) {
        entry.problem(
            "finding", "there is already a decision about " + id.get() + "; keep one of them");
      }
      decision(entry, id).ifPresent(decisions::add);
    }
    return decisions;
  }

  private static Optional<Decision> decision(YamlObject entry, Optional<String> id) {
    Optional<DecisionState> state = entry.text("state").flatMap(DecisionState::of);
    Optional<String> team = entry.text("team");
    Optional<LocalDate> date = entry.value("date", Days::parse);
    Optional<String> reason = entry.text("reason");
    Optional<LocalDate> until = entry.value("until", Days::parse);
    if (id.isEmpty() || state.isEmpty() || team.isEmpty() || date.isEmpty() || reason.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Decision(
              id.get(),
              state.get(),
              entry.text("ticket"),
              team.get(),
              date.get(),
              reason.get(),
              until));
    } catch (IllegalArgumentException e) {
      entry.problem("until", e.getMessage());
      return Optional.empty();
    }
  }

  private static String id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no id of a finding; expected 16 hexadecimal digits of 'analyze --coupling'"
              + " (in quotes where all are decimal), or index-… of 'advise'");
    }
    return text;
  }
}
