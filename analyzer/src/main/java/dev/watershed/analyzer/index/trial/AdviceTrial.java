package dev.watershed.analyzer.index.trial;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.ddl.IndexText;
import dev.watershed.sql.StatementKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

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

  /**
   * Tries advice.
   *
   * @param subjects advised for one set of data
   * @param statements of that set, those with the longest time first
   * @param fingerprints the texts of digests
   * @return an outcome for each subject, in their order
   */
  public List<TrialOutcome> of(
      List<TrialSubject> subjects,
      List<WeightedStatement> statements,
      LongFunction<String> fingerprints)
      throws TrialFailedException {
    for (TrialSubject subject : subjects) {
      build(subject);
    }
    Map<Long, TriedStatement> tried = new HashMap<>();
    for (WeightedStatement statement : statements) {
      boolean wanted = subjects.stream().anyMatch(subject -> subject.isFor(statement.digest()));
      if (wanted && statement.facts().kind() == StatementKind.SELECT) {
        Optional<TriedStatement> run = run(statement, fingerprints.apply(statement.digest()));
        run.ifPresent(one -> tried.putIfAbsent(one.digest(), one));
      }
    }
    return subjects.stream().map(subject -> outcome(subject, tried)).toList();
  }

  private void build(TrialSubject subject) throws TrialFailedException {
    try {
      names.put(
          subject.id(),
          host.build(
              subject.advice().schema(),
              subject.advice().table(),
              IndexText.parts(subject.advice().index().parts())));
    } catch (TrialFailedException e) {
      refusals.put(subject.id(), e.getMessage());
    }
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

  private TrialOutcome outcome(TrialSubject subject, Map<Long, TriedStatement> tried) {
    List<TriedStatement> own = new ArrayList<>();
    for (DigestEffect effect : subject.advice().effects()) {
      TriedStatement statement = tried.get(effect.digest());
      if (statement != null) {
        own.add(statement);
      }
    }
    Optional<String> name = Optional.ofNullable(names.get(subject.id()));
    boolean used =
        name.isPresent()
            && own.stream()
                .flatMap(statement -> statement.with().stream())
                .anyMatch(run -> takes(run, name.get(), subject));
    return new TrialOutcome(
        subject.id(),
        Optional.ofNullable(refusals.get(subject.id())),
        used,
        own,
        subject.advice().effects().size() - own.size());
  }

  /** Where hidden indexes are let in, the optimizer may take the hidden one itself. */
  private static boolean takes(TrialHost.Measured run, String built, TrialSubject subject) {
    String own = subject.advice().index().name();
    return run.explanation().contains("\"" + built + "\"")
        || (subject.advice().kind() == IndexAdvice.Kind.MAKE_VISIBLE
            && run.explanation().contains("\"" + own + "\""));
  }
}
