// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.AlteredJar;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.ServerJars;
import java.io.IOException;
import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in advice stays there, and is counted. */
class SwallowedErrorIT {

  private static final String MESSAGE = "com.icegreen.greenmail.mail.MovingMessage";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @TempDir Path directory;

  @Test
  void errorInAdviceIsCountedAndTheServerUnharmed() throws Exception {
    try (GreenMailServer server = GreenMailServer.start(GreenMailVersions.NEWEST, hostile());
        ScriptedClient client = ScriptedClient.connect(server.smtpPort())) {
      client.expect("220");
      client.line("MAIL FROM:<alice@example.test>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("250");
      client.line("DATA").expect("354");
      client.send("Subject: x\r\n\r\ntext\r\n.\r\n").expect("250");
      client.line("QUIT").expect("221");
      client.readToEnd();

      telemetry.awaitSpan("smtp.command.quit");
      telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
      assertThat(server.messageCount()).isEqualTo(1);
      assertThat(telemetry.sum("smtp.messages.received")).isEqualTo(1);
      assertThat(telemetry.errors()).singleElement().asString().contains("1 suppressed");
    }
  }

  /** GreenMail whose message has an accessor that fails, though only at our hands. */
  private Path hostile() throws IOException {
    Path jar = ServerJars.jar("greenmail-standalone", GreenMailVersions.NEWEST);
    Path copy = directory.resolve("greenmail.jar");
    try (ClassFileLocator classes =
        new ClassFileLocator.Compound(
            ClassFileLocator.ForJarFile.of(jar.toFile()),
            ClassFileLocator.ForClassLoader.ofPlatformLoader())) {
      TypeDescription message = TypePool.Default.of(classes).describe(MESSAGE).resolve();
      byte[] altered =
          new ByteBuddy()
              .redefine(message, classes)
              .visit(Advice.to(FailsAtUs.class).on(ElementMatchers.named("getReturnPath")))
              .make()
              .getBytes();
      AlteredJar.copy(
          jar,
          copy,
          entry -> entry.equals(MESSAGE.replace('.', '/') + ".class"),
          content -> altered);
    }
    return copy;
  }

  static class FailsAtUs {
    @Advice.OnMethodEnter
    static void onEnter() {
      for (StackTraceElement frame : new Throwable().getStackTrace()) {
        if (frame.getClassName().startsWith("io.mailscope.smtp.")) {
          throw new IllegalStateException("Not to be exported");
        }
      }
    }
  }
}
