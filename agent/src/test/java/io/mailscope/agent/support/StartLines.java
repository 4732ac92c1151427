// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.support;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what the operator is told at start, from construction until it is closed. */
public final class StartLines extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("mailscope");
  private final List<LogRecord> records = new ArrayList<>();

  public StartLines() {
    logger.addHandler(this);
  }

  /** Lines at WARN, in order. */
  public List<String> warnings() {
    return lines(Level.WARNING);
  }

  /** Lines at INFO, in order. */
  public List<String> infos() {
    return lines(Level.INFO);
  }

  private List<String> lines(Level level) {
    return records.stream()
        .filter(record -> record.getLevel() == level)
        .map(LogRecord::getMessage)
        .toList();
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
