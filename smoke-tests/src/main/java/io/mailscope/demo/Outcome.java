// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import io.mailscope.testing.ExportedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a span ended, in words, from its attributes. */
final class Outcome {

  private static final Map<String, String> REASONS =
      Map.of("invalid_key", "wrong password", "user_not_found", "unknown user");

  private Outcome() {}

  static String of(ExportedSpan span) {
    String protocol = span.name().substring(0, Math.max(0, span.name().indexOf('.')));
    List<String> words = new ArrayList<>();
    if (span.name().endsWith(".auth.validate")) {
      login(span, protocol + ".auth.", words);
    }
    reply(span, protocol + ".response.", words);
    add(words, "", span.attribute("imap.mailbox"));
    count(words, span.attribute("imap.message_count"), "message");
    count(words, span.attribute("pop3.message_count"), "message");
    count(words, span.attribute("smtp.buffer_size"), "byte");
    count(words, span.attribute("smtp.recipients_count"), "recipient");
    add(words, "exception ", span.attribute("exception.type"));
    if (span.statusCode().equals("ERROR")) {
      words.add("the server's fault");
    }
    return String.join(", ", words);
  }

  /** Whether it is something that an operator may want to know. */
  static boolean isNotable(ExportedSpan span) {
    return span.statusCode().equals("ERROR")
        || span.attributes().entrySet().stream()
            .anyMatch(
                attribute ->
                    attribute.getKey().endsWith(".auth.success")
                        && attribute.getValue().equals(false));
  }

  private static void login(ExportedSpan span, String prefix, List<String> words) {
    if (Boolean.TRUE.equals(span.attribute(prefix + "success"))) {
      words.add("success");
    } else if (Boolean.TRUE.equals(span.attribute(prefix + "rate_limited"))) {
      words.add("refused: rate_limited");
    } else {
      Object reason = span.attribute(prefix + "failure_reason");
      String meaning = REASONS.get(String.valueOf(reason));
      words.add(
          "refused"
              + (reason == null ? "" : ": " + reason)
              + (meaning == null ? "" : " (" + meaning + ")"));
    }
    add(words, "user ", span.attribute(prefix + "user"));
  }

  private static void reply(ExportedSpan span, String prefix, List<String> words) {
    Object code = span.attribute(prefix + "code");
    String more = code == null ? "" : " [" + code + "]";
    for (String key : List.of("status_code", "status")) {
      Object status = span.attribute(prefix + key);
      if (status != null) {
        words.add("reply " + status + more);
      }
    }
  }

  private static void count(List<String> words, Object number, String unit) {
    if (number != null) {
      words.add(number + " " + unit + (number.equals(1L) ? "" : "s"));
    }
  }

  private static void add(List<String> words, String label, Object value) {
    if (value != null) {
      words.add(label + value);
    }
  }
}
