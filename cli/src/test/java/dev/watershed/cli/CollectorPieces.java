package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.FaultyFiles.Fault;
import dev.watershed.cli.command.CollectCommand;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.Termination;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;

/** Runs {@code collect} again and again, and interrupts many runs somewhere. */
final class CollectorPieces {

  private static final int STEPS_OF_A_PIECE = 60;
  private static final int STEPS_OF_A_COMPACTION = 250;
  private static final int ONE_IN_KILLED = 40;
  private static final int LONGEST_LIFE_MILLIS = 900;

  private final Path folder;
  private final String configuration;
  private final SplittableRandom random;
  private int interruptions;

  CollectorPieces(Path folder, String configuration, SplittableRandom random) {
    this.folder = folder;
    this.configuration = configuration;
    this.random = random;
  }

  /** How many runs did not come to their end. */
  int interruptions() {
    return interruptions;
  }

  /** Collects what is there, or a part of it. */
  void collect(Instant now) throws IOException, InterruptedException {
    if (random.nextInt(ONE_IN_KILLED) == 0) {
      kill(now);
    } else if (random.nextBoolean()) {
      undisturbed(now, "--once");
    } else {
      disturbed(now, random.nextInt(STEPS_OF_A_PIECE), "--once");
    }
  }

  /** Collects and compacts, or a part of it. */
  void compact(Instant now) throws IOException {
    if (random.nextBoolean()) {
      undisturbed(now, "--compact");
    } else {
      disturbed(now, random.nextInt(STEPS_OF_A_COMPACTION), "--compact");
    }
  }

  /** Collects without an interruption. */
  void undisturbed(Instant now, String... more) throws IOException {
    CommandRun run = new CommandRun(folder).clock(Clock.fixed(now, ZoneOffset.UTC));
    run.execute(arguments(more));
    assertThat(run.exitCode()).as(run.errors()).isZero();
  }

  /** Collects until something happens at a step of writing, if it comes so far. */
  private void disturbed(Instant now, int step, String... more) {
    Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
    AtomicReference<Termination> termination = new AtomicReference<>();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    CommandContext context = context(now, errors);
    CollectCommand command =
        new CollectCommand(
            context,
            root -> new FaultyFiles(root, step, fault, () -> termination.get().request()),
            () -> {
              termination.set(Termination.install());
              return termination.get();
            });
    String[] arguments = arguments(more);
    int code =
        new CommandLine(command)
            .setExecutionExceptionHandler(new FailureHandler(context)::execution)
            .execute(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    assertThat(code).as(errors.toString(StandardCharsets.UTF_8)).isIn(0, 2, 4);
    interruptions += code == 0 && !termination.get().requested() ? 0 : 1;
  }

  /** SIGKILL for a process of its own, at any moment of its life. */
  private void kill(Instant now) throws IOException, InterruptedException {
    CollectorProcess process =
        CollectorProcess.start(folder, now, "-c", configuration, "--every", "1s");
    process.endsWithin(random.nextInt(LONGEST_LIFE_MILLIS));
    process.kill();
    Files.deleteIfExists(folder.resolve("output"));
    interruptions++;
  }

  private String[] arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of("collect", "-c", configuration));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private CommandContext context(Instant now, ByteArrayOutputStream errors) {
    return new CommandContext(
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        new PrintStream(errors, true, StandardCharsets.UTF_8),
        false,
        false,
        Map.of(),
        folder,
        Optional.of(folder),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
