// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.commons.net.pop3.POP3Client;

/** What users do with mail, by stock clients. */
final class Mail {

  static final String SUBJECT = "Tea at four";
  static final String TEXT = "The Hatter has invited us.\r\n.Do not be late.\r\n";

  private static final int PATIENCE_MILLIS = (int) Await.DEADLINE.toMillis();

  private Mail() {}

  /** Logs in and sends a mail, by Angus Mail. */
  static void send(int port, String user, String password, String from, String to)
      throws MessagingException {
    Properties properties = patience("smtp");
    properties.put("mail.smtp.auth", "true");
    Session session = Session.getInstance(properties);
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(SUBJECT);
    message.setText(TEXT);
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect("127.0.0.1", port, user, password);
      message.saveChanges();
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  /** Waits until a message is in the inbox, for servers that answer before it is. */
  static void awaitDelivery(int port, String user, String password) {
    try (ScriptedClient client = ScriptedClient.connect(port)) {
      client.expect("+OK");
      client.line("USER " + user).expect("+OK");
      client.line("PASS " + password).expect("+OK");
      if (isEmpty(client)) {
        Await.until(
            Duration.ofSeconds(60),
            () -> {
              client.line("RSET").expect("+OK"); // James lists the mailbox anew
              return !isEmpty(client);
            },
            () -> "a mail in the inbox of " + user);
      }
      client.line("QUIT").expect("+OK");
    }
  }

  private static boolean isEmpty(ScriptedClient client) {
    return client.line("STAT").expect("+OK").startsWith("+OK 0 ");
  }

  /** Retrieves the first message by Commons Net. */
  static String retrieve(int port, String user, String password) throws IOException {
    POP3Client client = new POP3Client();
    client.setDefaultTimeout(PATIENCE_MILLIS);
    client.connect("127.0.0.1", port);
    try {
      if (!client.login(user, password)) {
        throw new IOException(client.getReplyString());
      }
      String text;
      try (Reader message = client.retrieveMessage(1)) {
        text = new BufferedReader(message).lines().collect(Collectors.joining("\r\n"));
      }
      client.logout();
      return text;
    } finally {
      client.disconnect();
    }
  }

  /**
   * Reads the text of the first message in the inbox by Angus Mail, which logs in by LOGIN: its
   * AUTHENTICATE waits for a reply that James 3.8 has two threads write, which can lose parts of
   * it.
   */
  static String fetch(int port, String user, String password)
      throws MessagingException, IOException {
    Properties properties = patience("imap");
    properties.put("mail.imap.auth.plain.disable", "true");
    try (Store store = Session.getInstance(properties).getStore("imap")) {
      store.connect("127.0.0.1", port, user, password);
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        return String.valueOf(inbox.getMessage(1).getContent());
      }
    }
  }

  /** Angus Mail by itself waits without end. */
  private static Properties patience(String protocol) {
    Properties properties = new Properties();
    for (String what : List.of("connectiontimeout", "timeout")) {
      properties.put("mail." + protocol + "." + what, String.valueOf(PATIENCE_MILLIS));
    }
    return properties;
  }
}
