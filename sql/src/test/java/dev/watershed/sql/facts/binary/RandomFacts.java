package dev.watershed.sql.facts.binary;

import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowLimit;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.SortKey;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableWrite;
import dev.watershed.sql.lexical.TableUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Facts of any form, whether a statement could have them or not. */
final class RandomFacts {

  private static final int MOST = 4;

  private final Random random;

  RandomFacts(long seed) {
    random = new Random(seed);
  }

  StatementFacts statement() {
    boolean parsed = random.nextInt(MOST) > 0;
    return new StatementFacts(
        any(StatementKind.values()),
        parsed,
        list(() -> new NamedTable(table(), any(TableUse.values()), random.nextBoolean())),
        parsed ? numbered(this::block) : List.of(),
        list(
            () ->
                new TableWrite(
                    table(), any(TableWrite.WriteKind.values()), list(this::text), maybeInt())),
        list(this::text),
        parsed ? list(this::issue) : List.of(issue()));
  }

  private FactIssue issue() {
    return new FactIssue(any(FactIssue.Reason.values()), random.nextBoolean() ? "" : text());
  }

  private QueryBlock block(int number) {
    List<RowSource> sources = list(this::source);
    return new QueryBlock(
        number,
        maybeInt(),
        sources,
        condition(MOST),
        condition(1),
        list(this::key),
        list(this::key),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        list(this::column),
        sources.isEmpty() ? Set.of() : Set.of(random.nextInt(sources.size())),
        list(this::number),
        maybeInt(),
        maybe(this::limit),
        random.nextBoolean());
  }

  private RowLimit limit() {
    boolean skips = random.nextBoolean();
    return new RowLimit(maybeLong(), skips ? maybeLong() : OptionalLong.empty(), skips);
  }

  private RowSource source() {
    RowSource.Join join = new RowSource.Join(any(RowSource.JoinKind.values()), condition(2));
    return switch (random.nextInt(3)) {
      case 0 -> new RowSource.Table(table(), text(), join);
      case 1 ->
          new RowSource.Derived(number(), any(RowSource.Derived.Origin.values()), text(), join);
      default -> new RowSource.Computed(text(), join);
    };
  }

  private Condition condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 4 : 2)) {
      case 0 -> new Condition.Predicate(side(), any(Comparison.values()), operand());
      case 1 -> new Condition.Opaque(list(this::column), list(this::number), random.nextBoolean());
      case 2 -> new Condition.AllOf(list(() -> condition(depth - 1)));
      default -> {
        List<Condition> branches = new ArrayList<>(list(() -> condition(depth - 1)));
        branches.add(condition(depth - 1));
        branches.add(condition(0));
        yield new Condition.AnyOf(branches);
      }
    };
  }

  private Operand operand() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Operand.Constant(
              maybeInt(), any(Operand.LiteralType.values()), any(Operand.PatternStart.values()));
      case 1 -> new Operand.Column(side());
      case 2 -> new Operand.Subquery(number());
      default -> new Operand.Expression(list(this::column));
    };
  }

  private ColumnSide side() {
    return new ColumnSide(
        column(),
        maybe(
            () ->
                new ColumnSide.Wrapping(
                    any(ColumnSide.Wrapping.Kind.values()), text(), list(this::column))),
        maybe(() -> any(ColumnSide.Conversion.values())));
  }

  private SortKey key() {
    return new SortKey(maybe(this::column), list(this::column), random.nextBoolean(), text());
  }

  private ColumnRef column() {
    return new ColumnRef(number(), number(), text());
  }

  private TableRef table() {
    Optional<String> schema = maybe(this::text);
    TableRef.Presence presence = any(TableRef.Presence.values());
    boolean possible = schema.isPresent() || presence != TableRef.Presence.KNOWN;
    return new TableRef(schema, text(), possible ? presence : TableRef.Presence.MISSING);
  }

  private String text() {
    return any("id", "\u00fc", "\u5e97", "a b`c", "\ud83c\udfaa", "x".repeat(200))
        + random.nextInt(99);
  }

  /** Up to the largest, small ones more often. */
  private int number() {
    return random.nextInt() >>> 1 + random.nextInt(Integer.SIZE - 1);
  }

  private OptionalInt maybeInt() {
    return random.nextBoolean() ? OptionalInt.of(number()) : OptionalInt.empty();
  }

  private OptionalLong maybeLong() {
    return random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty();
  }

  private <T> Optional<T> maybe(Supplier<T> maker) {
    return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
  }

  private <T> List<T> list(Supplier<T> maker) {
    return numbered(unused -> maker.get());
  }

  private <T> List<T> numbered(IntFunction<T> maker) {
    List<T> made = new ArrayList<>();
    int count = random.nextInt(MOST);
    for (int i = 0; i < count; i++) {
      made.add(maker.apply(i));
    }
    return made;
  }

  @SafeVarargs
  private <T> T any(T... all) {
    return all[random.nextInt(all.length)];
  }
}
