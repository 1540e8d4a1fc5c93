package dev.watershed.benchmarks.report;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives tests the one browser that they share; it starts with the first of them. */
final class WithBrowser implements ParameterResolver {

  /** Whether a test that needs a browser may be skipped. */
  enum Mode {
    OPTIONAL,
    REQUIRED;

    /** As {@code WATERSHED_BROWSER} says it. */
    static Mode of(Optional<String> setting) {
      return switch (setting.orElse("optional")) {
        case "optional" -> OPTIONAL;
        case "required" -> REQUIRED;
        default ->
            throw new IllegalArgumentException(
                "WATERSHED_BROWSER is optional or required, not " + setting.orElse(""));
      };
    }

    /** Ends a test that has no browser. */
    RuntimeException without() {
      String reason = "no chromium, chromium-browser or google-chrome in PATH";
      return this == REQUIRED
          ? new IllegalStateException(reason + ", and WATERSHED_BROWSER=required")
          : new TestAbortedException(reason);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ReportBrowser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Mode mode = Mode.of(Optional.ofNullable(System.getenv("WATERSHED_BROWSER")));
    Path executable = ChromiumFile.find(System.getenv("PATH")).orElseThrow(mode::without);
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(WithBrowser.class))
        .computeIfAbsent(executable, ReportBrowser::new, ReportBrowser.class);
  }
}
