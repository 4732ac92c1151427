// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

/**
 * What may be recorded of a user, an address, a mailbox or a message id.
 *
 * <p>Immutable and thread-safe. {@link #apply} is the only way such a value gets into telemetry.
 */
public final class CapturePolicy {

  /** Records the value itself, cleaned. The default. */
  public static final CapturePolicy CLEAR = new CapturePolicy(Mode.CLEAR, null);

  /** Records what follows the last {@code @}; nothing where there is none. */
  public static final CapturePolicy DOMAIN = new CapturePolicy(Mode.DOMAIN, null);

  /** Records nothing. */
  public static final CapturePolicy NONE = new CapturePolicy(Mode.NONE, null);

  private enum Mode {
    CLEAR,
    HASH,
    DOMAIN,
    NONE
  }

  private final Mode mode;
  private final KeyedHash hash;

  private CapturePolicy(Mode mode, KeyedHash hash) {
    this.mode = mode;
    this.hash = hash;
  }

  /**
   * Records a keyed hash: the same value has the same 32 hex digits under the same key.
   *
   * @param key not empty; without a key a hash could be reversed by trying names
   */
  public static CapturePolicy hash(String key) {
    return new CapturePolicy(Mode.HASH, new KeyedHash(key));
  }

  /** Whether values are recorded as they are, and with them exception messages. */
  public boolean isClear() {
    return mode == Mode.CLEAR;
  }

  /**
   * The recordable form of a raw, uncut value.
   *
   * @return null where nothing may be recorded, and for null
   */
  public String apply(String value) {
    if (value == null) {
      return null;
    }
    switch (mode) {
      case CLEAR:
        return Sanitizer.clean(value);
      case HASH:
        return hash.hex(value);
      case DOMAIN:
        return Sanitizer.clean(domain(value));
      default:
        return null;
    }
  }

  private static String domain(String value) {
    int at = value.lastIndexOf('@');
    // A message id and an SMTP path end in an angle bracket, which is not the domain's.
    int end = value.endsWith(">") ? value.length() - 1 : value.length();
    return at < 0 || at + 1 >= end ? null : value.substring(at + 1, end);
  }

  @Override
  public String toString() {
    return "CapturePolicy[" + mode + "]";
  }
}
