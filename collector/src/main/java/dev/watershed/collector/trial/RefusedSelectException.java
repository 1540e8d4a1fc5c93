package dev.watershed.collector.trial;

import java.sql.SQLException;

/**
 * The server refused one SELECT, and takes others. The message has the error and no text of the
 * server, which quotes literals.
 */
public final class RefusedSelectException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedSelectException(SQLException cause) {
    super("error " + cause.getErrorCode() + " (" + cause.getSQLState() + ")", cause);
  }
}
