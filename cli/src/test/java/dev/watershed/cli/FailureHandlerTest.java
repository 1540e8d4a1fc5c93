package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.console.CommandContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

class FailureHandlerTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  /** A command that fails. */
  @Command(name = "collect")
  private record Failing(Supplier<Throwable> failure) implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
      Throwable thrown = failure.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (Exception) thrown;
    }
  }

  private int run(Supplier<Throwable> failure, String... arguments) {
    CommandContext context = Contexts.of(folder, errors);
    return Main.run(context, new Failing(failure), arguments);
  }

  static Stream<Arguments> errors() {
    Error cut = new InternalError("a fault occurred in an unsafe memory access operation");
    Error noMemory = new OutOfMemoryError("Java heap space");
    return Stream.of(
        Arguments.of(cut, "this is a bug: java.lang.InternalError: a fault"),
        Arguments.of(new NoSuchMethodError("mixed jars"), "this is a bug: "),
        Arguments.of(new AssertionError("never"), "this is a bug: "),
        Arguments.of(noMemory, "out of memory: java.lang.OutOfMemoryError: Java heap space; "),
        Arguments.of(new IllegalStateException(noMemory), "-Xmx4g gives more"),
        Arguments.of(new StackOverflowError(), "-Xss16m gives more"));
  }

  /** An exit code of 1, which the JVM has for what nobody catches, means that the gate failed. */
  @ParameterizedTest
  @MethodSource("errors")
  void anErrorIsABugAndNoFailedGate(Throwable error, String message) {
    assertThat(run(() -> error, "collect")).isEqualTo(70);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .startsWith("watershed: ")
        .contains(message)
        .doesNotContain("\tat ");
  }

  @Test
  void debugShowsWhereAnErrorHappened() {
    assertThat(run(() -> new InternalError("cut"), "collect", "--debug")).isEqualTo(70);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("\tat ");
  }

  @Test
  void anErrorShowsInTheMetrics() {
    assertThat(run(() -> new InternalError("cut"), "collect", "--metrics", "batch.prom"))
        .isEqualTo(70);
    assertThat(folder.resolve("batch.prom"))
        .content()
        .contains("watershed_last_run_exit_code{command=\"collect\"} 70\n");
  }
}
