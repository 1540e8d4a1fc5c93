package dev.watershed.analyzer.understanding;

import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.binary.FactsFile;
import dev.watershed.sql.facts.binary.FactsKey;
import dev.watershed.sql.facts.binary.FactsOrigin;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Facts of an earlier run, where it had them; the others are read. All that was asked for is kept
 * for the next run, and nothing else.
 */
public final class RememberedFacts implements CatalogReader {

  private final FactsOrigin origin;
  private final Optional<FactsFile> earlier;
  private final CatalogReader reader;
  private final Map<FactsKey, StatementFacts> asked = new ConcurrentHashMap<>();
  private final AtomicBoolean anyRead = new AtomicBoolean();

  /**
   * @param origin the analysis and the catalog that all facts here are of
   * @param earlier the bytes of the file of an earlier run, if there is one; what is wrong with it
   *     does no harm
   * @param reader says what statements do of which nothing is known
   */
  public RememberedFacts(FactsOrigin origin, Optional<byte[]> earlier, CatalogReader reader) {
    this.origin = Objects.requireNonNull(origin, "origin");
    this.earlier = earlier.flatMap(bytes -> FactsFile.read(bytes, origin));
    this.reader = Objects.requireNonNull(reader, "reader");
  }

  @Override
  public StatementFacts read(AskedStatement statement, SchemaView tables) {
    FactsKey key =
        new FactsKey(
            statement.digest(),
            statement.schema(),
            statement.truncated(),
            statement.fingerprint().length());
    StatementFacts known = asked.get(key);
    if (known != null) {
      return known;
    }
    StatementFacts found =
        earlier.flatMap(file -> file.find(key)).orElseGet(() -> parsed(statement, tables));
    asked.put(key, found);
    return found;
  }

  private StatementFacts parsed(AskedStatement statement, SchemaView tables) {
    anyRead.set(true);
    return reader.read(statement, tables);
  }

  /** The bytes for the next run; empty if those of the earlier one had all that was asked for. */
  public Optional<byte[]> forNextRun() {
    return anyRead.get()
        ? Optional.of(FactsFile.write(origin, new TreeMap<>(Collections.unmodifiableMap(asked))))
        : Optional.empty();
  }
}
