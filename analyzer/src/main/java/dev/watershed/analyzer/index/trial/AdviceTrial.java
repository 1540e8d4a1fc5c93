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
  private final List<Ran<TriedStatement>> tried = new ArrayList<>();
  private final List<Ran<RefusedStatement>> refused = new ArrayList<>();

  /** What became of a statement. */
  private record Ran<R>(WeightedStatement statement, R result) {}

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
    for (WeightedStatement statement : statements) {
      boolean wanted = subjects.stream().anyMatch(subject -> subject.isFor(statement));
      if (wanted && statement.facts().kind() == StatementKind.SELECT) {
        run(statement, fingerprints.apply(statement.digest()));
      }
    }
    return subjects.stream().map(this::outcome).toList();
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

  private void run(WeightedStatement statement, String fingerprint) throws TrialFailedException {
    long digest = statement.digest();
    String schema = statement.schema().orElse("");
    try {
      Optional<TrialText.Filled> filled = texts.fill(fingerprint, statement.facts(), OFFSET);
      if (filled.isEmpty()) {
        return;
      }
      host.use(false);
      Optional<TrialHost.Measured> without = host.run(schema, filled.get().sql());
      host.use(true);
      Optional<TrialHost.Measured> with = host.run(schema, filled.get().sql());
      tried.add(
          new Ran<>(statement, new TriedStatement(digest, without, with, filled.get().guessed())));
    } catch (StatementRefusedException e) {
      refused.add(new Ran<>(statement, new RefusedStatement(digest, e.getMessage())));
    }
  }

  private TrialOutcome outcome(TrialSubject subject) {
    List<TriedStatement> own = new ArrayList<>();
    List<RefusedStatement> notTaken = new ArrayList<>();
    for (DigestEffect effect : subject.advice().effects()) {
      Optional<TriedStatement> statement = first(tried, subject, effect.digest());
      if (statement.isPresent()) {
        own.add(statement.get());
      } else {
        first(refused, subject, effect.digest()).ifPresent(notTaken::add);
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
        notTaken,
        subject.advice().effects().size() - own.size() - notTaken.size());
  }

  /** Of a digest, what became of the first statement that the advice is for. */
  private static <R> Optional<R> first(List<Ran<R>> all, TrialSubject subject, long digest) {
    return all.stream()
        .filter(ran -> ran.statement().digest() == digest && subject.isFor(ran.statement()))
        .map(Ran::result)
        .findFirst();
  }

  /** Where hidden indexes are let in, the optimizer may take the hidden one itself. */
  private static boolean takes(TrialHost.Measured run, String built, TrialSubject subject) {
    String own = subject.advice().index().name();
    return run.explanation().contains("\"" + built + "\"")
        || (subject.advice().kind() == IndexAdvice.Kind.MAKE_VISIBLE
            && run.explanation().contains("\"" + own + "\""));
  }
}
