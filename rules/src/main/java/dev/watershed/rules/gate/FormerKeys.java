package dev.watershed.rules.gate;

import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.verdict.ViolationKey;
import dev.watershed.sql.facts.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What violations were known by before services, tables and rules got other names. The shape of a
 * statement and the id of a finding are made of names too, and so those that are there say what
 * they were.
 */
public final class FormerKeys {

  /** Nothing has another name. */
  public static final FormerKeys NONE = new FormerKeys(Renames.NONE, Map.of());

  private static final String ANY_RULE = "rule";

  private final Renames renames;

  /** Former keys by present ones, both without a rule. */
  private final Map<String, Set<String>> former;

  private final Map<String, String> present = new HashMap<>();

  private FormerKeys(Renames renames, Map<String, Set<String>> former) {
    this.renames = renames;
    this.former = former;
    former.forEach((key, before) -> before.forEach(each -> present.putIfAbsent(each, key)));
  }

  /** Of what a span shows. */
  public static FormerKeys of(Renames renames, FleetFacts facts) {
    return of(renames, facts.statements(), facts.coupling().findings());
  }

  /** Of some statements and findings. */
  public static FormerKeys of(
      Renames renames, Collection<FleetStatement> statements, Collection<Finding> findings) {
    Map<String, Set<String>> former = new HashMap<>();
    if (!renames.isEmpty()) {
      statements.forEach(statement -> statement(statement, renames, former));
      findings.forEach(finding -> finding(finding, renames, former));
    }
    return new FormerKeys(renames, former);
  }

  private static void statement(
      FleetStatement statement, Renames renames, Map<String, Set<String>> former) {
    String detail = Shape.of(statement.facts(), renames::formerTable).idText();
    String table =
        statement.facts().tables().stream()
            .map(named -> renames.formerTable(named.table().qualifiedName()))
            .sorted()
            .findFirst()
            .orElse("");
    for (ViolationKey key : statement.keys(ANY_RULE)) {
      Set<String> before = former.computeIfAbsent(withoutRule(key), unused -> new TreeSet<>());
      for (String service : renames.formerServices(key.service())) {
        before.add(withoutRule(new ViolationKey(ANY_RULE, service, table, detail)));
      }
    }
  }

  private static void finding(Finding finding, Renames renames, Map<String, Set<String>> former) {
    String service = finding.services().size() == 1 ? finding.services().get(0) : "";
    String table = finding.tables().size() == 1 ? finding.tables().get(0) : "";
    Set<String> before =
        former.computeIfAbsent(
            withoutRule(new ViolationKey(ANY_RULE, service, table, finding.id())),
            unused -> new TreeSet<>());
    for (List<String> subject : renames.formerNames(finding.subject())) {
      for (String owner : renames.formerServices(service)) {
        before.add(
            withoutRule(
                new ViolationKey(
                    ANY_RULE,
                    owner,
                    renames.formerTable(table),
                    Finding.idOf(finding.kind(), subject))));
      }
    }
  }

  /** Texts of everything that a key may have been, its own among them. */
  Set<String> of(ViolationKey key) {
    Set<String> all = new HashSet<>();
    all.add(key.text());
    for (String rule : renames.formerRules(key.rule())) {
      for (String service : renames.formerServices(key.service())) {
        all.add(
            new ViolationKey(rule, service, renames.formerTable(key.table()), key.detail()).text());
      }
      former.getOrDefault(withoutRule(key), Set.of()).forEach(suffix -> all.add(rule + suffix));
    }
    return all;
  }

  /**
   * What an old key is called now; empty if it names a statement or a finding that is not there, so
   * that nobody can say.
   */
  public Optional<ViolationKey> present(ViolationKey old) {
    Optional<String> shown = Optional.ofNullable(present.get(withoutRule(old)));
    if (shown.isPresent()) {
      return Optional.of(ViolationKey.parse(renames.rule(old.rule()) + shown.get()));
    }
    ViolationKey renamed = renames.renamed(old);
    boolean hash = old.detail().matches("[0-9a-f]{16}");
    boolean names = !renames.tables().isEmpty() || !renames.services().isEmpty();
    return hash && names && !former.containsKey(withoutRule(renamed))
        ? Optional.empty()
        : Optional.of(renamed);
  }

  /** An old key under the new names of what it names itself. */
  ViolationKey renamed(ViolationKey old) {
    return renames.renamed(old);
  }

  /** Texts of an old key and of what it is called since. */
  Set<String> since(ViolationKey old) {
    Set<String> texts = new HashSet<>();
    texts.add(old.text());
    texts.add(renamed(old).text());
    present(old).ifPresent(key -> texts.add(key.text()));
    return texts;
  }

  private static String withoutRule(ViolationKey key) {
    return key.text().substring(key.rule().length());
  }
}
