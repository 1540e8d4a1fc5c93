package dev.watershed.cli.command;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.index.trial.AdviceTrial;
import dev.watershed.analyzer.index.trial.TrialFailedException;
import dev.watershed.analyzer.index.trial.TrialSubject;
import dev.watershed.cli.config.UrlSecret;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.trial.ForeignTraffic;
import dev.watershed.collector.trial.TrialException;
import dev.watershed.collector.trial.TrialServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that prove advice on a disposable copy of a server. */
final class VerifyOptions {

  /** The variable of the environment with the password for the copy. */
  static final String PASSWORD = "WATERSHED_VERIFY_PASSWORD";

  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final int TOLD_TWICE = 2;

  @Option(
      names = "--verify",
      paramLabel = "URL",
      description = {
        "A disposable copy of the server, jdbc:mysql://host:port/: what is advised to be added is"
            + " built there, tried with SELECTs, and dropped again. The password is in "
            + PASSWORD
            + "."
      })
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--verify-user",
      paramLabel = "NAME",
      description = "The account on the copy. Default: watershed.")
  private String user = "watershed";

  @Option(
      names = "--verify-despite-traffic",
      description = "Given twice: go on although others use that server.")
  private boolean[] despiteTraffic = {};

  /** Whether advice is to be tried. */
  boolean asked() {
    return url.isPresent();
  }

  /** The advice with what came of trying it. */
  ServerAdvice tried(
      CommandContext context, ServerAdvice advice, List<WeightedStatement> statements)
      throws CommandException {
    requireNoSecret();
    String password = context.variable(PASSWORD).orElse("");
    ServerAddress address = new ServerAddress("the copy", url.orElseThrow(), user, password);
    try (TrialServer server = TrialServer.connect(address, STATEMENT_LIMIT)) {
      requireQuiet(server);
      server.clear();
      List<TrialSubject> subjects =
          advice.indexes().stream()
              .filter(planned -> !planned.advice().kind().isDrop())
              .map(planned -> new TrialSubject(planned.id(), planned.advice()))
              .toList();
      return advice.tried(
          new AdviceTrial(new CloneHost(server)).of(subjects, statements, advice::text));
    } catch (TrialException | TrialFailedException e) {
      throw new CommandException(ExitCode.USAGE, "--verify: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(ExitCode.PARTLY_DONE, "--verify: interrupted");
    }
  }

  private void requireNoSecret() throws CommandException {
    Optional<UrlSecret> secret = url.flatMap(UrlSecret::in);
    if (secret.isPresent()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--verify: "
              + secret.get().problem("the password is in the environment, as " + PASSWORD));
    }
  }

  private void requireQuiet(TrialServer server)
      throws TrialException, InterruptedException, CommandException {
    ForeignTraffic traffic = server.traffic(LOOK);
    if (!traffic.none() && despiteTraffic.length < TOLD_TWICE) {
      throw new CommandException(
          ExitCode.USAGE,
          "--verify: others use that server ("
              + (traffic.connections().isEmpty()
                  ? traffic.statements() + " statements in " + LOOK.toSeconds() + " s"
                  : String.join(", ", traffic.connections()))
              + "); expected a disposable copy. --verify-despite-traffic, given twice, goes on");
    }
  }
}
