// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

/**
 * What a FETCH response carries, section by section. Nothing counts before the response is sent.
 * For one thread.
 */
public final class ImapFetch {

  private boolean open;
  private long octets;
  private boolean content;

  ImapFetch() {}

  /**
   * A section is about to be written.
   *
   * @return false where one is being written already, of which this is a part
   */
  public boolean open() {
    boolean outermost = !open;
    open = true;
    return outermost;
  }

  /**
   * The section was written.
   *
   * @param section what stands between the brackets, as in {@code HEADER.FIELDS (SUBJECT)}
   * @param length octets of its literal
   * @param fromStart false for a partial that begins beyond offset 0
   */
  public void written(String section, long length, boolean fromStart) {
    open = false;
    octets += length;
    content |= fromStart && ImapSection.isContent(section);
  }

  /** The section could not be written. */
  public void failed() {
    open = false;
  }

  /** The response is complete; the next one carries nothing yet. */
  public void sent() {
    ImapTelemetry.get().meters().fetched(octets, content);
    octets = 0;
    content = false;
  }
}
