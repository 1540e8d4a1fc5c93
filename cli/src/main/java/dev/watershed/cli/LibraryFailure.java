package dev.watershed.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A library of machine code that cannot be loaded: those for compression and for SQL are unpacked
 * into the temporary folder, from which hardened machines let no program run ({@code noexec}).
 */
final class LibraryFailure {

  private static final List<String> LIBRARIES = List.of("com.github.luben.zstd.", "org.duckdb.");

  private LibraryFailure() {}

  /** What happened and the way out; empty if something else failed. */
  static Optional<String> message(Throwable failure, String temporaryFolder) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .filter(LinkageError.class::isInstance)
        .filter(LibraryFailure::concernsLibrary)
        .reduce((error, cause) -> cause)
        .map(first -> message(first.getMessage(), temporaryFolder));
  }

  private static boolean concernsLibrary(Throwable error) {
    return Stream.concat(
            Stream.of(String.valueOf(error.getMessage())),
            Stream.of(error.getStackTrace()).map(StackTraceElement::getClassName))
        .anyMatch(text -> LIBRARIES.stream().anyMatch(text::contains));
  }

  private static String message(String reason, String temporaryFolder) {
    return "a library cannot be loaded from the temporary folder "
        + temporaryFolder
        + " ("
        + String.valueOf(reason).lines().findFirst().orElse("no reason told")
        + "); it must exist and let programs run; name another one by WATERSHED_JAVA_OPTIONS="
        + "-Djava.io.tmpdir=FOLDER";
  }
}
