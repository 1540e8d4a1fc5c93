package dev.watershed.spark.bundle;

import java.io.Serializable;

/**
 * A file of a store on its way from a task to the driver.
 *
 * @param path in the store
 * @param bytes its content
 */
record StoredFile(String path, byte[] bytes) implements Serializable {

  private static final long serialVersionUID = 1L;
}
