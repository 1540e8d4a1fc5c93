package dev.watershed.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: shows which there are. */
@Command(
    name = "watershed",
    description = "Analyzes the workload of MySQL and MariaDB fleets.",
    versionProvider = WatershedCommand.Version.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 fine, 1 the gate failed, 2 wrong usage or configuration, 3 not enough data to",
      "judge, 4 done in part, 70 a bug."
    })
final class WatershedCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(WatershedCommand.class.getPackage().getImplementationVersion())
              .orElse("(not built)");
      return new String[] {"watershed " + version};
    }
  }
}
