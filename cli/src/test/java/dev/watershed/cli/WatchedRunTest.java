package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.metrics.Measured;
import dev.watershed.cli.metrics.SourceFigures;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class WatchedRunTest {

  private static final String CODE = "watershed_last_run_exit_code{command=\"%s\"} %d\n";

  @TempDir private Path folder;

  @Command(name = "watershed")
  private record Program() {}

  @Command(name = "report")
  private record Report() implements Callable<Integer> {

    @Override
    public Integer call() {
      return 0;
    }
  }

  @Command(name = "collect")
  private record Collect(boolean endsInGoodOrder) implements Callable<Integer>, Measured {

    @Override
    public Integer call() {
      return 0;
    }

    @Override
    public List<SourceFigures> figures() {
      return List.of();
    }
  }

  private WatchedRun run(String name, Callable<Integer> command) {
    CommandContext context = Contexts.of(folder);
    CommandLine main = new CommandLine(new Program()).addSubcommand(name, command);
    return WatchedRun.begin(context, main, new MetricsOption(name, Path.of("batch.prom")));
  }

  @Test
  void oneThatIsToldToEndSaysSo() {
    WatchedRun run = run("report", new Report());
    run.toldToEnd();
    assertThat(folder.resolve("batch.prom")).content().contains(CODE.formatted("report", 143));
    assertThat(run.end(0)).isZero();
  }

  @Test
  void oneThatIsNotYetCollectingSaysSoToo() {
    WatchedRun run = run("collect", new Collect(false));
    run.toldToEnd();
    assertThat(folder.resolve("batch.prom")).content().contains(CODE.formatted("collect", 143));
    assertThat(run.end(0)).isZero();
  }

  @Test
  void oneThatEndsInGoodOrderSaysHowItEnded() throws InterruptedException {
    WatchedRun run = run("collect", new Collect(true));
    Thread hook = new Thread(run::toldToEnd);
    hook.start();
    hook.join(100);
    assertThat(hook.isAlive()).isTrue();
    assertThat(folder.resolve("batch.prom")).doesNotExist();
    assertThat(run.end(4)).isEqualTo(4);
    hook.join();
    assertThat(folder.resolve("batch.prom")).content().contains(CODE.formatted("collect", 4));
  }
}
