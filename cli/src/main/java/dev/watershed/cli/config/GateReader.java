package dev.watershed.cli.config;

import dev.watershed.cli.console.Nearest;
import dev.watershed.rules.gate.Ratchet;
import dev.watershed.rules.gate.Suppression;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code suppressions}, from several files, and {@code baseline} and {@code ratchet} of the
 * configuration.
 */
final class GateReader {

  private final List<YamlObject> suppressions = new ArrayList<>();

  /** Reads the suppressions of a file. */
  void read(YamlObject file) {
    suppressions.addAll(file.objects("suppressions"));
  }

  /**
   * What people said of violations, in all files that were read.
   *
   * @param folder where paths begin
   * @param shadowed the names of the rules on trial
   * @param rules the names of all rules
   */
  GateConfiguration gate(
      YamlObject configuration, Path folder, Set<String> shadowed, List<String> rules) {
    return new GateConfiguration(
        configuration
            .text("baseline")
            .map(name -> new GateConfiguration.BaselineFile(name, folder.resolve(name))),
        suppressions.stream().flatMap(each -> suppression(each, rules).stream()).toList(),
        shadowed,
        ratchets(configuration, rules));
  }

  private static Optional<Suppression> suppression(YamlObject object, List<String> rules) {
    Optional<String> rule = object.value("rule", name -> rule(name, rules));
    Optional<LocalDate> until = object.value("until", Days::parse);
    Optional<String> subject = object.text("subject");
    Optional<String> owner = object.text("owner");
    Optional<String> reason = object.text("reason");
    if (rule.isEmpty()
        || until.isEmpty()
        || subject.isEmpty()
        || owner.isEmpty()
        || reason.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Suppression(
            rule.get(),
            subject.get(),
            owner.get(),
            reason.get(),
            until.get(),
            object.places("rule").get(0)));
  }

  private static List<Ratchet> ratchets(YamlObject configuration, List<String> rules) {
    List<Ratchet> ratchets = new ArrayList<>();
    Set<List<String>> named = new HashSet<>();
    for (YamlObject object : configuration.objects("ratchet")) {
      Optional<String> team = object.text("team");
      Optional<String> rule = object.value("rule", name -> rule(name, rules));
      if (team.isPresent() && object.whole("max").isPresent()) {
        if (!named.add(List.of(team.get(), rule.orElse("")))) {
          object.problem("team", "there is already a ratchet of this team and rule");
        } else if (object.whole("max").getAsLong() >= 0) {
          ratchets.add(new Ratchet(team.get(), rule, object.whole("max").getAsLong()));
        }
      }
    }
    return ratchets;
  }

  /**
   * The name of a rule that there is.
   *
   * @param known the names of all rules
   * @throws IllegalArgumentException if there is none of that name
   */
  static String rule(String name, Collection<String> known) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException(unknown(name, known));
    }
    return name;
  }

  /** That there is no such rule, and which one may be meant. */
  static String unknown(String name, Collection<String> known) {
    return "there is no rule '"
        + name
        + "'; "
        + Nearest.to(name, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("expected one of " + String.join(", ", known));
  }
}
