package dev.watershed.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code collect} for what others collected. */
final class BundleOptions {

  @Option(
      names = "--from",
      paramLabel = "BUNDLE",
      description = {
        "Read what a script of watershed bundle wrote, instead of logs and servers: a file, packed"
            + " or not, a folder of *.bundle, or - for standard input. May be repeated."
      })
  private List<String> from = new ArrayList<>();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "With --from: the server that the bundles are of, whatever they say.")
  private Optional<String> as = Optional.empty();

  @Option(
      names = "--from-store",
      paramLabel = "STORE",
      description = {
        "Take the windows that another collector put into a store of its own, instead of reading"
            + " logs and servers: those that this store lacks. May be repeated."
      })
  private List<String> fromStore = new ArrayList<>();

  /** The stores to take windows from; empty if none. */
  List<String> fromStore() {
    return List.copyOf(fromStore);
  }

  /** Where the bundles are; empty if none are to be read. */
  List<String> from() {
    return List.copyOf(from);
  }

  /** Whose they are, if the user says it. */
  Optional<String> as() {
    return as;
  }
}
