package dev.watershed.benchmarks.fleet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetServersTest {

  private final List<String> closed = new ArrayList<>();

  /** A server that says when it is closed, and may refuse to be. */
  private final class Closing implements FleetServer {

    private final String name;
    private final boolean refuses;

    private Closing(String name, boolean refuses) {
      this.name = name;
      this.refuses = refuses;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public ServerKind kind() {
      return ServerKind.MARIADB;
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public void copySlowLog(Path to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      closed.add(name);
      if (refuses) {
        throw new IllegalStateException(name + " stays");
      }
    }
  }

  @Test
  void oneThatCannotBeClosedDoesNotKeepTheOthersOpen() {
    FleetServers servers =
        new FleetServers(
            List.of(new Closing("a", true), new Closing("b", false), new Closing("c", true)));
    assertThatThrownBy(servers::close)
        .hasMessage("a stays")
        .satisfies(
            failed ->
                assertThat(failed.getSuppressed())
                    .singleElement()
                    .satisfies(further -> assertThat(further).hasMessage("c stays")));
    assertThat(closed).containsExactly("a", "b", "c");
  }
}
