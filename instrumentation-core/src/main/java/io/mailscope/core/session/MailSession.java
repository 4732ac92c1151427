// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.meter.ProtocolMeters;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection: its id, its ends, and the command that is being answered. It holds values only,
 * nothing of the server's, so that it can be kept in a field of the server's session object without
 * keeping anything alive.
 *
 * <p>Every context that a session hands out carries the session, so that what the server does for a
 * command, on whatever thread, can find it by {@link #current()}.
 *
 * <p>Commands are to be started and ended in order; {@link #open} and {@link #close} may come from
 * any thread and however often.
 */
@SuppressWarnings("this-escape") // into its own context, which nobody has before it is made
public abstract class MailSession {

  private static final ContextKey<MailSession> KEY = ContextKey.named("mailscope-session");

  private final ProtocolTelemetry<? extends ProtocolMeters> telemetry;
  private String id;
  private final Peer peer;
  private final Context context = Context.root().with(KEY, this);
  private final AtomicBoolean opened = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final DetachedCommands detached = new DetachedCommands();
  private volatile MailCommand command;
  private boolean reuse;
  private MailCommand spare;
  private final ConnectionEnd end = new ConnectionEnd();

  /**
   * @param id the server's own id of the connection, or {@link #newId()}
   */
  protected MailSession(
      ProtocolTelemetry<? extends ProtocolMeters> telemetry, String id, Peer peer) {
    this.telemetry = telemetry;
    this.id = id;
    this.peer = peer;
  }

  /** An id for a connection whose server has none: 16 hexadecimal digits. */
  public static String newId() {
    char[] digits = new char[16];
    long random = ThreadLocalRandom.current().nextLong();
    for (int i = 0; i < digits.length; i++) {
      digits[i] = Character.forDigit((int) (random & 0xF), 16);
      random >>>= 4;
    }
    return new String(digits);
  }

  /** The session whose work this thread does, or null. */
  public static MailSession current() {
    return Context.current().get(KEY);
  }

  /** The protocol's telemetry. */
  public final ProtocolTelemetry<? extends ProtocolMeters> telemetry() {
    return telemetry;
  }

  /** {@code {protocol}.session_id}. */
  public final String id() {
    return id;
  }

  /** The server gave the connection an id of its own, before its first command. */
  public final void identified(String id) {
    this.id = id;
  }

  /** Both ends of the connection. */
  public final Peer peer() {
    return peer;
  }

  /** A context with this session and no span: a root, whatever the thread carries. */
  public final Context context() {
    return context;
  }

  /** {@code network.protocol.name}. */
  protected String networkProtocolName() {
    return telemetry.protocol().id();
  }

  /** Counts the connection as active. */
  public final void open() {
    if (opened.compareAndSet(false, true)) {
      telemetry.meters().opened();
    }
  }

  /** The command that is being answered, or null between commands. */
  public MailCommand command() {
    return command;
  }

  /**
   * Lets one object serve the commands of this connection one after the other, which saves a tenth
   * of what a command allocates. Only for servers that read, answer and forget each command on one
   * thread: nothing may touch a command after its end.
   */
  public final void reuseCommands() {
    reuse = true;
  }

  /** Makes an empty command of the protocol. */
  protected abstract MailCommand newCommand();

  /**
   * The server has read a command. One that is still open ends first: its reply was never seen.
   *
   * @return the new command, which {@link #command()} answers until its end
   */
  protected final MailCommand start(CommandName name) {
    MailCommand open = command;
    if (open != null) {
      open.end();
    }
    MailCommand next = spare == null ? newCommand() : spare;
    spare = null;
    command = next;
    next.start(name);
    return next;
  }

  /**
   * The server has read a command while others may still be open. {@link #command()} does not know
   * it; {@link MailCommand#current()} does where its context is current. The session's end ends it.
   */
  protected final MailCommand startDetached(CommandName name) {
    MailCommand next = newCommand();
    next.startDetached(name);
    detached.add(next);
    if (closed.get()) {
      next.end();
    }
    return next;
  }

  void detach(MailCommand running) {
    if (command == running) {
      detached.add(running);
      command = null;
    }
  }

  boolean isAlone(MailCommand running) {
    MailCommand open = command;
    return (open == null || open == running) && !detached.hasOtherThan(running);
  }

  void ended(MailCommand ended) {
    detached.remove(ended);
    if (command == ended) {
      command = null;
      if (reuse) {
        spare = ended;
      }
    }
  }

  /** The client took leave and the server agreed. */
  public final void quit() {
    end.quit();
  }

  /** The client closed its side; what the server fails at from here on is not its own fault. */
  public final void lost(CloseReason reason) {
    end.lost(reason);
  }

  /**
   * A read or write on the connection failed.
   *
   * @return whether the failure speaks of the connection and not of the server
   */
  public final boolean lost(Throwable failure) {
    return end.lost(failure);
  }

  /**
   * Why the connection will have ended if nothing else is seen: neither that the client took leave
   * nor that the connection broke. Nothing that follows a failure of the server changes it.
   */
  public final void closing(CloseReason reason) {
    end.expected(reason);
  }

  /** Whether the connection is known to be gone. */
  public final boolean isLost() {
    return end.isLost();
  }

  /**
   * The connection ended. Its open commands end with it. Only the first call counts.
   *
   * @param failure what escaped from the server's own loop, or null
   */
  public final void close(Throwable failure) {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      MailCommand open = command;
      if (open != null) {
        open.failed(failure);
        open.end();
      }
      detached.end(failure);
    } finally {
      if (opened.get()) {
        telemetry.meters().closed(end.reason(failure));
      }
    }
  }

  /** The connection ended as {@link #closing} said, unless something else was seen before. */
  public final void close() {
    end.asExpected();
    close(null);
  }
}
