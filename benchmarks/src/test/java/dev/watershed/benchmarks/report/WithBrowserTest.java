package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watershed.benchmarks.report.WithBrowser.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** What happens without a browser. */
class WithBrowserTest {

  @Test
  void withoutABrowserTestsAreSkippedUnlessOneIsRequired() {
    assertThat(Mode.of(Optional.empty()).without()).isInstanceOf(TestAbortedException.class);
    assertThat(Mode.of(Optional.of("optional")).without()).isInstanceOf(TestAbortedException.class);
    assertThat(Mode.of(Optional.of("required")).without())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("chromium");
  }

  @Test
  void anotherSettingIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mode.of(Optional.of("yes")))
        .withMessage("WATERSHED_BROWSER is optional or required, not yes");
  }
}
