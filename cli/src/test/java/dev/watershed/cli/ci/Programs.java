package dev.watershed.cli.ci;

import java.io.IOException;
import java.nio.file.Path;

/** Stand-ins for what scripts call; each writes its call to the file {@code $CALLS}. */
final class Programs {

  private static final String CALL =
      "printf '%s' \"${0##*/}\" >> \"$CALLS\"\n"
          + "printf ' [%s]' \"$@\" >> \"$CALLS\"\necho >> \"$CALLS\"\n";

  private Programs() {}

  /** Ends with {@code $VERDICT} after it wrote the file that it was asked for. */
  static void watershed(Shell shell) throws IOException {
    shell.program(
        "watershed",
        CALL
            + """
            for ((at = 1; at <= $#; at++)); do
              if [ "${!at}" = --out ]; then
                next=$((at + 1))
                printf '%s' "${ANSWER:-answer}" > "${!next}"
              fi
            done
            echo "The gate says ${VERDICT:-0}."
            exit "${VERDICT:-0}"
            """);
  }

  /** The command itself, as it was compiled. */
  static void compiledWatershed(Shell shell) throws IOException {
    shell
        .variable("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .variable("CLASSES", System.getProperty("java.class.path"));
    shell.program(
        "watershed",
        """
        exec "$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
          --add-opens=java.base/java.nio=ALL-UNNAMED -cp "$CLASSES" dev.watershed.cli.Main "$@"
        """);
  }

  /** Knows one run of the nightly workflow with {@code $SNAPSHOT}, and comments. */
  static void gh(Shell shell) throws IOException {
    shell.program(
        "gh",
        CALL
            + """
            case "$1 $2" in
              "run list") printf '%s' "$NIGHTLY_RUN" ;;
              "run download")
                mkdir -p "${!#}"
                cat "${SNAPSHOT:-/dev/null}" > "${!#}/nightly.snapshot"
                ;;
              "api --paginate") printf '%s' "$COMMENTS" ;;
            esac
            """);
  }

  /** Writes what it fetches, an archive of {@code $DISTRIBUTION} or {@code $SNAPSHOT}. */
  static void curl(Shell shell) throws IOException {
    shell.program(
        "curl",
        CALL
            + """
            case " $* " in
              *" --output "*) cat "${SNAPSHOT:-/dev/null}" > nightly.snapshot ;;
              *" --upload-file "*) ;;
              *) tar -cz -C "$DISTRIBUTION" . ;;
            esac
            """);
  }
}
