package dev.watershed.sql.live;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** An image of a server that is no database. */
public final class LiveImage {

  private LiveImage() {}

  /**
   * Returns where a container of the image can be started; skips the test that asks where it
   * cannot.
   *
   * @throws IllegalStateException where it cannot, and live tests are required
   */
  public static void require(String image) {
    Optional<String> lack = DockerState.probe().lack(image);
    if (lack.isPresent() && LiveMode.ofEnvironment() == LiveMode.REQUIRED) {
      throw new IllegalStateException("live tests are required, but " + lack.get());
    }
    Assumptions.assumeTrue(lack.isEmpty(), () -> lack.orElse(""));
  }
}
