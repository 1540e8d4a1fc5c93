package dev.watershed.benchmarks.fuzz;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is fuzzed: the readers of foreign bytes. */
public enum FuzzTarget {
  SLOW_LOG(SlowLogTarget.class, SlowLogTarget::fuzzerTestOneInput, 4_096),
  FINGERPRINT(FingerprintTarget.class, FingerprintTarget::fuzzerTestOneInput, 1_024),
  UNDERSTANDING(UnderstandingTarget.class, UnderstandingTarget::fuzzerTestOneInput, 1_024),
  DEFINITION(DefinitionTarget.class, DefinitionTarget::fuzzerTestOneInput, 4_096),
  CATALOG_TEXT(CatalogTextTarget.class, CatalogTextTarget::fuzzerTestOneInput, 4_096),
  WINDOW(WindowTarget.class, WindowTarget::fuzzerTestOneInput, 40_000),
  SNAPSHOT(SnapshotTarget.class, SnapshotTarget::fuzzerTestOneInput, 60_000),
  CONFIGURATION(ConfigurationTarget.class, ConfigurationTarget::fuzzerTestOneInput, 4_096);

  /** What a target does with one input. */
  @FunctionalInterface
  private interface Body {
    void run(byte[] input) throws Exception;
  }

  private final Class<?> entry;
  private final Body body;
  private final int longestInput;

  FuzzTarget(Class<?> entry, Body body, int longestInput) {
    this.entry = entry;
    this.body = body;
    this.longestInput = longestInput;
  }

  /** The name on the command line and of the folder of its inputs. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The target of a name. */
  public static Optional<FuzzTarget> of(String key) {
    return Arrays.stream(values()).filter(target -> target.key().equals(key)).findFirst();
  }

  /** The class that the fuzzer calls. */
  String className() {
    return entry.getName();
  }

  /** The most bytes of an input. */
  int longestInput() {
    return longestInput;
  }

  /**
   * Tries one input.
   *
   * @throws Exception if it is a finding; an {@link Error} likewise
   */
  public void tryInput(byte[] input) throws Exception {
    body.run(input);
  }
}
