package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.fleet.truth.LoggedCalls;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.cli.config.ConfigurationReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;

/** Compares what the logs of a capture hold with what its clients sent. */
public final class CheckMain {

  private CheckMain() {}

  /** Compares; exits with 1 if anything differs, with 2 without a folder. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 || !arguments[0].equals("--capture")) {
      System.err.println("--capture FOLDER");
      System.exit(2);
      return;
    }
    Path folder = Path.of(arguments[1]);
    Truth truth = TruthReader.read(folder.resolve("truth.json"));
    SortedMap<String, Long> sent = LoggedCalls.sent(truth);
    SortedMap<String, Long> logged =
        LoggedCalls.logged(
            folder, truth, ConfigurationReader.read("watershed.yaml", folder).services());
    TreeSet<String> keys = new TreeSet<>(sent.keySet());
    keys.addAll(logged.keySet());
    int differing = 0;
    for (String key : keys) {
      long expected = sent.getOrDefault(key, 0L);
      long found = logged.getOrDefault(key, 0L);
      if (expected != found) {
        differing++;
        say("%s: sent %d, logged %d", key, expected, found);
      }
    }
    say(
        "%,d services and digests, %,d calls, %d differ",
        keys.size(), sent.values().stream().mapToLong(Long::longValue).sum(), differing);
    System.exit(differing == 0 ? 0 : 1);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
