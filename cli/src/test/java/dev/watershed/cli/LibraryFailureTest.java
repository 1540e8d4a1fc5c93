package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryFailureTest {

  private static final String FOLDER = "/var/tmp";

  static Stream<Throwable> ofLibraries() {
    Error noexec =
        from(
            "com.github.luben.zstd.util.Native",
            new UnsatisfiedLinkError("failed to map segment from shared object\nmore"));
    return Stream.of(
        noexec,
        new IllegalStateException(new RuntimeException(noexec)),
        from("com.github.luben.zstd.util.Native", new ExceptionInInitializerError("no such file")),
        new NoClassDefFoundError("Could not initialize class com.github.luben.zstd.Zstd"),
        from("org.duckdb.DuckDBNative", new UnsatisfiedLinkError("failed to map segment")));
  }

  @ParameterizedTest
  @MethodSource("ofLibraries")
  void theTemporaryFolderAndTheWayOutAreNamed(Throwable failure) {
    assertThat(LibraryFailure.message(failure, FOLDER))
        .hasValueSatisfying(
            message ->
                assertThat(message)
                    .contains("temporary folder /var/tmp (", "WATERSHED_JAVA_OPTIONS")
                    .hasLineCount(1));
  }

  @Test
  void theFirstCauseIsTheReason() {
    Error later = new NoClassDefFoundError("Could not initialize class com.github.luben.zstd.Zstd");
    later.initCause(
        from("com.github.luben.zstd.util.Native", new ExceptionInInitializerError("no such file")));
    assertThat(LibraryFailure.message(later, FOLDER).orElseThrow()).contains("(no such file)");
  }

  static Stream<Throwable> ofOthers() {
    return Stream.of(
        new IllegalStateException("com.github.luben.zstd.ZstdException"),
        new NoClassDefFoundError("dev/watershed/cli/Main"),
        from("dev.watershed.cli.Main", new UnsatisfiedLinkError("net")));
  }

  @ParameterizedTest
  @MethodSource("ofOthers")
  void otherFailuresAreNotMistakenForIt(Throwable failure) {
    assertThat(LibraryFailure.message(failure, FOLDER)).isEmpty();
  }

  private static Error from(String frame, Error error) {
    error.setStackTrace(
        new StackTraceElement[] {new StackTraceElement(frame, "load", "Native.java", 1)});
    return error;
  }
}
