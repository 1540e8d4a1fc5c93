package dev.watershed.analyzer.index.trial;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.ddl.IndexText;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.sql.StatementKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds every advised index hidden, then runs each SELECT that it is for without them and with
 * them. All are there together, as they are advised together.
 */
public final class AdviceTrial {

  /** Rows near the beginning of a table are often the oldest, with values of their own. */
  private static final int OFFSET = 97;

  private final TrialHost host;
  private final TrialText texts;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> refusals = new HashMap<>();

  public AdviceTrial(TrialHost host) {
    this.host = host;
    this.texts = new TrialText(host);
  }

  /** Tries what a server is advised to add; an outcome for each such advice. */
  public List<TrialOutcome> of(ServerAdvice server, List<WeightedStatement> statements)
      throws TrialFailedException {
    List<PlannedAdvice> adds =
        server.indexes().stream().filter(one -> !one.advice().kind().isDrop()).toList();
    for (PlannedAdvice add : adds) {
      build(add);
    }
    Map<Long, TriedStatement> tried = new HashMap<>();
    for (WeightedStatement statement : statements) {
      boolean wanted = adds.stream().anyMatch(add -> isFor(add, statement.digest()));
      if (wanted && statement.facts().kind() == StatementKind.SELECT) {
        Optional<TriedStatement> run = run(statement, server.text(statement.digest()));
        run.ifPresent(one -> tried.putIfAbsent(one.digest(), one));
      }
    }
    return adds.stream().map(add -> outcome(add, tried)).toList();
  }

  private void build(PlannedAdvice add) throws TrialFailedException {
    try {
      names.put(
          add.id(),
          host.build(
              add.advice().schema(),
              add.advice().table(),
              IndexText.parts(add.advice().index().parts())));
    } catch (TrialFailedException e) {
      refusals.put(add.id(), e.getMessage());
    }
  }

  private static boolean isFor(PlannedAdvice add, long digest) {
    return add.advice().effects().stream().anyMatch(effect -> effect.digest() == digest);
  }

  private Optional<TriedStatement> run(WeightedStatement statement, String fingerprint)
      throws TrialFailedException {
    Optional<TrialText.Filled> filled = texts.fill(fingerprint, statement.facts(), OFFSET);
    if (filled.isEmpty()) {
      return Optional.empty();
    }
    String schema = statement.schema().orElse("");
    host.use(false);
    Optional<TrialHost.Measured> without = host.run(schema, filled.get().sql());
    host.use(true);
    Optional<TrialHost.Measured> with = host.run(schema, filled.get().sql());
    return Optional.of(
        new TriedStatement(statement.digest(), without, with, filled.get().guessed()));
  }

  private TrialOutcome outcome(PlannedAdvice add, Map<Long, TriedStatement> tried) {
    List<TriedStatement> own = new ArrayList<>();
    for (DigestEffect effect : add.advice().effects()) {
      TriedStatement statement = tried.get(effect.digest());
      if (statement != null) {
        own.add(statement);
      }
    }
    Optional<String> name = Optional.ofNullable(names.get(add.id()));
    boolean used =
        name.isPresent()
            && own.stream()
                .flatMap(statement -> statement.with().stream())
                .anyMatch(run -> run.explanation().contains("\"" + name.get() + "\""));
    return new TrialOutcome(
        add.id(),
        Optional.ofNullable(refusals.get(add.id())),
        used,
        own,
        add.advice().effects().size() - own.size());
  }
}
