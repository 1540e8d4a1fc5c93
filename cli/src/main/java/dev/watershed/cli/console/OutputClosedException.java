package dev.watershed.cli.console;

/** Nobody reads standard output any more ({@code | head}): the command ends, and quietly. */
public final class OutputClosedException extends Exception {

  private static final long serialVersionUID = 1L;

  OutputClosedException() {
    super("standard output is closed");
  }
}
