package dev.watershed.benchmarks.proof;

import dev.watershed.benchmarks.command.FreshFolder;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.collector.input.LogStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The example of the repository, where not all is sent by whom it seems to be. */
final class NoisyExample {

  private static final String LOG = "-slow.log.gz";

  /**
   * What is said of a noisy fleet.
   *
   * @param steps of the plan, each by its kind and names
   */
  record Answer(CouplingClaims claims, List<String> steps) {
    Answer {
      steps = List.copyOf(steps);
    }
  }

  private final Path example;
  private final Path out;
  private final Truth truth;
  private final Set<String> accounts;

  /**
   * @param example its folder
   * @param out gets a folder for each noise, without what an earlier run left in it
   */
  NoisyExample(Path example, Path out) throws IOException {
    this.example = example;
    this.out = out;
    this.truth = TruthReader.read(example.resolve("truth.json.gz"));
    this.accounts =
        truth.services().stream()
            .filter(Truth.Sender::attributed)
            .map(Truth.Sender::account)
            .collect(Collectors.toSet());
  }

  /** What is planted in it. */
  Truth truth() {
    return truth;
  }

  /** What is said of it with a noise. */
  Answer answer(NoiseKind kind, double share, long seed) throws IOException {
    Path folder =
        FreshFolder.at(out.resolve(String.format(Locale.ROOT, "%s-%.2f-%d", kind, share, seed)));
    try (Stream<Path> files = Files.list(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(LOG)) {
          Path plain = folder.resolve(name.substring(0, name.length() - ".gz".length()));
          Files.write(
              plain, new NoisyLog(accounts, kind, share, seed ^ name.hashCode()).of(lines(file)));
        } else {
          Files.copy(file, folder.resolve(name));
        }
      }
    }
    Path configuration = folder.resolve("watershed.yaml");
    Files.writeString(
        configuration, Files.readString(configuration).replace(LOG, LOG.replace(".gz", "")));
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    watershed.run(
        "analyze", "-c", "watershed.yaml", "--coupling", "--format", "json", "--out", "c.json");
    watershed.run("plan", "-c", "watershed.yaml", "--format", "json", "--out", "plan.json");
    return new Answer(
        CouplingClaims.of(JsonNode.read(folder.resolve("c.json"))),
        JsonNode.read(folder.resolve("plan.json"))
            .list("steps", step -> step.text("kind") + " " + step.texts("subject")));
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file)) {
      return new String(LogStream.uncompressed(raw).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }
}
